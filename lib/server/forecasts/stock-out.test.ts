import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/shared/day";
import { computeStockOut } from "./stock-out";

/** Ten units a day expected, 8 to 13 of them at the ends of the band. */
const days = Array.from({ length: 60 }, (_, h) => ({
  day: addDays("2026-04-01", h),
  cumulativeUnits: 10 * (h + 1),
  cumulativeLowerUnits: 8 * (h + 1),
  cumulativeUpperUnits: 13 * (h + 1),
}));
const pool = (keysLeft: number, keysAtStart = keysLeft) => computeStockOut(days, { keysLeft, keysAtStart });

describe("computeStockOut", () => {
  it("runs out on the day whose running total reaches the keys, earlier and later at the ends of the band", () => {
    expect(pool(40)).toEqual({
      state: "runs_out",
      keysLeft: 40,
      expectedDay: "2026-04-04",
      earliestDay: "2026-04-04",
      latestDay: "2026-04-05",
      keysToOrder: 780 - 40,
      horizonDays: 60,
      safetyPercent: 90,
    });
    expect(pool(41)).toMatchObject({ expectedDay: "2026-04-05", earliestDay: "2026-04-04", latestDay: "2026-04-06" });
  });

  it("leaves the latest day open where the keys may outlast the forecast", () => {
    expect(pool(600)).toMatchObject({ state: "runs_out", expectedDay: "2026-05-30", latestDay: null });
    expect(pool(601)).toMatchObject({ state: "may_run_out", expectedDay: null, earliestDay: "2026-05-17" });
  });

  it("needs no order where even the upper end leaves a key", () => {
    expect(pool(780)).toMatchObject({ state: "may_run_out", keysToOrder: 0 });
    expect(pool(781)).toMatchObject({ state: "lasts", earliestDay: null, keysToOrder: 0 });
  });

  it("counts keys sold since the forecast began as part of its running total", () => {
    expect(pool(30, 40)).toMatchObject({ keysLeft: 30, expectedDay: "2026-04-04", keysToOrder: 740 });
  });

  it("is sold out, not about to be, without a key", () => {
    expect(pool(0, 25)).toMatchObject({ state: "sold_out", expectedDay: null, earliestDay: null, keysToOrder: 755 });
    expect(pool(0)).toMatchObject({ state: "sold_out", keysToOrder: 780 });
  });
});
