import { readFileSync } from "node:fs";
import path from "node:path";
import * as ets from "@bsull/augurs/ets";
import * as mstl from "@bsull/augurs/mstl";

/** Level of the interval between `lower` and `upper`. */
const LEVEL = 0.8;
/** The automatic search of augurs knows no seasonal model: a season comes out by STL first, as in `stlf` of R. */
const WITHOUT_SEASON = "ZZN";
const MIN_DAYS = 8;

/** Point forecast and edges of the 80 % interval of the days after the last value, each [horizon]. */
export interface AutoEtsForecast {
  mean: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
}

/** A forecast, or why there is none. */
export type AutoEtsResult = { forecast: AutoEtsForecast } | { forecast: null; reason: string };

let isStarted = false;

function start(): void {
  if (isStarted) return;
  // By hand: a bundler puts a number in the place of what `require.resolve` gives.
  const folder = path.join(process.cwd(), "node_modules/@bsull/augurs");
  ets.initSync({ module: readFileSync(path.join(folder, "ets_bg.wasm")) });
  mstl.initSync({ module: readFileSync(path.join(folder, "mstl_bg.wasm")) });
  isStarted = true;
}

function createModel(length: number, season: number): ets.AutoETS | mstl.MSTL {
  return season > 1 && length >= 2 * season ? mstl.MSTL.ets([season]) : new ets.AutoETS(1, WITHOUT_SEASON);
}

function toConstant(value: number, horizon: number): AutoEtsForecast {
  const repeat = () => new Float64Array(horizon).fill(value);
  return { mean: repeat(), lower: repeat(), upper: repeat() };
}

function fitScaled(scaled: Float64Array, horizon: number, season: number): ets.Forecast {
  const model = createModel(scaled.length, season);
  try {
    model.fit(scaled);
    return model.predict(horizon, LEVEL);
  } finally {
    model.free();
  }
}

function toForecast(found: ets.Forecast, scale: number, floor: number): AutoEtsForecast | null {
  const rescale = (values: readonly number[]) => Float64Array.from(values, (value) => Math.max(floor, value * scale));
  const { lower = found.point, upper = found.point } = found.intervals ?? {};
  const forecast = { mean: rescale(found.point), lower: rescale(lower), upper: rescale(upper) };
  return Object.values(forecast).every((values) => values.every(Number.isFinite)) ? forecast : null;
}

/**
 * Forecast of a daily series by exponential smoothing, its form chosen by AICc; seasonality of `season` days is taken
 * out by STL where two seasons are known. Series that were never negative have no negative forecast. Never throws:
 * where nothing can be fitted (fewer than 8 days, a value that is not finite) it says why.
 */
export function forecastAutoEts(values: Float64Array, horizon: number, season: number): AutoEtsResult {
  const [first = 0] = values;
  if (values.length < MIN_DAYS) return { forecast: null, reason: `${values.length} days are fewer than ${MIN_DAYS}` };
  if (!values.every(Number.isFinite)) return { forecast: null, reason: "a value is not a finite number" };
  if (values.every((value) => value === first)) return { forecast: toConstant(first, horizon) };
  // The optimiser gives up on very large and very small values.
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const floor = values.some((value) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
  try {
    start();
    const found = fitScaled(
      values.map((value) => value / scale),
      horizon,
      season,
    );
    const forecast = toForecast(found, scale, floor);
    return forecast ? { forecast } : { forecast: null, reason: "the fitted model runs away" };
  } catch (error) {
    return { forecast: null, reason: error instanceof Error ? error.message : String(error) };
  }
}
