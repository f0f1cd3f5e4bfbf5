import { describe, expect, it } from "vitest";
import { toDayNumber } from "@/jobs/model/calendar";
import { toGamePanel } from "@/jobs/model/game-panel";
import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";
import { fitPanelContext, prepareWith } from "@/jobs/model/panel/panel-context";
import {
  LOOK_BACK,
  listContextFeatures,
  listFeatures,
  listFutureFeatures,
  listPastFeatures,
} from "@/jobs/model/panel/panel-features";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import { createSyntheticStore, SYNTHETIC_GENRES } from "@/jobs/model/synthetic-series";
import { writeWindow } from "./window";
import { createBatch, type Neutral, type WindowKit } from "./window-batch";

const HORIZON = 28;
// More than a year: a year ago is known, of the series and of the market.
const shops = createShops({ count: 4, days: 560, horizon: HORIZON, seed: 2 });
const shopKit: WindowKit = { spec: shops.spec, context: fitPanelContext(shops, toEndDay(shops)).context };
const lastDay = 20_000;
const games = toGamePanel(createSyntheticStore({ games: 5, days: 300, lastDay, seed: 8 }), SYNTHETIC_GENRES);
const gameKit: WindowKit = { spec: games.spec, context: fitPanelContext(games, lastDay + 1).context };

const daysOf = ({ spec }: WindowKit) => Array.from({ length: spec.horizon }, (_, h) => h);

const longestOf = ({ series }: Panel) =>
  series.reduce((most, each) => (each.values.length > most.values.length ? each : most));

/** The window of a panel's longest series, which is prepared with all of its values. */
function windowAt(
  kit: WindowKit,
  panel: Panel,
  origin: number,
  { start = 0, neutral }: { start?: number; neutral?: ReadonlySet<Neutral> } = {},
) {
  const series = longestOf(panel);
  const endDay = series.firstDay + series.values.length;
  const [prepared] = prepareWith(kit.context, kit.spec, [series], endDay);
  if (!prepared) throw new Error("nothing was prepared");
  const batch = createBatch(1, kit.spec.horizon, kit);
  writeWindow(batch, 0, { prepared, origin, start, days: daysOf(kit), ...(neutral && { neutral }) }, kit);
  return batch;
}

const changeSeries = (panel: Panel, change: (series: PanelSeries) => Partial<PanelSeries>): Panel => ({
  ...panel,
  series: panel.series.map((series) => ({ ...series, ...change(series) })),
});
const changeValues = (panel: Panel, isChanged: (t: number) => boolean) =>
  changeSeries(panel, ({ values }) => ({ values: values.map((value, t) => (isChanged(t) ? 3 * value + 100 : value)) }));
const changeKnown = (panel: Panel, from: number) =>
  changeSeries(panel, ({ known }) => ({ known: known.map((column) => column.map((v, t) => (t >= from ? 1 - v : v))) }));

/** A feature's values, one a step or day. */
function read(kit: WindowKit, batch: ReturnType<typeof createBatch>, part: "past" | "future", name: string): number[] {
  const names = part === "past" ? listPastFeatures(kit.spec) : listFutureFeatures(kit.spec);
  const at = names.indexOf(name);
  if (at < 0) throw new Error(`no feature ${name}`);
  return Array.from(batch[part]).filter((_, i) => i % names.length === at);
}

describe.each([
  ["shops", shopKit, shops, 500],
  ["games", gameKit, games, 200],
] as const)("a window of %s", (_, kit, panel, origin) => {
  const window = windowAt(kit, panel, origin);

  it("does not change with the values after its origin: it never holds its own target", () => {
    expect(
      windowAt(
        kit,
        changeValues(panel, (t) => t > origin),
        origin,
      ),
    ).toEqual(window);
  });

  it("does not change with known columns beyond its horizon; within it, only in the days ahead", () => {
    const { horizon } = kit.spec;
    expect(windowAt(kit, changeKnown(panel, origin + 1 + horizon), origin)).toEqual(window);
    const planned = windowAt(kit, changeKnown(panel, origin + 4), origin);
    expect([planned.past, planned.context]).toEqual([window.past, window.context]);
    expect(planned.future).not.toEqual(window.future);
  });

  it("does change with the last known day", () => {
    const changed = windowAt(
      kit,
      changeValues(panel, (t) => t === origin),
      origin,
    );
    expect(changed.past).not.toEqual(window.past);
    expect(changed.context).not.toEqual(window.context);
    expect(changed.base).not.toEqual(window.base);
  });

  it("is finite and as wide as its features, which have a name each", () => {
    const { spec } = kit;
    for (const at of [-1, 0, 5, origin]) {
      const { past, context, future, base } = windowAt(kit, panel, at);
      for (const values of [past, context, future, base]) expect(values.every(Number.isFinite)).toBe(true);
      expect(past).toHaveLength(LOOK_BACK * listPastFeatures(spec).length);
      expect(context).toHaveLength(listContextFeatures(spec).length);
      expect(future).toHaveLength(spec.horizon * listFutureFeatures(spec).length);
    }
    expect(new Set(listFeatures(spec)).size).toBe(listFeatures(spec).length);
  });

  it("does not change with what came before its start", () => {
    const start = origin - 9;
    const masked = windowAt(kit, panel, origin, { start });
    expect(
      windowAt(
        kit,
        changeValues(panel, (t) => t < start),
        origin,
        { start },
      ),
    ).toEqual(masked);
    expect(read(kit, masked, "past", "is_known")).toEqual([...Array(10).fill(0), ...Array(10).fill(1)]);
  });

  it("knows of no history at all where it starts after its origin, as one without history", () => {
    const masked = windowAt(kit, panel, origin, { start: origin + 1 });
    expect(masked.past.every((value) => value === 0)).toBe(true);
    expect(masked.context.every(Number.isFinite)).toBe(true);
    const open = masked.base.filter((value) => value > 0);
    expect(Math.max(...open)).toBeLessThan(8 * kit.context.coldLevel);
    expect(
      windowAt(
        kit,
        changeValues(panel, (t) => t <= origin),
        origin,
        { start: origin + 1 },
      ),
    ).toEqual(masked);
  });
});

