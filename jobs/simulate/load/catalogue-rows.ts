import {
  describeMedia,
  describeTrailer,
  HERO_SLOT,
  MEDIA_SLOTS,
  mediaKey,
  TRAILER,
  trailerKey,
} from "@/jobs/simulate/art/media";
import type { Simulation } from "@/jobs/simulate/simulation";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { isSoldByKey } from "@/jobs/simulate/world/sold-by-key";
import { addDays, toDate } from "@/lib/shared/day";
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
    if (!summary || (review.trouble && review.trouble.status !== "visible")) continue;
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
  for (const game of games.filter(({ hasPrice }) => hasPrice)) {
    const steps = which === "history" ? game.priceSteps : game.priceSteps.slice(-1);
    for (const { validFrom, prices } of steps) {
      for (const [currency, cents] of Object.entries(prices)) {
        yield which === "history" ? [game.id, currency, validFrom, cents] : [game.id, currency, cents];
      }
    }
  }
}

function toMediaId(game: WorldGame, name: string): string {
  return namedUuid(`media ${game.slug} ${name}`);
}

/** Columns of {@link mediaRows}. */
export const MEDIA_COLUMNS = [
  "id",
  "game_id",
  "kind",
  "position",
  "storage_key",
  "alt",
  "width",
  "height",
  "poster_key",
  "duration_ms",
] as const;

function toTrailerRow(game: WorldGame): Cell[] {
  const { width, height, durationMs } = TRAILER;
  const files = { video: trailerKey(game.slug), poster: mediaKey(game.slug, HERO_SLOT) };
  const id = toMediaId(game, "trailer");
  return [id, game.id, "video", 0, files.video, describeTrailer(game), width, height, files.poster, durationMs];
}

/** Pictures and trailers with what they show. */
export function* mediaRows(games: readonly WorldGame[]): Generator<Cell[]> {
  for (const game of games) {
    if (game.hasTrailer) yield toTrailerRow(game);
    for (const slot of game.hasPictures ? MEDIA_SLOTS : []) {
      const { kind, position, width, height } = slot;
      const id = toMediaId(game, slot.name);
      yield [
        id,
        game.id,
        kind,
        position,
        mediaKey(game.slug, slot),
        describeMedia(game, slot),
        width,
        height,
        null,
        null,
      ];
    }
  }
}

/** What games do for players with a disability. */
export function accessibilityRows(games: readonly WorldGame[], features: ReadonlyMap<string, number>): Cell[][] {
  return games.flatMap((game) => game.accessibility.map((slug): Cell[] => [game.id, idOf(features, slug)]));
}

/** Bundles, all published. */
export function bundleRows({ bundles, publishers, openingDay }: World): Cell[][] {
  const publisherId = (index: number | null) => (index === null ? null : (publishers[index]?.id ?? null));
  return bundles.map(({ id, slug, title, description, percent, publisherIndex }) => [
    id,
    slug,
    title,
    description,
    "published",
    percent,
    publisherId(publisherIndex),
    toDate(openingDay),
  ]);
}

/** Which games are in which bundle. */
export function bundleGameRows({ bundles, games }: World): Cell[][] {
  return bundles.flatMap(({ id, gameIndexes }) =>
    gameIndexes.map((index, position): Cell[] => [id, games[index]?.id ?? null, position]),
  );
}
