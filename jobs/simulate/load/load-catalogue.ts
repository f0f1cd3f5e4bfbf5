import type { ClientBase } from "pg";
import type { Simulation } from "@/jobs/simulate/simulation";
import type { World } from "@/jobs/simulate/world/game";
import { toSlug } from "@/jobs/simulate/world/vocabulary";
import { addDays, toDate } from "@/lib/shared/day";
import { buildRows } from "./build-rows";
import {
  accessibilityRows,
  bundleGameRows,
  bundleRows,
  GAME_COLUMNS,
  gameRows,
  MEDIA_COLUMNS,
  mediaRows,
  priceRows,
} from "./catalogue-rows";
import { type Cell, copyRows } from "./copy";
import { idOf, loadTerms, type TermIds } from "./terms";

type Copy = (table: string, columns: string, rows: Iterable<Cell[]>) => Promise<void>;

async function loadWords(
  copy: Copy,
  { games }: World,
  { genres, categories, tags, platforms }: TermIds,
): Promise<void> {
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
}

async function loadFacts(copy: Copy, { games }: World, { platforms, features }: TermIds): Promise<void> {
  await copy("game_accessibility", "game_id feature_id", accessibilityRows(games, features));
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
}

async function loadPromotions(copy: Copy, world: World): Promise<void> {
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
      sale.games.map((game) => [sale.id, world.games[game.gameIndex]?.id ?? null, game.percent]),
    ),
  );
}

/** Loads publishers and games with everything that the store shows of them. */
export async function loadCatalogue(client: ClientBase, simulation: Simulation): Promise<void> {
  const { world } = simulation;
  const { games } = world;
  const terms = await loadTerms(client, world);
  const copy: Copy = (table, columns, rows) => copyRows(client, table, columns.split(" "), rows);
  await copy(
    "publishers",
    "id slug name description website",
    world.publishers.map((house) => [house.id, house.slug, house.name, house.description, house.website]),
  );
  await copyRows(client, "games", GAME_COLUMNS, gameRows(simulation));
  await loadWords(copy, world, terms);
  await loadFacts(copy, world, terms);
  await copy("price_history", "game_id currency valid_from price_cents", priceRows(games, "history"));
  await copy("game_prices", "game_id currency price_cents", priceRows(games, "current"));
  await copyRows(client, "media", MEDIA_COLUMNS, mediaRows(games));
  await copy(
    "builds",
    "id game_id platform_id version size_bytes sha256 storage_key status released_at",
    buildRows(simulation, terms.platforms),
  );
  await loadPromotions(copy, world);
  await copy("bundles", "id slug title description status discount_percent publisher_id created_at", bundleRows(world));
  await copy("bundle_games", "bundle_id game_id position", bundleGameRows(world));
}
