import { z } from "zod";
import { HORIZON } from "./feature-names";

// First horizon day (0-based) of each bucket: the first week, the second, the month, the rest.
const BUCKET_STARTS = [0, 7, 14, 28] as const;
// Slow and fast sellers miss their bands differently: below this mean the lower edge is 0 and only the upper can fail.
const FAST_UNITS = 2;
// Young games miss theirs more often than either: little is known of where they settle.
const YOUNG_DAYS = 120;
const COVERAGE = 0.8;
const MIN_SCORES = 50;
// Narrower bands are widened in shares of half a unit.
const MIN_WIDTH = 0.5;

const bucketsSchema = z.array(z.number()).length(BUCKET_STARTS.length);

/** Widening of the 80 % band by group of games and horizon bucket, in shares of the band's width; may be negative. */
export const calibrationSchema = z.object({ slow: bucketsSchema, fast: bucketsSchema, young: bucketsSchema });

/** See {@link calibrationSchema}. */
export type Calibration = z.infer<typeof calibrationSchema>;

type Group = keyof Calibration;

const noWidening = () => BUCKET_STARTS.map(() => 0);

/** No widening at all. */
export const NO_CALIBRATION: Calibration = { slow: noWidening(), fast: noWidening(), young: noWidening() };

/** A held-out day: what the network said of it and what sold. */
export interface CalibrationDay {
  /** Days of history that the forecast was made from. */
  historyDays: number;
  horizonDay: number;
  mean: number;
  lower: number;
  upper: number;
  actual: number;
}

function toGroup(historyDays: number, mean: number): Group {
  if (historyDays < YOUNG_DAYS) return "young";
  return mean < FAST_UNITS ? "slow" : "fast";
}

function toBucket(horizonDay: number): number {
  return BUCKET_STARTS.findLastIndex((start) => horizonDay >= start);
}

const toWidth = (lower: number, upper: number) => Math.max(MIN_WIDTH, upper - lower);

/** Split-conformal quantile: the smallest widening that covers 80 % of the held-out days, with the +1 correction. */
function computeWidening(scores: number[]): number {
  scores.sort((a, b) => a - b);
  const rank = Math.min(scores.length - 1, Math.ceil((scores.length + 1) * COVERAGE) - 1);
  return scores[rank] ?? 0;
}

function fitGroup(days: readonly CalibrationDay[]): number[] {
  const scores: number[][] = BUCKET_STARTS.map(() => []);
  for (const { horizonDay, lower, upper, actual } of days) {
    scores[toBucket(horizonDay)]?.push(Math.max(lower - actual, actual - upper) / toWidth(lower, upper));
  }
  const all = computeWidening(scores.flat());
  return scores.map((bucket) => (bucket.length < MIN_SCORES ? all : computeWidening(bucket)));
}

/** Fits the widenings on held-out days; a bucket with too few of them takes those of all buckets. */
export function fitCalibration(days: readonly CalibrationDay[]): Calibration {
  const of = (group: Group) => fitGroup(days.filter(({ historyDays, mean }) => toGroup(historyDays, mean) === group));
  return { slow: of("slow"), fast: of("fast"), young: of("young") };
}

/** The calibrated band of a horizon day; never below 0, never inside out. */
export function calibrateBand(
  calibration: Calibration,
  day: Omit<CalibrationDay, "actual">,
): { lower: number; upper: number } {
  if (day.horizonDay < 0 || day.horizonDay >= HORIZON) throw new RangeError(`no horizon day ${day.horizonDay}`);
  const widening = calibration[toGroup(day.historyDays, day.mean)][toBucket(day.horizonDay)] ?? 0;
  const shift = widening * toWidth(day.lower, day.upper);
  const [lower, upper] = [Math.max(0, day.lower - shift), Math.max(0, day.upper + shift)];
  if (lower <= upper) return { lower, upper };
  return { lower: (lower + upper) / 2, upper: (lower + upper) / 2 };
}
