import type { ClientBase } from "pg";
import { type Cell, copyRows } from "@/jobs/simulate/load/copy";
import { idOf, loadTerms } from "@/jobs/simulate/load/terms";
import type { WorldGame } from "@/jobs/simulate/world/game";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { addDays, toDate } from "@/lib/shared/day";
import { type BulkWorld, toGameId, toPublisherId } from "./bulk-shop";

function* gameRows({ copy, world, games }: BulkWorld): Generator<Cell[]> {
  for (const game of games) {
    const base = game.baseIndex === null ? undefined : world.games[game.baseIndex];
    const publisher = world.publishers[game.publisherIndex] ?? { slug: "" };
    yield [
      toGameId(copy, game),
      `${game.slug}-${copy}`,
      game.title,
      game.kind,
      "published",
      base ? toGameId(copy, base) : null,
      toPublisherId(copy, publisher),
      game.developer,
      game.releaseDate,
      "USD",
    ];
  }
}

const priceRows = (copy: number, game: WorldGame): Cell[][] =>
  game.priceSteps.map(({ validFrom, prices }) => [toGameId(copy, game), "USD", validFrom, prices.USD]);

async function loadPromotions(client: ClientBase, { copy, world, games }: BulkWorld): Promise<void> {
  const toId = (id: string) => namedUuid(`bulk ${copy} promotion ${id}`);
  const promotions = world.promotions.map((sale): Cell[] => [
    toId(sale.id),
    sale.name,
    "published",
    toDate(sale.startDay),
    toDate(addDays(sale.endDay, 1)),
  ]);
  await copyRows(client, "promotions", ["id", "name", "status", "starts_at", "ends_at"], promotions);
  const games_ = world.promotions.flatMap((sale) =>
    sale.games.flatMap(({ gameIndex, percent }): Cell[][] => {
      const game = games[gameIndex];
      return game ? [[toId(sale.id), toGameId(copy, game), percent]] : [];
    }),
  );
  await copyRows(client, "promotion_games", ["promotion_id", "game_id", "discount_percent"], games_);
}

/** Loads what the sales files need of one world's catalogue: games, genres, prices and promotions. */
export async function loadBulkCatalogue(client: ClientBase, bulk: BulkWorld): Promise<void> {
  const { copy, world, games } = bulk;
  const { genres } = await loadTerms(client, world);
  const load = (table: string, columns: string, rows: Iterable<readonly Cell[]>) =>
    copyRows(client, table, columns.split(" "), rows);
  const publishers = world.publishers.map((one): Cell[] => [toPublisherId(copy, one), `${one.slug}-${copy}`, one.name]);
  await load("publishers", "id slug name", publishers);
  const columns = "id slug title kind status base_game_id publisher_id developer release_date currency";
  await load("games", columns, gameRows(bulk));
  const wordsOf = (game: WorldGame) => game.genres.map((slug): Cell[] => [toGameId(copy, game), idOf(genres, slug)]);
  await load("game_genres", "game_id genre_id", games.flatMap(wordsOf));
  const current = games.map((game): Cell[] => [toGameId(copy, game), "USD", game.priceSteps.at(-1)?.prices.USD ?? 0]);
  await load("game_prices", "game_id currency price_cents", current);
  const history = games.flatMap((game) => priceRows(copy, game));
  await load("price_history", "game_id currency valid_from price_cents", history);
  await loadPromotions(client, bulk);
}
