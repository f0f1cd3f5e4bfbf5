import { z } from "zod";
import type { Db } from "../db";
import { findPrint } from "./password-print";
import { sealedCookie } from "./sealed-cookie";

/** Carries from the first step of signing in to the second, which asks for a code. It is no session. */
export const ticketCookie = sealedCookie({
  name: "kratos_sign_in",
  purpose: "second-step",
  minutes: 10,
  content: z.object({ userId: z.uuid(), print: z.string() }),
});

/** What a ticket says: who has done the first step, and by which password. */
export type Ticket = NonNullable<ReturnType<typeof ticketCookie.read>>;

/** What a cookie's ticket says; null where it is none of ours, too old, or from before the password changed. */
export async function readTicket(cookie: string | undefined, db: Db, now = new Date()): Promise<Ticket | null> {
  const ticket = ticketCookie.read(cookie, now);
  return ticket && (await findPrint({ id: ticket.userId }, db)) === ticket.print ? ticket : null;
}
