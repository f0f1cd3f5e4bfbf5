import type { PrismaClient } from "@/prisma/generated/client";

/** Claims a chore that is due once in a while: of any number of watchers one gets true in each such time. */
export async function claimChore(db: PrismaClient, name: string, everyMs: number, now: Date): Promise<boolean> {
  const before = new Date(now.getTime() - everyMs);
  const claimed = await db.$executeRaw`
    INSERT INTO chores (name, begun_at) VALUES (${name}, ${now})
    ON CONFLICT (name) DO UPDATE SET begun_at = excluded.begun_at WHERE chores.begun_at <= ${before}`;
  return claimed > 0;
}
