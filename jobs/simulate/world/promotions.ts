import { Random } from "@/jobs/simulate/random";
import { addDays, type Day, daysBetween } from "@/lib/shared/day";
import type { WorldGame, WorldPromotion } from "./game";
import { namedUuid } from "./ids";
import { listSeasonalSales } from "./seasons";

/** Discount depths that stores use, in percent. */
export const DEPTHS = [20, 25, 30, 40, 50, 60, 75, 80] as const;

/** How far ahead sales are already planned and published. */
export const PLANNED_DAYS = 60;

const NOT_BEFORE_AGE_DAYS = 30;
const COOLDOWN_DAYS = 10;
const DEAL_GAMES = 12;
const DEAL_EVERY_DAYS = 14;
const DEAL_LENGTH_DAYS = 7;
const PUBLISHER_SALE_EVERY_DAYS = 150;
const PUBLISHER_SALE_LENGTH_DAYS = 7;
const SEASONAL_SHARE = 0.72;

type Range = { startDay: Day; endDay: Day };

/** Index range of usual depths for a game of that age in days. */
function depthRange(ageDays: number): readonly [number, number] {
  if (ageDays < 120) return [0, 1];
  if (ageDays < 300) return [0, 3];
  if (ageDays < 600) return [2, 4];
  if (ageDays < 1100) return [3, 6];
  return [4, 7];
}

/** Plans every sale from the store's opening to {@link PLANNED_DAYS} after the last day of data. */
export class PromotionPlanner {
  readonly #promotions: WorldPromotion[] = [];
  /** Ranges in which each game is on sale, by game index. */
  readonly #busy = new Map<number, Range[]>();

  constructor(
    private readonly games: readonly WorldGame[],
    private readonly publisherNames: readonly string[],
    private readonly span: Range,
    private readonly seed: number,
  ) {}

  plan(today: Day): WorldPromotion[] {
    this.#planSeasons();
    this.#planDeals(today);
    this.#planPublisherSales();
    return this.#promotions.sort((left, right) => (left.startDay < right.startDay ? -1 : 1));
  }

  #planSeasons(): void {
    for (const sale of listSeasonalSales(this.span.startDay, this.span.endDay)) {
      const random = new Random(this.seed, `sale ${sale.name}`);
      const games = this.games.filter((game) => this.#isEligible(game, sale) && random.chance(SEASONAL_SHARE));
      this.#add({ ...sale, publisherIndex: null }, games, random);
    }
  }

  /** Deals of a dozen games every second week; one of them is always live today. */
  #planDeals(today: Day): void {
    const phase = (daysBetween(this.span.startDay, today) - 3) % DEAL_EVERY_DAYS;
    for (
      let start = addDays(this.span.startDay, phase);
      start <= this.span.endDay;
      start = addDays(start, DEAL_EVERY_DAYS)
    ) {
      const range = { startDay: start, endDay: addDays(start, DEAL_LENGTH_DAYS - 1) };
      const random = new Random(this.seed, `deal ${daysBetween(today, start)}`);
      const isLive = range.startDay <= today && today <= range.endDay;
      const free = this.games.filter(
        (game) => this.#isEligible(game, range) && !this.#isBusy(game, range, isLive ? 0 : COOLDOWN_DAYS),
      );
      this.#add({ ...range, name: "Deals of the Week", publisherIndex: null }, random.sample(free, DEAL_GAMES), random);
    }
  }

  #planPublisherSales(): void {
    this.publisherNames.forEach((name, publisherIndex) => {
      const random = new Random(this.seed, `publisher sale ${name}`);
      let start = addDays(this.span.startDay, random.int(5, PUBLISHER_SALE_EVERY_DAYS));
      while (start <= this.span.endDay) {
        const range = { startDay: start, endDay: addDays(start, PUBLISHER_SALE_LENGTH_DAYS - 1) };
        const games = this.games.filter(
          (game) =>
            game.publisherIndex === publisherIndex &&
            this.#isEligible(game, range) &&
            !this.#isBusy(game, range, COOLDOWN_DAYS),
        );
        this.#add({ ...range, name: `${name} Publisher Sale`, publisherIndex }, games, random);
        start = addDays(start, PUBLISHER_SALE_EVERY_DAYS + random.int(-30, 30));
      }
    });
  }

  #isEligible(game: WorldGame, range: Range): boolean {
    return !game.isFree && addDays(game.releaseDate, NOT_BEFORE_AGE_DAYS) <= range.startDay;
  }

  #isBusy(game: WorldGame, range: Range, cooldownDays: number): boolean {
    const from = addDays(range.startDay, -cooldownDays);
    const to = addDays(range.endDay, cooldownDays);
    return (this.#busy.get(game.index) ?? []).some((busy) => busy.startDay <= to && from <= busy.endDay);
  }

  #add(
    sale: Range & { name: string; publisherIndex: number | null },
    games: readonly WorldGame[],
    random: Random,
  ): void {
    if (games.length === 0) return;
    const discounted = games.map((game) => {
      const depth = DEPTHS[random.int(...depthRange(daysBetween(game.releaseDate, sale.startDay)))] ?? DEPTHS[0];
      this.#busy.set(game.index, [
        ...(this.#busy.get(game.index) ?? []),
        { startDay: sale.startDay, endDay: sale.endDay },
      ]);
      return { gameIndex: game.index, percent: depth };
    });
    this.#promotions.push({ id: namedUuid(`promotion ${sale.name} ${sale.startDay}`), ...sale, games: discounted });
  }
}

/** Percent off on each day (row-major, game × day) from `startDay` on: the deepest of the sales that hold. */
export function layOutDiscounts(
  promotions: readonly WorldPromotion[],
  size: { games: number; days: number; startDay: Day },
): Uint8Array {
  const percent = new Uint8Array(size.games * size.days);
  for (const promotion of promotions) {
    const from = Math.max(0, daysBetween(size.startDay, promotion.startDay));
    const to = Math.min(size.days - 1, daysBetween(size.startDay, promotion.endDay));
    for (const game of promotion.games) {
      const row = game.gameIndex * size.days;
      for (let day = from; day <= to; day += 1) percent[row + day] = Math.max(percent[row + day] ?? 0, game.percent);
    }
  }
  return percent;
}
