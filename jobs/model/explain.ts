import { toDayString } from "./calendar";
import { type Forecaster, toWindow } from "./forecast-game";
import type { WindowSource } from "./game-panel";
import { predictWindows } from "./panel-model";
import { NEUTRALS, type Neutral, type WholeWindow } from "./window/window-batch";

/** What may move a day's forecast away from the game's level; `season` is holidays and the time of year. */
export const EXPLAIN_GROUPS = ["weekday", "discount", "season", "age", "trend"] as const;
export type ExplainGroup = (typeof EXPLAIN_GROUPS)[number];

/** One day's forecast in units: `level` plus the sum of `effects` is `forecast`. */
export interface DayExplanation {
  day: string;
  /** The forecast of an ordinary day at full price: every group at its ordinary value. */
  level: number;
  forecast: number;
  effects: Record<ExplainGroup, number>;
}

const COUNT = EXPLAIN_GROUPS.length;
const COALITIONS = 1 << COUNT;
const TINY = 1e-6;

/** Weight of a coalition of `size` groups in the Shapley value of one that is not in it. */
function toShapleyWeight(size: number): number {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  return (factorial(size) * factorial(COUNT - size - 1)) / factorial(COUNT);
}

const WEIGHTS = Array.from({ length: COUNT }, (_, size) => toShapleyWeight(size));

const countBits = (mask: number) => EXPLAIN_GROUPS.reduce((sum, _, i) => sum + ((mask >> i) & 1), 0);
const isNeutral = (group: ExplainGroup): group is Neutral => NEUTRALS.some((name) => name === group);

/** The window in which only the groups of `mask` are as they are, and the others at their ordinary value. */
function toCoalition(full: WholeWindow, plain: WholeWindow, mask: number): WholeWindow {
  const missing = EXPLAIN_GROUPS.filter((_, i) => ((mask >> i) & 1) === 0);
  const base = missing.includes("discount") ? plain : full;
  return { ...base, neutral: new Set(missing.filter(isNeutral)) };
}

/**
 * Why each of the 60 days is forecast as it is: the Shapley values, in log, of five groups of inputs over all 32
 * combinations of them, scaled to units so that they add up exactly (Shapley 1953; Lundberg and Lee 2017).
 */
export function explainForecast({ model }: Forecaster, source: WindowSource): DayExplanation[] {
  const full = toWindow(model, source);
  const plain = toWindow(model, { ...source, plannedDiscount: () => 0 });
  const windows = Array.from({ length: COALITIONS }, (_, mask) => toCoalition(full, plain, mask));
  const forecasts = predictWindows(model, windows).map(({ mean }) => mean);
  const firstDay = full.prepared.series.firstDay + full.origin + 1;
  return Array.from({ length: model.spec.horizon }, (_, h) => {
    const at = (mask: number) => Math.max(TINY, forecasts[mask]?.[h] ?? 0);
    const logs = EXPLAIN_GROUPS.map((_, i) => {
      let value = 0;
      for (let mask = 0; mask < COALITIONS; mask++) {
        if ((mask >> i) & 1) continue;
        value += (WEIGHTS[countBits(mask)] ?? 0) * Math.log(at(mask | (1 << i)) / at(mask));
      }
      return value;
    });
    const [level, forecast] = [at(0), at(COALITIONS - 1)];
    const sum = logs.reduce((total, value) => total + value, 0);
    // The logarithmic mean: log shares times it add up to the difference.
    const scale = Math.abs(sum) > 1e-9 ? (forecast - level) / sum : level;
    const effects = Object.fromEntries(EXPLAIN_GROUPS.map((group, i) => [group, (logs[i] ?? 0) * scale]));
    return { day: toDayString(firstDay + h), level, forecast, effects: effects as DayExplanation["effects"] };
  });
}
