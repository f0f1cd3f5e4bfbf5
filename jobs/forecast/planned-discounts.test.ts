import { describe, expect, it } from "vitest";
import { toDayNumber } from "@/jobs/model/calendar";
import { toPlannedDiscounts } from "./planned-discounts";

const firstDay = toDayNumber("2026-12-01");
const promotion = (startsAt: string, endsAt: string, discountPercent: number) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  discountPercent,
});

describe("toPlannedDiscounts", () => {
  it("holds on the days whose noon lies in the promotion", () => {
    const morning = promotion("2026-12-02T08:00:00Z", "2026-12-04T08:00:00Z", 20);
    const evening = promotion("2026-12-02T18:00:00Z", "2026-12-04T18:00:00Z", 20);
    expect(toPlannedDiscounts([morning], firstDay, 5)).toEqual([0, 0.2, 0.2, 0, 0]);
    expect(toPlannedDiscounts([evening], firstDay, 5)).toEqual([0, 0, 0.2, 0.2, 0]);
  });

  it("takes the deepest where promotions overlap, and nothing where there are none", () => {
    const long = promotion("2026-11-20T00:00:00Z", "2027-02-01T00:00:00Z", 10);
    const deep = promotion("2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z", 75);
    expect(toPlannedDiscounts([deep, long], firstDay, 3)).toEqual([0.1, 0.75, 0.1]);
    expect(toPlannedDiscounts([], firstDay, 2)).toEqual([0, 0]);
  });
});
