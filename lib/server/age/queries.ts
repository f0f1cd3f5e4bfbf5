import { cookies, headers } from "next/headers";
import { userAgentFromString } from "next/server";
import { AGE_COOKIE, type AgeGate, decideAgeGate, GATED_AGE } from "@/lib/shared/age-gate";
import { findActor } from "../auth/queries";
import { getDb } from "../db";
import { toKnownAge } from "./cookie";

/** The age that a visitor gave: in this browser, else on any device that they signed in with. */
async function findKnownAge(): Promise<number | null> {
  const cookie = toKnownAge((await cookies()).get(AGE_COOKIE)?.value);
  if (cookie !== null) return cookie;
  const actor = await findActor();
  if (!actor) return null;
  const user = await getDb().user.findUnique({ where: { id: actor.userId }, select: { confirmedAge: true } });
  return user?.confirmedAge ?? null;
}

/** Whether who looks at a page may see a game of that minimum age. */
export async function findPageAgeGate(minimumAge: number): Promise<AgeGate> {
  if (minimumAge < GATED_AGE) return "open";
  const { isBot: isCrawler } = userAgentFromString((await headers()).get("user-agent") ?? undefined);
  return decideAgeGate({ minimumAge, knownAge: await findKnownAge(), isCrawler });
}
