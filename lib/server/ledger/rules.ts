import { addDays, type Day, daysBetween } from "@/lib/shared/day";
import {
  ACCURACY_WEEKS,
  ACCURACY_WINDOWS,
  type Accuracy,
  type AccuracySums,
  type AccuracyWeek,
  type AccuracyWindow,
  type HorizonBucket,
  type TrackKind,
  type TrackRecord,
  toAccuracy,
} from "@/lib/shared/ledger";

const WEEK = 7;

/** Days back from the last scored day that a track record is made of. */
export const TRACK_DAYS = Math.max(ACCURACY_WEEKS * WEEK, ...ACCURACY_WINDOWS);

/** Sums over the forecasts of one day that looked about equally far ahead. */
export type DaySums = Omit<AccuracySums, "days"> & { day: Day; bucket: HorizonBucket };

function sumDays(rows: readonly DaySums[]): Accuracy | null {
  const sums: AccuracySums = {
    days: new Set(rows.map(({ day }) => day)).size,
    forecasts: 0,
    soldUnits: 0,
    predictedUnits: 0,
    absError: 0,
    naiveAbsError: 0,
    covered: 0,
    pinball: 0,
  };
  for (const row of rows) {
    sums.forecasts += row.forecasts;
    sums.soldUnits += row.soldUnits;
    sums.predictedUnits += row.predictedUnits;
    sums.absError += row.absError;
    sums.naiveAbsError += row.naiveAbsError;
    sums.covered += row.covered;
    sums.pinball += row.pinball;
  }
  return toAccuracy(sums);
}

function sumBuckets(rows: readonly DaySums[]): AccuracyWindow["buckets"] {
  const ofBucket = (bucket: HorizonBucket) => sumDays(rows.filter((row) => row.bucket === bucket));
  return { near: ofBucket("near"), middle: ofBucket("middle"), far: ofBucket("far") };
}

function toWindow(rows: readonly DaySums[], days: number, through: Day): AccuracyWindow {
  const from = addDays(through, 1 - days);
  const inside = rows.filter(({ day }) => day >= from && day <= through);
  return { days, from, through, total: sumDays(inside), buckets: sumBuckets(inside) };
}

function toWeeks(rows: readonly DaySums[], through: Day): AccuracyWeek[] {
  const byWeek = new Map<number, DaySums[]>();
  for (const row of rows) {
    const ago = Math.floor(daysBetween(row.day, through) / WEEK);
    if (ago < 0 || ago >= ACCURACY_WEEKS) continue;
    byWeek.set(ago, [...(byWeek.get(ago) ?? []), row]);
  }
  const weeks = [...byWeek].map(([ago, own]) => {
    const last = addDays(through, -ago * WEEK);
    const accuracy = sumDays(own);
    return accuracy && { from: addDays(last, 1 - WEEK), through: last, ...accuracy, buckets: sumBuckets(own) };
  });
  return weeks.filter((week) => week !== null).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The track record that scored days make up to the last scored day; null where no forecast met its day. */
export function toTrackRecord(
  rows: readonly DaySums[],
  { kind, scoredThrough }: { kind: TrackKind; scoredThrough: Day },
): TrackRecord | null {
  if (rows.length === 0) return null;
  const windows = ACCURACY_WINDOWS.map((days) => toWindow(rows, days, scoredThrough));
  return { kind, scoredThrough, windows, weeks: toWeeks(rows, scoredThrough) };
}
