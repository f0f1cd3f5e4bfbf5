import { Random } from "@/jobs/simulate/random";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { layOutDiscounts } from "@/jobs/simulate/world/promotions";
import { seasonFactor } from "@/jobs/simulate/world/seasons";
import { addDays, daysBetween, weekdayOf } from "@/lib/shared/day";
import { ageLevel, LAUNCH_SIZE, saleUplift, weekdayFactor } from "./curves";

/** Expected units and discounts of every game (row) on every day (column) of the store's history. */
export interface Intensity {
  days: number;
  /** Expected units, row-major. */
  mean: Float32Array;
  /** Percent off, row-major. */
  percent: Uint8Array;
}

/** The store's own growth a year: its audience, not its prices. */
const YEARLY_GROWTH = 0.12;
const AFTER_SALE_DIP = 0.93;
const AFTER_SALE_DAYS = 5;
const UPDATE_BUMP = 0.4;
const UPDATE_FADE_DAYS = 12;
const HORROR_OCTOBER = 1.3;
const FAMILY_DECEMBER = 1.2;
/** Slow wander of a game's level: log standard deviation and day-to-day memory. */
const WANDER_SD = 0.13;
const WANDER_MEMORY = 0.975;

type Calendar = { season: Float32Array; weekday: Uint8Array; monthDay: string[] };

function layOutCalendar(world: World, days: number): Calendar {
  const season = new Float32Array(days);
  const weekday = new Uint8Array(days);
  const monthDay: string[] = [];
  for (let index = 0; index < days; index += 1) {
    const day = addDays(world.openingDay, index);
    season[index] = seasonFactor(day) * (1 + (YEARLY_GROWTH * index) / 365);
    weekday[index] = weekdayOf(day);
    monthDay.push(day.slice(5));
  }
  return { season, weekday, monthDay };
}

function themeFactor(game: WorldGame, monthDay: string): number {
  if (game.tags.includes("Horror") && monthDay >= "10-12" && monthDay <= "11-01") return HORROR_OCTOBER;
  if (game.tags.includes("Family Friendly") && monthDay >= "12-10" && monthDay <= "12-26") return FAMILY_DECEMBER;
  return 1;
}

/** Slow wander around 1, and for live games the waves that follow their updates. */
function wander(game: WorldGame, days: number, random: Random): Float32Array {
  const factors = new Float32Array(days);
  let level = WANDER_SD * random.normal();
  let wave = 0;
  for (let index = 0; index < days; index += 1) {
    level = WANDER_MEMORY * level + WANDER_SD * Math.sqrt(1 - WANDER_MEMORY ** 2) * random.normal();
    if (game.arc === "live" && random.chance(1 / 110)) wave = UPDATE_BUMP * random.between(0.6, 1.4);
    wave *= Math.exp(-1 / UPDATE_FADE_DAYS);
    factors[index] = Math.exp(level) * (1 + wave);
  }
  return factors;
}

/** Factors of a game's discounts on each day, with a short dip after each sale. */
function promotionFactors(percent: Uint8Array, elasticity: number): Float32Array {
  const factors = new Float32Array(percent.length).fill(1);
  let dayOfSale = 0;
  let sinceSale = AFTER_SALE_DAYS;
  for (let index = 0; index < percent.length; index += 1) {
    const off = percent[index] ?? 0;
    if (off > 0) {
      factors[index] = saleUplift(off, dayOfSale, elasticity);
      dayOfSale += 1;
      sinceSale = 0;
    } else {
      if (dayOfSale > 0 || sinceSale < AFTER_SALE_DAYS) factors[index] = AFTER_SALE_DIP;
      sinceSale += 1;
      dayOfSale = 0;
      if (sinceSale > AFTER_SALE_DAYS) factors[index] = 1;
    }
  }
  return factors;
}

function fillRow(world: World, game: WorldGame, calendar: Calendar, row: Float32Array, percent: Uint8Array): void {
  const random = new Random(world.seed, `demand ${game.slug}`);
  const genre = game.genres[0];
  if (!genre) throw new Error(`${game.slug} has no genre`);
  const promotion = promotionFactors(percent, random.between(0.75, 1.2));
  const slow = wander(game, row.length, random);
  const first = daysBetween(world.openingDay, game.releaseDate);
  for (let day = Math.max(0, first); day < row.length; day += 1) {
    row[day] =
      game.appeal *
      LAUNCH_SIZE[game.arc] *
      ageLevel(game.arc, genre, day - first, game.quality) *
      weekdayFactor(genre, calendar.weekday[day] ?? 0) *
      (calendar.season[day] ?? 1) *
      themeFactor(game, calendar.monthDay[day] ?? "") *
      (promotion[day] ?? 1) *
      (slow[day] ?? 1);
  }
}

const sum = (row: Float32Array): number => row.reduce((total, value) => total + value, 0);

/** What is left of a demand when the buyers run out: nearly all of a small one, never more than the cap. */
const saturate = (units: number, cap: number): number => cap * -Math.expm1(-units / cap);

/** The factor that brings rows to a total when each saturates at its cap (bisection). */
function findScale(totals: readonly number[], caps: readonly number[], target: number): number {
  const at = (scale: number) =>
    totals.reduce((all, total, row) => all + saturate(total * scale, Math.max(1, caps[row] ?? 0)), 0);
  let low = 0;
  let high = 1;
  while (at(high) < target && high < 1e6) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (at(middle) < target) low = middle;
    else high = middle;
  }
  return high;
}

/** Most units that a game can sell in two years, in shares of the shoppers: nobody buys a game twice. */
const CAP_SHARE = { base: 0.98, edition: 0.3, dlc: 0.3 } as const;

/** Expected units of each game and day, scaled so that they add up to `totalUnits`. */
export function computeIntensity(world: World, options: { totalUnits: number; shoppers: number }): Intensity {
  const days = daysBetween(world.openingDay, world.day) + 1;
  const size = { games: world.games.length, days, startDay: world.openingDay };
  const percent = layOutDiscounts(world.promotions, size);
  const mean = new Float32Array(size.games * days);
  const calendar = layOutCalendar(world, days);
  const rows = world.games.map((game) => {
    const row = mean.subarray(game.index * days, (game.index + 1) * days);
    fillRow(world, game, calendar, row, percent.subarray(game.index * days, (game.index + 1) * days));
    return row;
  });
  const totals = rows.map(sum);
  const caps = world.games.map((game) => CAP_SHARE[game.kind] * options.shoppers);
  const scale = findScale(totals, caps, options.totalUnits);
  rows.forEach((row, index) => {
    const total = totals[index] ?? 0;
    const factor = total > 0 ? saturate(total * scale, Math.max(1, caps[index] ?? 0)) / total : 0;
    for (let day = 0; day < days; day += 1) row[day] = (row[day] ?? 0) * factor;
  });
  return { days, mean, percent };
}
