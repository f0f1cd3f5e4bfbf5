import { describe, expect, it } from "vitest";
import { findKind, toSums } from "./select-forecast";

describe("findKind", () => {
  const madeFrom = "2026-03-31";

  it("goes by the days of sales there are", () => {
    expect(findKind(madeFrom, "2026-04-01", "2024-01-01")).toBe("launch");
    expect(findKind(madeFrom, "2026-03-31", "2024-01-01")).toBe("young");
    expect(findKind(madeFrom, "2026-01-02", "2024-01-01")).toBe("young");
    expect(findKind(madeFrom, "2026-01-01", "2024-01-01")).toBe("regular");
  });

  it("counts no day before the store opened", () => {
    expect(findKind(madeFrom, "2020-01-01", "2026-03-01")).toBe("young");
    expect(findKind(madeFrom, "2020-01-01", null)).toBe("regular");
  });

  it("takes a game without a date for one that is long out", () => {
    expect(findKind(madeFrom, null, "2024-01-01")).toBe("regular");
  });
});

describe("toSums", () => {
  const day = (h: number) => ({
    ...{ day: "2026-04-01", units: 2, lowerUnits: 0, lowerQuartileUnits: 1, medianUnits: 2 },
    ...{ upperQuartileUnits: 3, upperUnits: 5 },
    ...{ cumulativeUnits: 2 * h, cumulativeLowerUnits: h, cumulativeUpperUnits: 3 * h },
  });
  const days = (count: number) => Array.from({ length: count }, (_, h) => day(h + 1));

  it("has the running total's band, and no sum of days that are not there", () => {
    expect(toSums(days(60)).at(-1)).toEqual({ horizonDays: 60, units: 120, lowerUnits: 60, upperUnits: 180 });
    expect(toSums(days(40)).map(({ horizonDays }) => horizonDays)).toEqual([7, 30]);
  });
});
