import { GATED_AGE } from "@/lib/shared/age-gate";
import type { Actor } from "../auth/actor";
import type { Db } from "../db";

/** Remembers the age that a user gave, on all their devices; one that opens no gate is left to the browser. */
export async function confirmAge(actor: Pick<Actor, "userId">, age: number, db: Db): Promise<void> {
  if (age < GATED_AGE) return;
  const isYounger = [{ confirmedAge: null }, { confirmedAge: { lt: age } }];
  await db.user.updateMany({ where: { id: actor.userId, OR: isYounger }, data: { confirmedAge: age } });
}
