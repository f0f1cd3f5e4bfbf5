import { toDate } from "./day";
import {
  type Accuracy,
  type AccuracyWindow,
  findTellingWindow,
  type GameFlag,
  type LaunchRecord,
  type TrackKind,
  type TrackRecord,
} from "./ledger";
import type { Messages } from "./messages/en";
import type { Sentence } from "./sentence";

/** A sentence of the messages `forecast.words`. */
export type LedgerSentence = Sentence<`words.${keyof Messages["forecast"]["words"]}`>;

/** Below this share a ratio or a bias is no difference worth a sentence. */
const SAME = 0.02;

/** The band is meant to hold four days of five; within this distance it does. */
const BAND_SHARE = 0.8;
const BAND_SLACK = 0.05;

/** Below this many units a day a range of whole units cannot be as narrow as 80 %. */
const BAND_UNITS = 5;

/** Units as they are told: with a tenth where they are few. */
function toTold(units: number): number {
  return units < 10 ? Math.round(units * 10) / 10 : Math.round(units);
}

const toPercent = (share: number) => Math.round(100 * Math.abs(share));

function describeRatio({ errorRatio }: Accuracy): LedgerSentence {
  if (errorRatio === null) return { key: "words.neverWrong" };
  if (Math.abs(errorRatio - 1) < SAME) return { key: "words.asGood" };
  return errorRatio < 1
    ? { key: "words.smaller", values: { percent: toPercent(1 - errorRatio) } }
    : { key: "words.larger", values: { percent: toPercent(errorRatio - 1) } };
}

function describeBand({ coverage, soldPerDay }: Accuracy): LedgerSentence {
  const values = { days: Math.round(100 * coverage) };
  if (coverage < BAND_SHARE - BAND_SLACK) return { key: "words.bandNarrow", values };
  const isWide = coverage > BAND_SHARE + BAND_SLACK && soldPerDay >= BAND_UNITS;
  return { key: isWide ? "words.bandWide" : "words.band", values };
}

function describeBias({ bias, predictedPerDay }: Accuracy): LedgerSentence {
  if (bias === null) return { key: "words.soldNothing", values: { predicted: toTold(predictedPerDay) } };
  if (Math.abs(bias) < SAME) return { key: "words.balanced" };
  return { key: bias > 0 ? "words.tooMuch" : "words.tooLittle", values: { percent: toPercent(bias) } };
}

/** Whose forecasts a record is of: one game's, or those of all games of the store. */
export type RecordOf = "game" | "store";

/** Says how forecasts turned out over a window, a sentence each; none where nothing was forecast. */
export function describeAccuracy(
  { days, through, total }: Omit<AccuracyWindow, "buckets">,
  { kind, of }: { kind: TrackKind; of: RecordOf },
): LedgerSentence[] {
  if (!total) return [];
  const values = {
    kind,
    of,
    isWhole: total.days < days ? "no" : "yes",
    days: Math.min(days, total.days),
    through: toDate(through),
    error: toTold(total.meanAbsError),
    naive: toTold(total.naiveMeanAbsError),
  };
  return [{ key: "words.errors", values }, describeRatio(total), describeBand(total), describeBias(total)];
}

/** Says what the window of a track record that tells most says. */
export function describeRecord(record: TrackRecord, of: RecordOf): LedgerSentence[] {
  const told = findTellingWindow(record.windows);
  return told ? describeAccuracy(told, { kind: record.kind, of }) : [];
}

/** Says that a game's forecasts lose to repeating the last week, and what is to be done. */
export function describeFlag({ through, meanAbsError, naiveMeanAbsError, isRetrained }: GameFlag): LedgerSentence[] {
  const values = { through: toDate(through), error: toTold(meanAbsError), naive: toTold(naiveMeanAbsError) };
  return [{ key: "words.flagLost", values }, { key: isRetrained ? "words.flagRetrained" : "words.flagAsks" }];
}

/** Sets the last forecast before a game's release beside what it then sold. */
export function describeLaunch({ issuedThrough, days, predictedUnits, soldUnits }: LaunchRecord): LedgerSentence[] {
  const values = { through: toDate(issuedThrough), days, predicted: predictedUnits, sold: soldUnits };
  return [{ key: "words.launch", values }];
}
