import { findLoaded } from "@/jobs/simulate/load/load-world";
import { createDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { daySchema } from "@/lib/shared/day";
import { seedDemoWorld } from "@/prisma/seed";
import type { SeedMessage } from "./seed-message";

/** Whether the database holds games that are not the demo's: those of somebody who runs a shop on it. */
async function holdsOtherGames(databaseUrl: string): Promise<boolean> {
  const db = createDb(databaseUrl, { maxConnections: 1 });
  try {
    return (await db.game.findFirst({ select: { id: true } })) !== null;
  } finally {
    await db.$disconnect();
  }
}

/**
 * `seed-demo.ts DAY [SCALE]`: loads the demo world in a process of its own and reports over the channel. A database
 * that holds other games is left as it is.
 */
async function main([day, scale]: string[]): Promise<void> {
  const report = (message: SeedMessage) => process.send?.(message);
  const target = { databaseUrl: getEnv().DATABASE_URL, storage: getStorage() };
  if ((await findLoaded(target.databaseUrl)) === null && (await holdsOtherGames(target.databaseUrl))) {
    report({ kind: "done", day: null });
    return;
  }
  const result = await seedDemoWorld({
    ...target,
    day: daySchema.parse(day),
    ...(scale === undefined ? {} : { scale: Number(scale) }),
    onProgress: (step, done, total) => report({ kind: "progress", step, fraction: total > 0 ? done / total : 1 }),
  });
  console.log(JSON.stringify(result));
  report({ kind: "done", day: result.day });
}

main(process.argv.slice(2)).then(
  // The channel keeps a process alive; closing it lets the last message leave first.
  () => process.disconnect?.(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
