import { describe, expect, it } from "vitest";
import { HORIZON, listGenres, toGamePanel, toGameSpec, toWindowSeries } from "./game-panel";
import type { GameSeries } from "./series";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";

const store = createSyntheticStore({ games: 4, days: 120, lastDay: 20_000, seed: 2 });
const series = store.find(({ units }) => units.length === 120) as GameSeries;
const plannedDiscount = (h: number) => (h < 7 ? 0.25 : 0);

describe("the panel of a store", () => {
  it("knows genres, interest before the release, and what is free; NaN what nobody knows", () => {
    const { spec, series: all } = toGamePanel(store, SYNTHETIC_GENRES);
    expect(listGenres(spec)).toEqual(SYNTHETIC_GENRES);
    all.forEach(({ statics, values, slow }, i) => {
      const game = store[i];
      const genres = [...statics.subarray(0, SYNTHETIC_GENRES.length)];
      expect(genres).toEqual(SYNTHETIC_GENRES.map((genre) => Number(game?.genres.includes(genre))));
      expect(statics[SYNTHETIC_GENRES.length]).toEqual(Math.log1p(game?.preReleaseWishlists ?? 0));
      expect(statics.at(-1)).toBe(0);
      expect(values).toEqual(game?.units);
      expect(slow?.every((column) => column.length === values.length)).toBe(true);
    });
    const unrated = {
      ...series,
      reviewScore: series.reviewScore.map(() => 0),
      unitPriceCents: series.unitPriceCents.map(() => 0),
    };
    const [free] = toGamePanel([unrated], SYNTHETIC_GENRES).series;
    expect(free?.slow?.[0]?.every(Number.isNaN)).toBe(true);
    expect(free?.statics.at(-1)).toBe(1);
  });

  it("counts the wishes of the last two weeks", () => {
    const wishlistAdds = series.units.map((_, t) => (t === 10 ? 5 : t === 20 ? 2 : 0));
    const [wished] = toGamePanel([{ ...series, wishlistAdds }], SYNTHETIC_GENRES).series;
    const wishes = [...(wished?.slow?.[3] ?? [])].map((value) => Math.round(Math.expm1(value)));
    expect([9, 10, 19, 20, 23, 24, 33, 34].map((t) => wishes[t])).toEqual([0, 5, 5, 7, 7, 2, 2, 0]);
  });

  it("has the same columns for every list of genres, and one each", () => {
    const [few, all] = [toGameSpec(["rpg"]), toGameSpec(SYNTHETIC_GENRES)];
    expect(all.statics.length - few.statics.length).toBe(SYNTHETIC_GENRES.length - 1);
    expect({ ...few, statics: [] }).toEqual({ ...all, statics: [] });
  });
});

describe("a window of a game", () => {
  it("ends on its origin and goes on with the plan: discounts, and the last price where none is planned", () => {
    const { values, known, slow } = toWindowSeries({ series, origin: 50, plannedDiscount }, SYNTHETIC_GENRES);
    expect(values).toEqual(series.units.subarray(0, 51));
    const [discount = new Float64Array(), price = new Float64Array()] = known;
    expect([discount.length, price.length]).toEqual([51 + HORIZON, 51 + HORIZON]);
    expect([...discount.subarray(51, 59)]).toEqual([...Array(7).fill(0.25), 0]);
    expect(discount.subarray(0, 51)).toEqual(series.discountRate.subarray(0, 51));
    expect(new Set(price.subarray(50))).toEqual(new Set([price[50]]));
    expect(slow?.every((column) => column.length === 51)).toBe(true);
  });

  it("takes planned prices", () => {
    const source = { series, origin: 50, plannedDiscount, plannedPriceCents: (h: number) => 1000 + h };
    const [, price] = toWindowSeries(source, SYNTHETIC_GENRES).known;
    expect(price?.[51]).toBeCloseTo(Math.log1p(10), 12);
    expect(price?.[60]).toBeCloseTo(Math.log1p(10.09), 12);
  });

  it("is all plan before the first day, with what is known of the game by then", () => {
    const { values, known, slow } = toWindowSeries({ series, origin: -1, plannedDiscount }, SYNTHETIC_GENRES);
    expect(values).toHaveLength(0);
    expect(known[0]).toHaveLength(HORIZON);
    expect(known[1]?.[0]).toBeCloseTo(Math.log1p((series.unitPriceCents[0] ?? 0) / 100), 12);
    expect(slow?.map((column) => column.length)).toEqual([1, 1, 1, 1]);
  });
});
