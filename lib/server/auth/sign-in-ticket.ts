import { createHash } from "node:crypto";
import { z } from "zod";
import type { Db } from "../db";
import { sealedCookie } from "./sealed-cookie";

/** Carries from the first step of signing in to the second, which asks for a code. It is no session. */
export const ticketCookie = sealedCookie({
  name: "kratos_sign_in",
  purpose: "second-step",
  minutes: 10,
  content: z.object({ userId: z.uuid(), print: z.string() }),
});

/** Tells one password from the next: a ticket from before a change is worth nothing after it. */
function toPrint(passwordHash: string | null): string {
  return createHash("sha256")
    .update(passwordHash ?? "")
    .digest("base64url")
    .slice(0, 16);
}

/** The `Set-Cookie` header with a ticket for somebody whose password, or identity elsewhere, was right. */
export async function keepTicket(userId: string, db: Db): Promise<string> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  return ticketCookie.keep({ userId, print: toPrint(user.passwordHash) });
}

/** Whose ticket a cookie holds; null where it is none of ours, too old, or from before the password changed. */
export async function readTicket(cookie: string | undefined, db: Db, now = new Date()): Promise<string | null> {
  const ticket = ticketCookie.read(cookie, now);
  if (!ticket) return null;
  const user = await db.user.findFirst({
    where: { id: ticket.userId, deletedAt: null },
    select: { passwordHash: true },
  });
  return user && toPrint(user.passwordHash) === ticket.print ? ticket.userId : null;
}
