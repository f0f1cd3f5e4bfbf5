import { describe, expect, it } from "vitest";
import { toDayNumber } from "./calendar";
import { toDiscountBand } from "./conditions";
import { FUTURE_FEATURES, HORIZON, listContextFeatures, PAST_FEATURES } from "./feature-names";
import { createBatch, writeWindow } from "./features";
import { fitContext } from "./fit-context";
import { createRandom } from "./random";
import { findOpeningDay, type GameSeries, toZeroSeries, trimBeforeOpening } from "./series";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";
import { drawBatch, listOrigins, toPastSource } from "./windows";

const lastDay = toDayNumber("2026-06-30");
const store = createSyntheticStore({ games: 6, days: 300, lastDay, seed: 8 });
const context = fitContext(store, SYNTHETIC_GENRES, lastDay - 59);
const series = store.find(({ units }) => units.length === 300) as GameSeries;

function windowAt(of: GameSeries, origin: number) {
  const batch = createBatch(1, context);
  writeWindow(batch, 0, toPastSource({ series: of, origin }), context);
  return batch;
}

describe("features", () => {
  it("do not change when the future's sales do", () => {
    const origin = 200;
    const other = { ...series, units: series.units.map((units, t) => (t > origin ? units + 1000 : units)) };
    expect(windowAt(other, origin)).toEqual(windowAt(series, origin));
  });

  it("of the past do not change when the plan does", () => {
    const other = { ...series, discountRate: series.discountRate.map((rate, t) => (t > 200 ? 0.9 : rate)) };
    const [before, after] = [windowAt(series, 200), windowAt(other, 200)];
    expect(after.past).toEqual(before.past);
    expect(after.context).toEqual(before.context);
    expect(after.future).not.toEqual(before.future);
  });

  it("do change with the last known day", () => {
    const other = { ...series, units: series.units.map((units, t) => (t === 200 ? units + 50 : units)) };
    expect(windowAt(other, 200).past).not.toEqual(windowAt(series, 200).past);
    expect(windowAt(other, 200).base[0]).toBeGreaterThan(windowAt(series, 200).base[0] as number);
  });

  it("are finite, and masked where a young game has no history", () => {
    for (const origin of [-1, 0, 5, 250]) {
      const batch = windowAt(series, origin);
      for (const values of [batch.past, batch.context, batch.future, batch.base]) {
        expect(values.every(Number.isFinite)).toBe(true);
      }
    }
    const young = windowAt(series, 2).past;
    const known = PAST_FEATURES.indexOf("is_known");
    const flags = Array.from({ length: 20 }, (_, step) => young[step * PAST_FEATURES.length + known]);
    expect(flags).toEqual([...Array(17).fill(0), 1, 1, 1]);
  });

  it("have the widths that their names say", () => {
    const batch = createBatch(3, context);
    expect(batch.context).toHaveLength(3 * listContextFeatures(context.genres).length);
    expect(batch.future).toHaveLength(3 * HORIZON * FUTURE_FEATURES.length);
    expect(new Set(FUTURE_FEATURES).size).toBe(FUTURE_FEATURES.length);
  });

  it("mark launch days and sale starts of the plan", () => {
    const launch = toZeroSeries(
      { gameId: "n", slug: "n", genres: ["rpg"], unitPriceCents: 0, reviewScore: 0, rating: 0 },
      lastDay + 1,
      lastDay + 1,
      lastDay + 1,
    );
    const batch = createBatch(1, context);
    writeWindow(
      batch,
      0,
      { series: launch, origin: -1, plannedDiscount: (h) => (h >= 3 && h < 10 ? 0.5 : 0) },
      context,
    );
    const column = (name: (typeof FUTURE_FEATURES)[number]) =>
      Array.from(
        { length: HORIZON },
        (_, h) => batch.future[h * FUTURE_FEATURES.length + FUTURE_FEATURES.indexOf(name)],
      );
    expect(column("launch_boost").slice(5, 9)).toEqual([1, 1, 0, 0]);
    expect(column("is_sale_start").indexOf(1)).toBe(3);
    expect(column("is_discounted").filter((flag) => flag === 1)).toHaveLength(7);
  });
});

describe("training windows", () => {
  it("never hold a target day on or after the end", () => {
    const endDay = lastDay - 59;
    const origins = listOrigins(store, endDay);
    const poisoned = store.map((one) => ({
      ...one,
      units: one.units.map((units, t) => (one.firstDay + t >= endDay ? 1e6 : units)),
    }));
    expect(origins.every(({ series: one, origin }) => one.firstDay + origin + 14 < endDay)).toBe(true);
    const draw = (all: GameSeries[]) =>
      drawBatch(
        { origins: listOrigins(all, endDay), endDay },
        64,
        fitContext(all, SYNTHETIC_GENRES, endDay),
        createRandom(3),
      );
    expect(draw(poisoned)).toEqual(draw(store));
  });

  it("give unknown target days no weight and every game its own", () => {
    const endDay = lastDay + 1;
    const origin = { series, origin: series.units.length - 20 };
    const batch = drawBatch({ origins: [origin], endDay }, 1, context, createRandom(1));
    expect([...batch.weight].filter((weight) => weight > 0)).toHaveLength(19);
    expect(batch.weight[0]).toBeCloseTo(1 / (context.scalers[series.gameId]?.naiveError ?? 0), 5);
  });
});

describe("series", () => {
  it("bands discounts at the depths games use", () => {
    expect([0, 0.2, 0.33, 0.5, 0.6, 0.75, 1].map(toDiscountBand)).toEqual([0, 1, 2, 2, 3, 4, 4]);
  });

  it("drops the days before the store opened, and keeps a quiet game's last day", () => {
    const facts = { gameId: "q", slug: "q", genres: [], unitPriceCents: 1, reviewScore: 0, rating: 0 };
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
});
