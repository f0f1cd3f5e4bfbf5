import type { ClientBase } from "pg";
import { describeMedia, MEDIA_SLOTS, mediaKey } from "@/jobs/simulate/art/media";
import type { Simulation } from "@/jobs/simulate/simulation";
import { CATEGORIES } from "@/jobs/simulate/world/categories";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { GENRES } from "@/jobs/simulate/world/genres";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { LANGUAGES, PLATFORMS, toSlug } from "@/jobs/simulate/world/vocabulary";
import { addDays, daysBetween, toDate } from "@/lib/shared/day";
import { type Cell, copyRows } from "./copy";

type Term = { slug: string; name: string };

/** Adds the terms that are missing and returns the ids of all: an import may have made some of them before. */
async function upsertTerms(client: ClientBase, table: string, terms: readonly Term[]): Promise<Map<string, number>> {
  const sql = `
    INSERT INTO ${table} (slug, name) SELECT * FROM unnest($1::text[], $2::text[])
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id, slug`;
  const values = [terms.map((term) => term.slug), terms.map((term) => term.name)];
  const { rows } = await client.query<{ id: number; slug: string }>(sql, values);
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** Looks an id up that must be there. */
function idOf(ids: ReadonlyMap<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`no row for ${slug}`);
  return id;
}

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

const GAME_COLUMNS = [
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
  "featured_rank",
  "popularity",
  "review_count",
  "positive_count",
  "rating_average",
  "created_at",
  "updated_at",
] as const;

function* gameRows(simulation: Simulation): Generator<Cell[]> {
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

function* priceRows(games: readonly WorldGame[], which: "history" | "current"): Generator<Cell[]> {
  for (const game of games) {
    const steps = which === "history" ? game.priceSteps : game.priceSteps.slice(-1);
    for (const { validFrom, prices } of steps) {
      for (const [currency, cents] of Object.entries(prices)) {
        yield which === "history" ? [game.id, currency, validFrom, cents] : [game.id, currency, cents];
      }
    }
  }
}

function* mediaRows(games: readonly WorldGame[]): Generator<Cell[]> {
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

function* buildRows(world: World, platforms: ReadonlyMap<string, number>): Generator<Cell[]> {
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

/** Loads publishers and games with everything that the store shows of them. */
export async function loadCatalogue(client: ClientBase, simulation: Simulation): Promise<void> {
  const { world } = simulation;
  const { games } = world;
  const allTags = [...new Set(games.flatMap((game) => game.tags))].map((name) => ({ slug: toSlug(name), name }));
  const genres = await upsertTerms(client, "genres", GENRES);
  for (const { slug, description } of GENRES) {
    await client.query("UPDATE genres SET description = $2 WHERE slug = $1 AND description = ''", [slug, description]);
  }
  const categories = await upsertTerms(client, "categories", CATEGORIES);
  const tags = await upsertTerms(client, "tags", allTags);
  const platforms = await upsertTerms(client, "platforms", PLATFORMS);
  const languages = [LANGUAGES.map((language) => language.code), LANGUAGES.map((language) => language.name)];
  await client.query(
    "INSERT INTO languages (code, name) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING",
    languages,
  );
  const copy = (table: string, columns: string, rows: Iterable<Cell[]>) =>
    copyRows(client, table, columns.split(" "), rows);
  await copy(
    "publishers",
    "id slug name description website",
    world.publishers.map((house) => [house.id, house.slug, house.name, house.description, house.website]),
  );
  await copyRows(client, "games", GAME_COLUMNS, gameRows(simulation));
  await copy(
    "game_genres",
    "game_id genre_id",
    games.flatMap((game) => game.genres.map((slug) => [game.id, idOf(genres, slug)])),
  );
  await copy(
    "game_categories",
    "game_id category_id",
    games.flatMap((game) => game.categories.map((slug) => [game.id, idOf(categories, slug)])),
  );
  await copy(
    "game_tags",
    "game_id tag_id weight",
    games.flatMap((game) => game.tags.map((tag, rank) => [game.id, idOf(tags, toSlug(tag)), 100 - 15 * rank])),
  );
  await copy(
    "game_platforms",
    "game_id platform_id",
    games.flatMap((game) => game.platforms.map((slug) => [game.id, idOf(platforms, slug)])),
  );
  await copy(
    "game_languages",
    "game_id language_code has_interface has_subtitles has_audio",
    games.flatMap((game) =>
      game.languages.map((language) => [game.id, language.code, true, language.hasSubtitles, language.hasAudio]),
    ),
  );
  await copy(
    "age_ratings",
    "game_id board rating minimum_age descriptors",
    games.flatMap((game) =>
      game.ageRatings.map((age) => [game.id, age.board, age.rating, age.minimumAge, age.descriptors]),
    ),
  );
  await copy(
    "system_requirements",
    "game_id platform_id tier os processor memory_mb graphics storage_mb",
    games.flatMap((game) =>
      game.requirements.map((need) => [
        game.id,
        idOf(platforms, need.platform),
        need.tier,
        need.os,
        need.processor,
        need.memoryMb,
        need.graphics,
        need.storageMb,
      ]),
    ),
  );
  await copy("game_prices", "game_id currency price_cents", priceRows(games, "current"));
  await copy("price_history", "game_id currency valid_from price_cents", priceRows(games, "history"));
  await copy("media", "id game_id kind position storage_key alt width height", mediaRows(games));
  await copy("builds", "id game_id platform_id version size_bytes status released_at", buildRows(world, platforms));
  await copy(
    "promotions",
    "id name status publisher_id starts_at ends_at",
    world.promotions.map((sale) => [
      sale.id,
      sale.name,
      "published",
      sale.publisherIndex === null ? null : (world.publishers[sale.publisherIndex]?.id ?? null),
      toDate(sale.startDay),
      toDate(addDays(sale.endDay, 1)),
    ]),
  );
  await copy(
    "promotion_games",
    "promotion_id game_id discount_percent",
    world.promotions.flatMap((sale) =>
      sale.games.map((game) => [sale.id, games[game.gameIndex]?.id ?? null, game.percent]),
    ),
  );
}
