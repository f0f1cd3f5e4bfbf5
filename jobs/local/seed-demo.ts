import { findLoaded } from "@/jobs/simulate/load/load-world";
import { createDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { daySchema } from "@/lib/shared/day-schema";
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

/** Reports over the channel; resolves when the message has left. */
function report(message: SeedMessage): Promise<void> {
  return new Promise((resolve) => (process.send ? process.send(message, () => resolve()) : resolve()));
}

/**
 * `seed-demo.ts DAY [SCALE]`: loads the demo world in a process of its own and reports over the channel. A database
 * that holds other games is left as it is.
 */
async function main([day, scale]: string[]): Promise<void> {
  const target = { databaseUrl: getEnv().DATABASE_URL, storage: getStorage() };
  if ((await findLoaded(target.databaseUrl)) === null && (await holdsOtherGames(target.databaseUrl))) {
    await report({ kind: "done", day: null });
    return;
  }
  const result = await seedDemoWorld({
    ...target,
    day: daySchema.parse(day),
    ...(scale === undefined ? {} : { scale: Number(scale) }),
    onProgress: (step, done, total) => {
      void report({ kind: "progress", step, fraction: total > 0 ? done / total : 1 });
    },
  });
  console.log(JSON.stringify(result));
  await report({ kind: "done", day: result.day });
}

// Ends once the last message has left, and not when the last connection to the bucket has idled away.
main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
