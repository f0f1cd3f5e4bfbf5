import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/shared/day";
import { type DaySums, TRACK_DAYS, toTrackRecord } from "./rules";

const scoredThrough = "2026-03-31";
const about = { kind: "issued", scoredThrough } as const;

const sums = (ago: number, bucket: DaySums["bucket"], absError: number): DaySums => ({
  day: addDays(scoredThrough, -ago),
  bucket,
  forecasts: 2,
  soldUnits: 20,
  predictedUnits: 20,
  absError,
  naiveAbsError: 4,
  covered: 2,
  pinball: 1,
});

describe("toTrackRecord", () => {
  it("cuts windows at their first day, and tells buckets apart", () => {
    const record = toTrackRecord(
      [sums(0, "near", 2), sums(0, "far", 6), sums(27, "far", 6), sums(28, "far", 60)],
      about,
    );
    const [month, quarter] = record?.windows ?? [];
    expect(month).toMatchObject({ days: 28, from: "2026-03-04", through: scoredThrough });
    expect(month?.total).toMatchObject({ days: 2, forecasts: 6, meanAbsError: 14 / 6 });
    expect([month?.buckets.near?.meanAbsError, month?.buckets.middle, month?.buckets.far?.days]).toEqual([1, null, 2]);
    expect(quarter?.total).toMatchObject({ days: 3, meanAbsError: 74 / 8 });
  });

  it("counts whole weeks back from the last scored day, oldest first, and leaves empty ones out", () => {
    const record = toTrackRecord(
      [0, 6, 7, 21, TRACK_DAYS - 1].map((ago) => sums(ago, "near", ago)),
      about,
    );
    expect(record?.weeks.map(({ from, through, days }) => [from, through, days])).toEqual([
      [addDays(scoredThrough, 1 - TRACK_DAYS), addDays(scoredThrough, 7 - TRACK_DAYS), 1],
      ["2026-03-04", "2026-03-10", 1],
      ["2026-03-18", "2026-03-24", 1],
      ["2026-03-25", scoredThrough, 2],
    ]);
  });

  it("tells how far ahead was forecast in each week, too", () => {
    const [week] = toTrackRecord([sums(0, "near", 2), sums(3, "far", 9)], about)?.weeks ?? [];
    const { near, middle, far } = week?.buckets ?? {};
    expect([near?.days, middle, far?.days]).toEqual([1, null, 1]);
    expect(near?.meanAbsError).not.toBe(far?.meanAbsError);
  });

  it("is none where no forecast has met its day", () => {
    expect(toTrackRecord([], about)).toBeNull();
  });
});
