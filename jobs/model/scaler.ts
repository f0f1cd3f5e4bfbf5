import { z } from "zod";

/** A game's own scaler on log1p(units), with its naive weekly error for weighting the loss and for MASE. */
export const scalerSchema = z.object({
  center: z.number(),
  spread: z.number().positive(),
  naiveError: z.number().positive(),
});

/** See {@link scalerSchema}. */
export type GameScaler = z.infer<typeof scalerSchema>;

// A constant series has no spread of its own; a tenth of a log unit keeps its scaled values finite and small.
const MIN_SPREAD = 0.1;
const MIN_NAIVE_ERROR = 0.25;
const SEASON = 7;

/** Mean |y(t) − y(t−7)| over the days [0, end): the MASE(7) denominator; NaN when there are fewer than 8 days. */
export function computeNaiveError(units: Float64Array, end: number): number {
  let sum = 0;
  for (let t = SEASON; t < end; t++) sum += Math.abs((units[t] ?? 0) - (units[t - SEASON] ?? 0));
  return sum / (end - SEASON > 0 ? end - SEASON : Number.NaN);
}

/** Fits a scaler on the days [0, end) of a series and on nothing later. */
export function fitScaler(units: Float64Array, end: number): GameScaler {
  const days = Math.max(1, Math.min(end, units.length));
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < days; t++) {
    const value = Math.log1p(units[t] ?? 0);
    sum += value;
    squares += value * value;
  }
  const center = sum / days;
  const spread = Math.max(MIN_SPREAD, Math.sqrt(Math.max(0, squares / days - center * center)));
  const naiveError = computeNaiveError(units, days);
  return { center, spread, naiveError: Math.max(MIN_NAIVE_ERROR, Number.isFinite(naiveError) ? naiveError : 0) };
}

/** The scaler of a game too young for its own: the mean over the others'. */
export function poolScalers(scalers: readonly GameScaler[]): GameScaler {
  if (scalers.length === 0) return { center: 0, spread: 1, naiveError: 1 };
  const mean = (pick: (scaler: GameScaler) => number) =>
    scalers.reduce((sum, scaler) => sum + pick(scaler), 0) / scalers.length;
  return { center: mean((s) => s.center), spread: mean((s) => s.spread), naiveError: mean((s) => s.naiveError) };
}

/** Units to the network's scale. */
export function scaleUnits(scaler: GameScaler, units: number): number {
  return (Math.log1p(units) - scaler.center) / scaler.spread;
}

/** The network's scale back to units. */
export function unscaleUnits(scaler: GameScaler, scaled: number): number {
  return Math.expm1(scaled * scaler.spread + scaler.center);
}
