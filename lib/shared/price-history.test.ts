import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { addDays, toDate } from "./day";
import { discountedCents } from "./money";
import { cutPriceSteps, findLowestPrice, type ListStep, type PromotionSpan, toPriceSteps } from "./price-history";

const DAY_MS = 86_400_000;
const at = (moment: string) => new Date(moment).getTime();
const span = (startsAt: string, endsAt: string, discountPercent: number): PromotionSpan => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  discountPercent,
});

const lists: ListStep[] = [
  { validFrom: "2026-06-01", priceCents: 1500 },
  { validFrom: "2026-01-01", priceCents: 2000 },
];
const sales = [span("2026-03-01T17:00Z", "2026-03-08T17:00Z", 20), span("2026-03-05T17:00Z", "2026-03-08T17:00Z", 50)];

describe("the prices of a game", () => {
  it("change with the list price and with the deepest promotion, to the moment", () => {
    const steps = toPriceSteps(lists, sales, at("2026-12-01")).map(({ fromMs, amountCents }) => [
      new Date(fromMs).toISOString(),
      amountCents,
    ]);
    expect(steps).toEqual([
      ["2026-01-01T00:00:00.000Z", 2000],
      ["2026-03-01T17:00:00.000Z", 1600],
      ["2026-03-05T17:00:00.000Z", 1000],
      ["2026-03-08T17:00:00.000Z", 2000],
      ["2026-06-01T00:00:00.000Z", 1500],
    ]);
  });

  it("end at the moment asked for, and begin with the first list price", () => {
    expect(toPriceSteps(lists, sales, at("2026-03-02"))).toHaveLength(2);
    expect(toPriceSteps([], sales, at("2026-12-01"))).toEqual([]);
    expect(toPriceSteps(lists, [span("2025-01-01", "2025-02-01", 50)], at("2026-02-01"))).toHaveLength(1);
  });

  it("of a free game are never reduced", () => {
    const steps = toPriceSteps([{ validFrom: "2026-01-01", priceCents: 0 }], sales, at("2026-12-01"));
    expect(steps).toEqual([{ fromMs: at("2026-01-01"), amountCents: 0, listCents: 0, discountPercent: 0 }]);
  });

  it("of a part begin where the part does", () => {
    const steps = toPriceSteps(lists, sales, at("2026-12-01"));
    const part = cutPriceSteps(steps, at("2026-03-03"), at("2026-03-06"));
    expect(part.map(({ fromMs, amountCents }) => [fromMs, amountCents])).toEqual([
      [at("2026-03-03"), 1600],
      [at("2026-03-05T17:00Z"), 1000],
    ]);
    expect(cutPriceSteps(steps, at("2025-01-01"), at("2025-06-01"))).toEqual([]);
  });
});

