import { describeMedia, MEDIA_SLOTS, mediaKey } from "@/jobs/simulate/art/media";
import type { Simulation } from "@/jobs/simulate/simulation";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { addDays, daysBetween, toDate } from "@/lib/shared/day";
import type { Cell } from "./copy";
import { idOf } from "./terms";

/** Figures of each game that the store keeps beside it. */
function summarise({ world, sales, reviews, intensity }: Simulation) {
  const summaries = world.games.map(() => ({ popularity: 0, reviews: 0, positive: 0, stars: 0 }));
  for (let index = 0; index < sales.count; index += 1) {
    const summary = summaries[sales.game[index] ?? 0];
    if (summary && (sales.day[index] ?? 0) >= intensity.days - 28) summary.popularity += 1;
  }
  for (const review of reviews) {
    const summary = summaries[review.game];
    if (!summary) continue;
    summary.reviews += 1;
    summary.positive += review.isRecommended ? 1 : 0;
    summary.stars += review.stars;
  }
  return summaries;
}

/** Columns of {@link gameRows}. */
export const GAME_COLUMNS = [
  "id",
  "slug",
  "title",
  "kind",
  "status",
  "base_game_id",
  "publisher_id",
  "developer",
  "short_description",
  "description",
  "release_date",
  "minimum_age",
  "currency",
  "is_sold_by_key",
  "featured_rank",
  "popularity",
  "review_count",
  "positive_count",
  "rating_average",
  "created_at",
  "updated_at",
] as const;

/** Publisher whose games live on another launcher, to which each buyer needs a key. */
const KEY_PUBLISHER = 7;

/** Whether a game is handed over as a licence key of a limited pool. */
export function isSoldByKey(game: WorldGame): boolean {
  return game.publisherIndex === KEY_PUBLISHER && !game.isFree;
}

/** Games, with the bases before their extras. */
export function* gameRows(simulation: Simulation): Generator<Cell[]> {
  const { world } = simulation;
  const summaries = summarise(simulation);
  for (const game of world.games) {
    const summary = summaries[game.index] ?? { popularity: 0, reviews: 0, positive: 0, stars: 0 };
    const base = game.baseIndex === null ? null : (world.games[game.baseIndex]?.id ?? null);
    const announced = toDate(addDays([game.releaseDate, world.day].sort()[0] ?? world.day, -60));
    const rating = summary.reviews === 0 ? null : (summary.stars / summary.reviews).toFixed(2);
    yield [
      game.id,
      game.slug,
      game.title,
      game.kind,
      "published",
      base,
      world.publishers[game.publisherIndex]?.id ?? null,
      game.developer,
      game.shortDescription,
      game.description,
      game.releaseDate,
      game.minimumAge,
      "USD",
      isSoldByKey(game),
      game.featuredRank,
      summary.popularity,
      summary.reviews,
      summary.positive,
      rating,
      announced,
      announced,
    ];
  }
}

/** List prices in every currency, of today or of all time. */
export function* priceRows(games: readonly WorldGame[], which: "history" | "current"): Generator<Cell[]> {
  for (const game of games) {
    const steps = which === "history" ? game.priceSteps : game.priceSteps.slice(-1);
    for (const { validFrom, prices } of steps) {
      for (const [currency, cents] of Object.entries(prices)) {
        yield which === "history" ? [game.id, currency, validFrom, cents] : [game.id, currency, cents];
      }
    }
  }
}

/** Pictures with what they show. */
export function* mediaRows(games: readonly WorldGame[]): Generator<Cell[]> {
  for (const game of games) {
    for (const slot of MEDIA_SLOTS) {
      const id = namedUuid(`media ${game.slug} ${slot.name}`);
      yield [
        id,
        game.id,
        slot.kind,
        slot.position,
        mediaKey(game.slug, slot),
        describeMedia(game, slot),
        slot.width,
        slot.height,
      ];
    }
  }
}

/** One build a game and platform. */
export function* buildRows(world: World, platforms: ReadonlyMap<string, number>): Generator<Cell[]> {
  for (const game of world.games) {
    if (daysBetween(game.releaseDate, world.day) < 0) continue;
    const storageMb = game.requirements[0]?.storageMb ?? 1024;
    for (const platform of game.platforms) {
      if (platform === "steam-deck") continue;
      const id = namedUuid(`build ${game.slug} ${platform}`);
      yield [
        id,
        game.id,
        idOf(platforms, platform),
        game.version,
        storageMb * 943_718,
        "ready",
        toDate(game.releaseDate),
      ];
    }
  }
}
