import type { Db } from "@/lib/server/db";
import { type Day, toDay } from "@/lib/shared/day";

/**
 * The last day of data: the latest of the last day with a sale and the last day that an ETL of all games finished,
 * so that a day on which the whole store sold nothing still counts. Null while there is neither.
 */
export async function findDataThrough(db: Db): Promise<Day | null> {
  const [sales, run] = await Promise.all([
    db.dailySales.aggregate({ _max: { day: true } }),
    db.pipelineRun.aggregate({
      _max: { day: true },
      where: { pipeline: "etl", state: { in: ["succeeded", "succeeded_with_failures"] }, gameSlugs: { isEmpty: true } },
    }),
  ]);
  const days = [sales._max.day, run._max.day].filter((day) => day !== null).map(toDay);
  return days.sort().at(-1) ?? null;
}
