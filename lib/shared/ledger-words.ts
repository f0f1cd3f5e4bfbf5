import { formatDay } from "./day-text";
import type { Accuracy, AccuracyWindow, GameFlag, LaunchRecord, TrackKind } from "./ledger";

/** Below this share a ratio or a bias is no difference worth a sentence. */
const SAME = 0.02;

/** The band is meant to hold four days of five; within this distance it does. */
const BAND_SHARE = 0.8;
const BAND_SLACK = 0.05;

/** Below this many units a day a range of whole units cannot be as narrow as 80 %. */
const BAND_UNITS = 5;

function toUnits(units: number): string {
  const text = units.toLocaleString("en-US", { maximumFractionDigits: units < 10 ? 1 : 0 });
  return `${text} unit${text === "1" ? "" : "s"}`;
}

const toPercent = (share: number) => `${Math.round(100 * Math.abs(share))} %`;

function describeErrors({ meanAbsError, naiveMeanAbsError }: Accuracy, over: string, per: string): string {
  const naive = `repeating the last known week would have been off by ${toUnits(naiveMeanAbsError)}`;
  return `${over} the forecast was off by ${toUnits(meanAbsError)} ${per}; ${naive}.`;
}

function describeRatio({ errorRatio }: Accuracy): string {
  if (errorRatio === null) return "There was nothing to gain on repeating the last week: it was never wrong.";
  if (Math.abs(errorRatio - 1) < SAME) return "It was as good as repeating the last week.";
  return errorRatio < 1
    ? `Its error was ${toPercent(1 - errorRatio)} smaller.`
    : `Its error was ${toPercent(errorRatio - 1)} larger: repeating the last week was the better forecast.`;
}

function describeBand({ coverage, soldPerDay }: Accuracy): string {
  const held = `What sold lay inside the 80 % range on ${Math.round(100 * coverage)} of 100 days`;
  if (coverage < BAND_SHARE - BAND_SLACK) return `${held}: the range was too narrow.`;
  const isWide = coverage > BAND_SHARE + BAND_SLACK && soldPerDay >= BAND_UNITS;
  return isWide ? `${held}: the range was wider than needed.` : `${held}.`;
}

function describeBias({ bias, predictedPerDay }: Accuracy): string {
  if (bias === null) return `Nothing was sold; ${toUnits(predictedPerDay)} a day were forecast.`;
  if (Math.abs(bias) < SAME) return "Over all days it forecast neither too much nor too little.";
  return `Over all days it forecast ${toPercent(bias)} too ${bias > 0 ? "much" : "little"}.`;
}

/**
 * Says in plain words how the forecasts of a game, or of all games of the store, turned out over a window, a sentence
 * each; none where nothing was forecast.
 */
export function describeAccuracy(
  { days, through, total }: Omit<AccuracyWindow, "buckets">,
  { kind, of }: { kind: TrackKind; of: "game" | "store" },
): string[] {
  if (!total) return [];
  const span = total.days < days ? `${total.days} day${total.days === 1 ? "" : "s"}` : `the last ${days} days`;
  const over =
    kind === "issued" ? `Over ${span}` : `Tested on ${span} up to ${formatDay(through)}, which the model had not seen,`;
  const per = of === "game" ? "a day" : "a game and day";
  return [describeErrors(total, over, per), describeRatio(total), describeBand(total), describeBias(total)];
}

/** Says that a game's forecasts lose to repeating the last week, and what is to be done. */
export function describeFlag({ through, meanAbsError, naiveMeanAbsError, isRetrained }: GameFlag): string {
  const lost =
    `In both of the two weeks up to ${formatDay(through)} the forecast was worse than repeating the last week: ` +
    `off by ${toUnits(meanAbsError)} a day instead of ${toUnits(naiveMeanAbsError)}.`;
  return `${lost} ${isRetrained ? "The model has been trained again since." : "The model should be trained again."}`;
}

/** Sets the last forecast before a game's release beside what it then sold. */
export function describeLaunch({ issuedThrough, days, predictedUnits, soldUnits }: LaunchRecord): string {
  const since = days === 1 ? "first day" : `first ${days} days`;
  return `Before its release (${formatDay(issuedThrough)}) ${toUnits(predictedUnits)} were forecast for its ${since}; it sold ${toUnits(soldUnits)}.`;
}
