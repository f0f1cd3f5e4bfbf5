import { describe, expect, it } from "vitest";
import { addDays, daysBetween, toDate } from "@/lib/shared/day";
import { discountedCents } from "@/lib/shared/money";
import { calibrate } from "./calibration";
import { listFindings } from "./calibration-targets";
import { ageLevel, saleUplift } from "./demand/curves";
import { toEndMs } from "./demand/moments";
import { troubleReviews } from "./demand/review-trouble";
import { ReviewRows } from "./load/review-rows";
import { simulate } from "./simulation";
import { listPriceOn } from "./world/pricing";

const day = "2026-11-22";
const full = simulate({ day });
const { world, ledger, shoppers, sales, intensity } = full;

// Two years of 5,000 shoppers take a second alone, and far longer on a busy machine.
const SLOW = { timeout: 60_000 };

describe("simulate", SLOW, () => {
  it("repeats itself for the same day and seed", () => {
    const [first, again, other] = [{ seed: 1 }, { seed: 1 }, { seed: 2 }].map((seed) =>
      simulate({ day, scale: 0.02, ...seed }),
    );
    expect(again?.ledger).toEqual(first?.ledger);
    expect(again?.reviews).toEqual(first?.reviews);
    expect(again?.wishes).toEqual(first?.wishes);
    expect(other?.ledger.orderPlacedMs).not.toEqual(first?.ledger.orderPlacedMs);
  });

  it.each(listFindings(calibrate(full)))("keeps $name within $target", ({ value, target: [low, high] }) => {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  });

  it("sells a game after it is out, to shoppers who have joined", () => {
    for (let index = 0; index < sales.count; index += 1) {
      const game = world.games[sales.game[index] ?? 0];
      const soldOn = sales.day[index] ?? 0;
      if (!game || soldOn < daysBetween(world.openingDay, game.releaseDate))
        throw new Error(`sold before release: ${index}`);
      if (soldOn < (shoppers[sales.shopper[index] ?? 0]?.joinedIndex ?? 0))
        throw new Error(`bought before joining: ${index}`);
    }
  });

  it("sells a game to a shopper once, and a DLC to owners of its base", () => {
    const owned = new Set<number>();
    for (let index = 0; index < sales.count; index += 1) {
      const game = world.games[sales.game[index] ?? 0];
      if (!game || sales.isGift[index] === 1) continue;
      const row = (sales.shopper[index] ?? 0) * 256;
      if (owned.has(row + game.index)) throw new Error(`${game.slug} sold twice to one shopper`);
      if (game.kind === "dlc" && !owned.has(row + (game.baseIndex ?? -1)))
        throw new Error(`${game.slug} sold without its base`);
      owned.add(row + game.index);
    }
    expect(owned.size).toBeGreaterThan(290_000);
  });

  it("charges each item at the list price and discount of its day", () => {
    for (let order = 0; order < ledger.orders; order += 997) {
      const placed = new Date(ledger.orderPlacedMs[order] ?? 0).toISOString().slice(0, 10);
      const column = daysBetween(world.openingDay, placed);
      const seen = new Set<number>();
      let total = 0;
      for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
        const game = world.games[ledger.itemGame[item] ?? 0];
        if (!game) throw new Error("unknown game");
        expect(seen.has(game.index)).toBe(false);
        seen.add(game.index);
        expect(ledger.itemListCents[item]).toBe(listPriceOn(game.priceSteps, placed).USD);
        expect(ledger.itemPercent[item]).toBe(intensity.percent[game.index * intensity.days + column]);
        expect(ledger.itemUnitCents[item]).toBe(
          discountedCents(ledger.itemListCents[item] ?? 0, ledger.itemPercent[item] ?? 0),
        );
        total += ledger.itemUnitCents[item] ?? 0;
      }
      expect(ledger.orderTotalCents[order]).toBe(total);
    }
  });

  it("orders in time, from the opening to the last moment of the day", () => {
    for (let order = 1; order < ledger.orders; order += 1) {
      if ((ledger.orderPlacedMs[order] ?? 0) < (ledger.orderPlacedMs[order - 1] ?? 0))
        throw new Error(`order ${order} is out of time`);
    }
    expect(ledger.orderPlacedMs[0]).toBeGreaterThanOrEqual(toDate(addDays(day, -729)).getTime());
    expect(ledger.orderPlacedMs[ledger.orders - 1]).toBeLessThan(toDate(addDays(day, 1)).getTime());
  });

  it("lets only owners review, once, after buying and before the end", () => {
    const bought = new Map<number, number>();
    for (let order = 0; order < ledger.orders; order += 1) {
      for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
        if (ledger.itemIsGift[item] === 0)
          bought.set(
            (ledger.orderShopper[order] ?? 0) * 256 + (ledger.itemGame[item] ?? 0),
            ledger.orderPlacedMs[order] ?? 0,
          );
      }
    }
    const keys = full.reviews.map((review) => review.shopper * 256 + review.game);
    expect(new Set(keys).size).toBe(keys.length);
    full.reviews.forEach((review, index) => {
      expect(review.createdMs).toBeGreaterThan(bought.get(keys[index] ?? -1) ?? Number.POSITIVE_INFINITY);
      expect(review.createdMs).toBeLessThan(toDate(addDays(day, 1)).getTime());
      expect(review.stars >= 3 || !review.isRecommended).toBe(true);
    });
    const bodies = full.reviews.map((review) => review.body);
    expect(bodies.join(" ")).not.toMatch(/\{|undefined|NaN/);
    expect(new Set(bodies).size / bodies.length).toBeGreaterThan(0.85);
  });

  it("has no vote and no report from after the end, not even of reviews written just before it", () => {
    const endMs = toEndMs(world);
    const reviews = full.reviews.slice(0, 100).map((review) => ({ ...review, createdMs: endMs, helpfulCount: 3 }));
    const troubles = troubleReviews(world, reviews, shoppers.length);
    const reported = [...troubles.values()].flatMap(({ reports }) => reports.map(({ ms }) => ms));
    const voted = [...new ReviewRows({ ...full, reviews }).votes()].map((cells) => Number(cells[3]));
    for (const moments of [reported, voted]) {
      expect(moments.length).toBeGreaterThan(5);
      expect(moments.filter((ms) => !(ms <= endMs))).toEqual([]);
    }
  });

  it("gives money back for paid items only, within two weeks", () => {
    for (const refund of full.refunds) {
      const waited = (refund.createdMs - (ledger.orderPlacedMs[refund.order] ?? 0)) / 86_400_000;
      expect(refund.amountCents).toBe(ledger.itemUnitCents[refund.item]);
      expect(refund.amountCents).toBeGreaterThan(0);
      expect(waited > 0 && waited <= 14).toBe(true);
    }
  });

  it("refuses a scale outside 0 to 1", () => {
    expect(() => simulate({ day, scale: 0 })).toThrow("scale must be above 0");
    expect(() => simulate({ day, scale: 2 })).toThrow("at most 1");
  });
});

describe("curves", () => {
  it("start at 1, fall, and let stories fall fastest", () => {
    for (const arc of ["story", "steady", "live"] as const) expect(ageLevel(arc, "rpg", 0, 0.8)).toBeCloseTo(1);
    expect(ageLevel("story", "adventure", 60, 0.8)).toBeLessThan(0.25);
    expect(ageLevel("steady", "simulation", 60, 0.8)).toBeGreaterThan(0.45);
    expect(ageLevel("steady", "simulation", 20, 0.9)).toBeGreaterThan(ageLevel("steady", "simulation", 20, 0.5));
  });

  it("lift deeper sales more and wear off", () => {
    const firstWeek = (percent: number) =>
      Array.from({ length: 7 }, (_, dayOfSale) => saleUplift(percent, dayOfSale, 1)).reduce(
        (sum, value) => sum + value,
        0,
      ) / 7;
    expect(firstWeek(20)).toBeGreaterThan(1.1);
    expect(firstWeek(20)).toBeLessThan(firstWeek(40));
    expect(firstWeek(80)).toBeLessThan(1.9);
    expect(saleUplift(50, 13, 1)).toBeLessThan(saleUplift(50, 0, 1));
  });
});
