import { describe, expect, it } from "vitest";
import { cutSeries, findOpeningDay, toZeroSeries, trimBeforeOpening } from "./series";
import { createSyntheticStore } from "./synthetic-series";

const facts = { gameId: "q", slug: "q", genres: [], unitPriceCents: 1, reviewScore: 0, rating: 0 };

describe("series", () => {
  it("start where the store opened; a quiet game keeps its last day", () => {
    const sold = toZeroSeries(facts, 100, 100, 199);
    sold.units[50] = 1;
    const quiet = toZeroSeries(facts, 100, 100, 120);
    expect(findOpeningDay([sold, quiet])).toBe(150);
    const trimmed = trimBeforeOpening(sold, 150);
    expect([trimmed.firstDay, trimmed.firstAge, trimmed.units[0], trimmed.units.length]).toEqual([150, 50, 1, 50]);
    expect(trimBeforeOpening(quiet, 150).units).toHaveLength(1);
    expect(findOpeningDay([quiet])).toBe(Number.POSITIVE_INFINITY);
    expect(trimBeforeOpening(quiet, Number.POSITIVE_INFINITY)).toBe(quiet);
  });

  it("are as they were on an earlier day, in every column", () => {
    const [series] = createSyntheticStore({ games: 1, days: 60, lastDay: 20_000, seed: 3 });
    if (!series) throw new Error("the store is empty");
    const cut = cutSeries(series, series.firstDay + 9);
    expect([cut.firstDay, cut.firstAge]).toEqual([series.firstDay, series.firstAge]);
    for (const column of Object.values(cut)) if (column instanceof Float64Array) expect(column).toHaveLength(10);
    expect(cutSeries(series, 30_000)).toEqual(series);
  });

  it("of a game that never sold are zeros from its release or the opening on", () => {
    const released = toZeroSeries(facts, 90, 100, 120);
    expect([released.firstDay, released.firstAge, released.units.length]).toEqual([100, 10, 21]);
    expect(toZeroSeries(facts, 130, 100, 120)).toMatchObject({ firstDay: 120, firstAge: 0 });
  });
});
