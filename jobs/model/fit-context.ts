import { fitConditions } from "./conditions";
import type { ModelContext } from "./model-context";
import { fitScaler, poolScalers } from "./scaler";
import type { GameSeries } from "./series";

const MIN_SCALER_DAYS = 28;
const FIRST_MONTH_DAYS = 28;
const LAUNCH_AGE_DAYS = 14;
const MIN_COLD_LEVEL = 0.05;
// Below this, a "yearly" pattern is one season and a trend that cannot be told apart.
const MIN_YEARLY_DAYS = 640;

/** Geometric mean, over games seen from their launch, of daily units in the first month. */
function fitColdLevel(all: readonly GameSeries[], endDay: number): number {
  const logs: number[] = [];
  for (const series of all) {
    const days = Math.min(series.units.length, endDay - series.firstDay, FIRST_MONTH_DAYS);
    if (days < FIRST_MONTH_DAYS || series.firstAge > LAUNCH_AGE_DAYS) continue;
    let sum = 0;
    for (let t = 0; t < days; t++) sum += series.units[t] ?? 0;
    logs.push(Math.log(sum / days + MIN_COLD_LEVEL));
  }
  if (logs.length === 0) return 1;
  return Math.exp(logs.reduce((sum, value) => sum + value, 0) / logs.length);
}

/** Fits scalers and store-wide conditions on the days before `endDay` only. */
export function fitContext(all: readonly GameSeries[], genres: readonly string[], endDay: number): ModelContext {
  const scalers: ModelContext["scalers"] = {};
  let firstDay = endDay;
  for (const series of all) {
    const days = Math.min(series.units.length, endDay - series.firstDay);
    firstDay = Math.min(firstDay, series.firstDay);
    if (days >= MIN_SCALER_DAYS) scalers[series.gameId] = fitScaler(series.units, days);
  }
  return {
    genres: [...genres],
    scalers,
    pooled: poolScalers(Object.values(scalers)),
    conditions: fitConditions(all, endDay),
    coldLevel: Math.max(MIN_COLD_LEVEL, fitColdLevel(all, endDay)),
    hasYears: endDay - firstDay >= MIN_YEARLY_DAYS,
  };
}
