import { type Accuracy, HORIZON_BUCKETS, type HorizonBucket, type TrackRecord } from "@/lib/shared/ledger";

/** All forecasts together, or those that looked about equally far ahead. */
export type Reach = "all" | HorizonBucket;

export const REACHES: readonly Reach[] = ["all", ...HORIZON_BUCKETS];

/** One week of a track record in the charts: errors in units per day, the share inside the band from 0 to 1. */
export type AccuracyPoint = {
  from: string;
  through: string;
  error: number | null;
  naiveError: number | null;
  coverage: number | null;
};

/** The weeks of a track record for one reach; a week without a forecast of that reach is a gap. */
export function toAccuracyPoints({ weeks }: TrackRecord, reach: Reach): AccuracyPoint[] {
  return weeks.map((week) => {
    const accuracy: Accuracy | null = reach === "all" ? week : week.buckets[reach];
    return {
      from: week.from,
      through: week.through,
      error: accuracy?.meanAbsError ?? null,
      naiveError: accuracy?.naiveMeanAbsError ?? null,
      coverage: accuracy?.coverage ?? null,
    };
  });
}
