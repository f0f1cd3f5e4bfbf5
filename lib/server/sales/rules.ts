import { z } from "zod";
import { addDays, type Day } from "@/lib/shared/day";
import { type Scores, scoresSchema, WINDOW_DAYS } from "@/lib/shared/sales";

/** The two windows that the dashboards compare, each with its first and last day. */
export type Windows = { from: Day; through: Day; previousFrom: Day; previousThrough: Day };

/** The last 28 days of data and the 28 before them. */
export function toWindows(dataThrough: Day): Windows {
  const from = addDays(dataThrough, 1 - WINDOW_DAYS);
  return {
    from,
    through: dataThrough,
    previousFrom: addDays(from, -WINDOW_DAYS),
    previousThrough: addDays(from, -1),
  };
}

const metricsSchema = z
  .object({ mase: z.number(), wape: z.number(), coverage: z.number().optional() })
  .transform(({ mase, wape, coverage }) => ({ mase, wape, coverage: coverage ?? null }))
  .pipe(scoresSchema);

/** One forecaster's held-out scores out of a model version's metrics; null where they are missing or malformed. */
export function toScores(metrics: unknown, forecaster: "served" | "seasonalNaive"): Scores | null {
  const result = z.object({ [forecaster]: metricsSchema }).safeParse(metrics);
  return result.success ? (result.data[forecaster] ?? null) : null;
}
