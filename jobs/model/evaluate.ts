import { roundKeepingTotals } from "./forecast-game";
import { computeMetrics, type Metrics, QUANTILES, type Scored } from "./metrics";
import type { Panel } from "./panel/panel";
import { prepareWith } from "./panel/panel-context";
import { computeNaiveError } from "./panel/scaler";
import { type PanelModel, predictWindows, toRivalSpec, toServed, type WindowForecast } from "./panel-model";
import { type Choice, forecastRival, type Rival, type RivalSpec, type Smoothed, toSource } from "./rivals/choice";
import { toActual } from "./rivals/contests";
import type { WholeWindow } from "./window/window-batch";

/** The forecasts that are compared: as served, the network's alone, and the rules'. */
export const CONTESTANTS = ["served", "network", "sameCondition", "seasonalNaive", "autoEts"] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** Groups of games that are scored on their own. */
export const SEGMENTS = ["all", "top", "tail", "young"] as const;
export type Segment = (typeof SEGMENTS)[number];

/** Accuracy on the held-out days: of all games, the ten that sold most, the others, and those not yet 90 days old. */
export type Evaluation = Record<Segment, Record<Contestant, Metrics>>;

/** A held-out window with its forecast as it would have been served. */
export interface HeldOut {
  window: WholeWindow;
  forecast: WindowForecast;
  choice: Choice | undefined;
  scored: Record<Contestant, Scored>;
}

const TOP_GAMES = 10;
const YOUNG_DAYS = 90;
const MIN_ERROR = 0.25;
const RIVAL_NAMES: [Contestant, Rival][] = [
  ["sameCondition", "same_condition"],
  ["seasonalNaive", "seasonal_naive"],
  ["autoEts", "auto_ets"],
];

/** Series that were on sale on all days [from, from + horizon), at the origin before them. */
export function listHeldOut(model: PanelModel, panel: Panel, from: number): WholeWindow[] {
  const { horizon } = panel.spec;
  return prepareWith(model.context, panel.spec, panel.series, from + horizon)
    .map((prepared) => ({ prepared, origin: from - 1 - prepared.series.firstDay, start: 0 }))
    .filter(({ prepared, origin }) => origin >= 0 && prepared.length > origin + horizon);
}

const column = (quantiles: Float32Array, k: number) =>
  Float32Array.from(
    { length: quantiles.length / QUANTILES.length },
    (_, h) => quantiles[h * QUANTILES.length + k] ?? 0,
  );

const toBand = ({ quantiles }: WindowForecast) => ({ lower: column(quantiles, 0), upper: column(quantiles, 4) });

/** MASE's denominator: the game's own naive weekly error before the origin; of a launch, that of the days after it. */
function toNaiveError({ prepared, origin }: WholeWindow, season: number): number {
  const { values } = prepared.series;
  const before = computeNaiveError(values, origin + 1, season);
  const error = origin + 1 >= 4 * season ? before : computeNaiveError(values, prepared.length, season);
  return Math.max(MIN_ERROR, Number.isFinite(error) ? error : 0);
}

/** A rule's points; the last week again where smoothing has no answer, as of a launch. */
function toPoint(rival: Rival, window: WholeWindow, spec: RivalSpec): Float64Array {
  const own = forecastRival(rival, window, spec) ?? forecastRival("seasonal_naive", window, spec);
  return own ?? new Float64Array(spec.horizon);
}

/** Forecasts held-out windows as served, and scores them beside the network alone and the rules. */
export function forecastHeldOut(
  model: PanelModel,
  windows: readonly WholeWindow[],
  smoothed: Smoothed = new Map(),
): HeldOut[] {
  const plain = predictWindows(model, windows);
  const served = toServed(model, windows, plain, smoothed);
  const rivalSpec = { ...toRivalSpec(model), smoothed };
  const { horizon, season } = model.spec;
  return windows.flatMap((window, i): HeldOut[] => {
    const [forecast, network] = [served[i], plain[i]];
    if (!forecast || !network) return [];
    const actual = toActual(window.prepared, window.origin, horizon);
    const naiveError = toNaiveError(window, season);
    const score = (point: ArrayLike<number>, band: { lower: ArrayLike<number>; upper: ArrayLike<number> }): Scored => ({
      actual,
      naiveError,
      forecast: { point, ...band },
    });
    const rivals = RIVAL_NAMES.map(([name, rival]) => {
      const point = toPoint(rival, window, rivalSpec);
      return [name, score(point, { lower: point, upper: point })] as const;
    });
    const scored = {
      served: score(roundKeepingTotals(forecast.mean), toBand(forecast)),
      network: score(network.mean, toBand(network)),
      ...Object.fromEntries(rivals),
    } as HeldOut["scored"];
    return [{ window, forecast, choice: model.choices[window.prepared.series.id], scored }];
  });
}

function toSegments(held: readonly HeldOut[]): Record<Segment, HeldOut[]> {
  const sold = ({ window }: HeldOut) => window.prepared.trail[window.origin + 1] ?? 0;
  const isYoung = ({ window: { prepared, origin } }: HeldOut) => prepared.series.firstAge + origin < YOUNG_DAYS;
  const old = held.filter((each) => !isYoung(each)).sort((a, b) => sold(b) - sold(a));
  return {
    all: [...held],
    top: old.slice(0, TOP_GAMES),
    tail: old.slice(TOP_GAMES),
    young: held.filter(isYoung),
  };
}

/** Accuracy of forecast held-out windows by segment; a segment without games has scores over none. */
export function evaluate(held: readonly HeldOut[]): Evaluation {
  const score = (games: readonly HeldOut[]) =>
    Object.fromEntries(CONTESTANTS.map((name) => [name, computeMetrics(games.map(({ scored }) => scored[name]))]));
  return Object.fromEntries(
    Object.entries(toSegments(held)).map(([segment, games]) => [segment, score(games)]),
  ) as Evaluation;
}

/** How many series are served by each source. */
export function countSources(model: PanelModel, ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids) {
    const source = toSource(model.choices[id]);
    counts[source] = (counts[source] ?? 0) + 1;
  }
  return counts;
}
