import { expect, it } from "vitest";
import type { TrackRecord } from "@/lib/shared/ledger";
import { toAccuracyPoints } from "./accuracy-points";

const accuracy = (meanAbsError: number) => ({ meanAbsError, naiveMeanAbsError: 2 * meanAbsError, coverage: 0.8 });

it("takes the weeks of one reach, and leaves a gap where nothing of it was forecast", () => {
  const weeks = [
    {
      from: "2026-03-04",
      through: "2026-03-10",
      ...accuracy(3),
      buckets: { near: accuracy(1), middle: null, far: null },
    },
    {
      from: "2026-03-11",
      through: "2026-03-17",
      ...accuracy(4),
      buckets: { near: null, middle: null, far: accuracy(5) },
    },
  ];
  const record = { weeks } as unknown as TrackRecord;
  expect(toAccuracyPoints(record, "all").map(({ error, naiveError }) => [error, naiveError])).toEqual([
    [3, 6],
    [4, 8],
  ]);
  expect(toAccuracyPoints(record, "near").map(({ error }) => error)).toEqual([1, null]);
  expect(toAccuracyPoints(record, "far").map(({ coverage }) => coverage)).toEqual([null, 0.8]);
});
