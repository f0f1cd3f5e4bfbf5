import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";
import { forecastChunk } from "./forecast-chunk";
import { listGamesToForecast } from "./games-to-forecast";
import { openForecast } from "./tasks";

/** What a forecast in one go needs from its surroundings. */
export type ForecastInput = { storage: Storage; db: PrismaClient; day: Day };

/** Forecasts every game on sale with the live model in one go, without a run: for tests and benchmarks. */
export async function runForecast(input: ForecastInput): Promise<void> {
  const { db, day } = input;
  const run = await openForecast(input);
  const games = await listGamesToForecast(db, day);
  const { commit } = await forecastChunk(run, games);
  await db.$transaction(async (tx) => commit?.(tx), { timeout: 60_000 });
}