describe("the lowest price of 30 days", () => {
  const lowestAt = (moment: string, spans = sales) =>
    findLowestPrice(toPriceSteps(lists, spans, at(moment)), at(moment));

  it("is that before the present reduction, also where the one before was smaller", () => {
    expect(lowestAt("2026-03-02")).toEqual({ amountCents: 2000, isBeforeReduction: true });
    expect(lowestAt("2026-03-06")).toEqual({ amountCents: 1600, isBeforeReduction: true });
  });

  it("is that of the last 30 days where nothing is reduced", () => {
    expect(lowestAt("2026-02-01")).toEqual({ amountCents: 2000, isBeforeReduction: false });
    expect(lowestAt("2026-03-20")).toEqual({ amountCents: 1000, isBeforeReduction: false });
    expect(lowestAt("2026-04-08")).toEqual({ amountCents: 2000, isBeforeReduction: false });
  });

  it("unmasks a reduction of a list price that was raised the same day", () => {
    const raised: ListStep[] = [
      { validFrom: "2026-01-01", priceCents: 1000 },
      { validFrom: "2026-03-01", priceCents: 2000 },
    ];
    const steps = toPriceSteps(raised, [span("2026-03-01", "2026-03-08", 50)], at("2026-03-02"));
    expect(findLowestPrice(steps, at("2026-03-02"))).toEqual({ amountCents: 1000, isBeforeReduction: true });
  });

  it.each([
    ["raised", 3000],
    ["lowered", 1500],
  ])("is that before the reduction began, also where the list price was %s since", (_how, priceCents) => {
    const changed: ListStep[] = [
      { validFrom: "2026-01-01", priceCents: 2000 },
      { validFrom: "2026-03-04", priceCents },
    ];
    const steps = toPriceSteps(changed, [span("2026-03-01", "2026-03-08", 50)], at("2026-03-06"));
    expect(findLowestPrice(steps, at("2026-03-06"))).toEqual({ amountCents: 2000, isBeforeReduction: true });
  });

  it("is none for a game that came out reduced, or has no price", () => {
    const launch = toPriceSteps(lists, [span("2025-12-01", "2026-01-10", 10)], at("2026-01-05"));
    expect(findLowestPrice(launch, at("2026-01-05"))).toBeNull();
    expect(findLowestPrice([], at("2026-01-05"))).toBeNull();
  });
});

describe("against a search hour by hour", () => {
  const generator = xoroshiro128plus(20_261_123);
  const draw = (low: number, high: number) => uniformInt(generator, low, high);
  const FIRST = "2026-01-01";
  const HOURS = 150 * 24;
  const hourMs = (hour: number) => toDate(FIRST).getTime() + hour * 3_600_000;

  function drawWorld() {
    const days = [0, ...Array.from({ length: draw(0, 3) }, () => draw(1, 140))];
    const steps = [...new Set(days)].map((day) => ({ validFrom: addDays(FIRST, day), priceCents: draw(0, 6) * 500 }));
    const spans = Array.from({ length: draw(0, 8) }, () => {
      const start = draw(-200, HOURS);
      return {
        startsAt: new Date(hourMs(start)),
        endsAt: new Date(hourMs(start + draw(1, 600))),
        discountPercent: draw(1, 95),
      };
    });
    return { steps, spans };
  }

  function searchedAmount({ steps, spans }: ReturnType<typeof drawWorld>, ms: number): [list: number, percent: number] {
    const list = steps
      .filter((step) => toDate(step.validFrom).getTime() <= ms)
      .reduce((latest, step) => (step.validFrom > latest.validFrom ? step : latest));
    let percent = 0;
    for (const one of spans) {
      if (one.startsAt.getTime() <= ms && ms < one.endsAt.getTime()) percent = Math.max(percent, one.discountPercent);
    }
    return [list.priceCents, list.priceCents > 0 ? percent : 0];
  }

  function searchedLowest(prices: [number, number][], now: number): number | null {
    const [, percent] = prices[now] ?? [0, 0];
    let end = now + 1;
    if (percent > 0) while (end > 0 && prices[end - 1]?.[1] === percent) end -= 1;
    const window = prices.slice(Math.max(0, end - (percent > 0 ? 0 : 1) - (30 * DAY_MS) / 3_600_000), end);
    return window.length > 0 ? Math.min(...window.map(([cents, off]) => discountedCents(cents, off))) : null;
  }

  it("says the same of 80 made-up games at every sixth day", () => {
    for (let game = 0; game < 80; game += 1) {
      const world = drawWorld();
      const prices = Array.from({ length: HOURS }, (_, hour) => searchedAmount(world, hourMs(hour)));
      for (let now = 1; now < HOURS; now += 149) {
        const steps = toPriceSteps(world.steps, world.spans, hourMs(now));
        const [list, percent] = prices[now] ?? [0, 0];
        expect(steps.at(-1)).toMatchObject({ listCents: list, discountPercent: percent });
        expect(findLowestPrice(steps, hourMs(now))?.amountCents ?? null).toBe(searchedLowest(prices, now));
      }
    }
  });
});
