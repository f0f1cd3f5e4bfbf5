import type { Db } from "@/lib/server/db";
import { type Day, toDay } from "@/lib/shared/day";
import { LAUNCH_DAYS, type SimilarGame } from "@/lib/shared/forecast";
import { type Scope, toScopeWhere } from "../sales/scope";
import { type ComparedGame, rankSimilarGames } from "./similar-games";

/** Similar games that a forecast names. */
const SHOWN = 5;

/** Games that are compared in full: those with the most genres in common. */
const CANDIDATES = 200;

type Known = ComparedGame & { id: string; title: string };

async function loadGames(db: Db, ids: readonly string[]): Promise<Known[]> {
  const games = await db.game.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      slug: true,
      title: true,
      currency: true,
      releaseDate: true,
      publisher: { select: { slug: true } },
      prices: { select: { currency: true, priceCents: true } },
      genres: { select: { genre: { select: { slug: true, name: true } } }, orderBy: { genre: { name: "asc" } } },
    },
  });
  return games.map(({ publisher, prices, genres, releaseDate, ...game }) => ({
    ...game,
    publisher: publisher.slug,
    priceCents: prices.find(({ currency }) => currency === game.currency)?.priceCents ?? null,
    genres: genres.map(({ genre }) => genre),
    releaseDate: releaseDate ? toDay(releaseDate) : "",
  }));
}

/** Games of the same kind and a genre in common whose first 30 days the store saw whole, by the genres in common. */
async function listCandidateIds(db: Db, gameId: string, openingDay: Day, dataThrough: Day): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT other.id FROM games own
    JOIN game_genres wanted ON wanted.game_id = own.id
    JOIN game_genres found ON found.genre_id = wanted.genre_id AND found.game_id <> own.id
    JOIN games other ON other.id = found.game_id AND other.kind = own.kind AND other.status = 'published'
      AND other.release_date BETWEEN ${openingDay}::date AND ${dataThrough}::date - ${LAUNCH_DAYS - 1}::int
    WHERE own.id = ${gameId}::uuid AND EXISTS (SELECT FROM daily_sales d WHERE d.game_id = other.id AND d.units > 0)
    GROUP BY other.id, other.release_date
    ORDER BY count(*) DESC, other.release_date DESC, other.id LIMIT ${CANDIDATES}`;
  return rows.map(({ id }) => id);
}

/** Units of the first 30 days of those games that the reader may see the sales of, by id. */
async function selectLaunchUnits(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, number>> {
  const visible = await db.game.findMany({
    where: { id: { in: [...ids] }, ...toScopeWhere(scope) },
    select: { id: true },
  });
  const sums = await db.$queryRaw<{ id: string; units: number }[]>`
    SELECT g.id, COALESCE(sum(d.units), 0)::float8 AS units FROM games g
    LEFT JOIN daily_sales d ON d.game_id = g.id AND d.day BETWEEN g.release_date AND g.release_date + ${LAUNCH_DAYS - 1}::int
    WHERE g.id = ANY(${visible.map(({ id }) => id)}::uuid[]) GROUP BY g.id`;
  return new Map(sums.map(({ id, units }) => [id, units]));
}

/** Games whose launches tell what to expect of one, the most similar first. */
export async function selectSimilarGames(
  db: Db,
  scope: Scope,
  gameId: string,
  { openingDay, dataThrough }: { openingDay: Day | null; dataThrough: Day | null },
): Promise<SimilarGame[]> {
  if (!openingDay || !dataThrough) return [];
  const ids = await listCandidateIds(db, gameId, openingDay, dataThrough);
  const games = await loadGames(db, [gameId, ...ids]);
  const own = games.find(({ id }) => id === gameId);
  if (!own) return [];
  const similar = rankSimilarGames(own, games, SHOWN);
  const units = await selectLaunchUnits(
    db,
    scope,
    similar.map(({ game }) => game.id),
  );
  return similar.map(({ game: { id, slug, title, releaseDate }, reasons }) => ({
    slug,
    title,
    releaseDate,
    reasons,
    launchUnits: units.get(id) ?? null,
  }));
}

/** The first day on which the store sold anything, or null. */
export async function findOpeningDay(db: Db): Promise<Day | null> {
  const first = await db.dailySales.findFirst({
    where: { units: { gt: 0 } },
    orderBy: { day: "asc" },
    select: { day: true },
  });
  return first && toDay(first.day);
}
