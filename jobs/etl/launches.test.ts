import { describe, expect, it } from "vitest";
import { computePublisherRecords, type Launch } from "./launches";

const launch = (gameId: string, releaseDay: string, units: number, publisherId = "pub"): Launch => ({
  gameId,
  publisherId,
  releaseDay,
  units,
});
const launches = [
  launch("first", "2026-01-01", 9),
  launch("elsewhere", "2026-01-02", 1000, "other"),
  launch("own", "2026-01-03", 5000),
  launch("second", "2026-01-05", 99),
];
const game = { gameId: "own", publisherId: "pub" };

describe("computePublisherRecords", () => {
  it("changes on the last day of another launch of the publisher, and only then", () => {
    const records = computePublisherRecords(game, launches, { firstDay: "2026-01-27", count: 8 });
    const one = Math.log(10);
    const two = (Math.log(10) + Math.log(100)) / 2;
    expect(records.map((record) => record && Number(record.toFixed(9)))).toEqual(
      [null, one, one, one, one, two, two, two].map((record) => record && Number(record.toFixed(9))),
    );
  });

  it("knows the launches that were over before its first day, and nothing of a publisher without one", () => {
    const days = { firstDay: "2027-01-01", count: 1 };
    expect(computePublisherRecords({ ...game, gameId: "later" }, launches, days)[0]).toBeCloseTo(
      (Math.log(10) + Math.log(5001) + Math.log(100)) / 3,
    );
    expect(computePublisherRecords({ gameId: "x", publisherId: "new" }, launches, days)).toEqual([null]);
  });

  it("does not change the past where later launches come in", () => {
    const days = { firstDay: "2026-01-01", count: 60 };
    const before = computePublisherRecords(game, launches.slice(0, 3), days);
    const after = computePublisherRecords(game, launches, days);
    expect(after.slice(0, 31)).toEqual(before.slice(0, 31));
    expect(after[31]).not.toEqual(before[31]);
  });
});
