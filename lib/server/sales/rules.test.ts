import { describe, expect, it } from "vitest";
import { toScores, toWindows } from "./rules";

it("makes two windows of 28 days that touch and do not overlap", () => {
  expect(toWindows("2026-03-31")).toEqual({
    from: "2026-03-04",
    through: "2026-03-31",
    previousFrom: "2026-02-04",
    previousThrough: "2026-03-03",
  });
});

describe("toScores", () => {
  const metrics = { served: { mase: 0.8, wape: 0.2, coverage: 0.81, games: 3 }, seasonalNaive: { mase: 1, wape: 0.4 } };

  it("takes what is shown, and null for a coverage that is missing", () => {
    expect(toScores(metrics, "served")).toEqual({ mase: 0.8, wape: 0.2, coverage: 0.81 });
    expect(toScores(metrics, "seasonalNaive")).toEqual({ mase: 1, wape: 0.4, coverage: null });
  });

  it.each([{}, null, { served: { mase: "0.8" } }, []])("is null for %j", (malformed) => {
    expect(toScores(malformed, "served")).toBeNull();
  });
});
