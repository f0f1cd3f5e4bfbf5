import { getEnv } from "@/lib/server/env";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { daySchema } from "@/lib/shared/day";
import { seedDemoWorld } from "@/prisma/seed";

/** `seed-demo.ts DAY [SCALE]`: loads the demo world in a process of its own and reports over the channel. */
async function main([day, scale]: string[]): Promise<void> {
  const result = await seedDemoWorld({
    databaseUrl: getEnv().DATABASE_URL,
    storage: getStorage(),
    day: daySchema.parse(day),
    ...(scale === undefined ? {} : { scale: Number(scale) }),
    onProgress: (step, done, total) => process.send?.({ step, done, total }),
  });
  console.log(JSON.stringify(result));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