it.each([0, 1, 10])("shows a series of which %d days are known as one that began with them", (days) => {
  const start = 500 - days + 1;
  const later = changeSeries(shops, ({ firstDay, values, known }) => ({
    firstDay: firstDay + start,
    values: values.subarray(start),
    known: known.map((column) => column.subarray(start)),
  }));
  expect(windowAt(shopKit, later, 500 - start)).toEqual(windowAt(shopKit, shops, 500, { start }));
});

describe("the days ahead", () => {
  it("expect nothing of closed days", () => {
    const { base } = windowAt(shopKit, shops, 500);
    const open = longestOf(shops).known[2]?.subarray(501, 501 + HORIZON) ?? [];
    base.forEach((value, h) => {
      expect(value > 0).toBe(open[h] === 1);
    });
  });

  it("know their weekday where the panel has no known columns at all", () => {
    const plain = { spec: { ...shops.spec, known: [] }, series: shops.series.map((each) => ({ ...each, known: [] })) };
    const kit = { spec: plain.spec, context: fitPanelContext(plain, toEndDay(shops)).context };
    const ahead = windowAt(kit, plain, 559);
    const sundays = read(kit, ahead, "future", "weekday_sun");
    expect(sundays.filter((flag) => flag === 1)).toHaveLength(HORIZON / 7);
    const [saturday = 0, sunday = 0] = [ahead.base[sundays.indexOf(1) + 6], ahead.base[sundays.indexOf(1)]];
    expect(saturday).toBeGreaterThan(5 * sunday);
  });

  it("know of launch days, and how long a condition holds and when it ends", () => {
    const launch = windowAt(
      gameKit,
      changeSeries(games, () => ({ firstAge: 0 })),
      -1,
    );
    expect(read(gameKit, launch, "future", "launch_boost").slice(5, 9)).toEqual([1, 1, 0, 0]);
    const plan = changeSeries(games, ({ known: [discount = new Float64Array(), ...rest] }) => ({
      known: [discount.map((_, t) => (t >= 203 && t < 210 ? 0.5 : 0)), ...rest],
    }));
    const column = (name: string) => read(gameKit, windowAt(gameKit, plan, 200), "future", name);
    expect(
      column("condition_age")
        .slice(0, 11)
        .map((value) => Math.round(Math.expm1(3 * value))),
    ).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0]);
    expect(Math.round(Math.expm1(3 * (column("condition_left")[2] ?? 0)))).toBe(6);
    expect(column("discount_rate_ends")[8]).toBeCloseTo(1, 6);
    expect(column("after_condition")[9]).toBeCloseTo(Math.exp(-1 / 7), 5);
  });

  it("have the store's holidays, which shops elsewhere need not have", () => {
    const newYear = toDayNumber("2024-01-01");
    const holidays = (kit: WindowKit, panel: Panel) => {
      const window = windowAt(kit, panel, newYear - longestOf(panel).firstDay - 3);
      return read(kit, window, "future", "holiday").slice(0, 4);
    };
    expect(holidays(gameKit, games)).toEqual([0, 0, 1, 0]);
    expect(holidays(shopKit, shops)).toEqual([0, 0, 0, 0]);
  });

  it("are ordinary where a group of inputs is taken out", () => {
    const plain = windowAt(gameKit, games, 200, { neutral: new Set(["weekday", "season", "age", "trend"]) });
    expect(new Set(read(gameKit, plain, "future", "weekday_mon"))).toEqual(new Set([Math.fround(1 / 7)]));
    expect(read(gameKit, plain, "future", "holiday").every((flag) => flag === 0)).toBe(true);
    expect(read(gameKit, plain, "past", "residual").every((value) => value === 0)).toBe(true);
    expect(new Set(read(gameKit, plain, "future", "log_age")).size).toBe(1);
  });
});
