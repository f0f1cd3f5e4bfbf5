import pLimit from "p-limit";
import type { ChunkResult, GameOutcome, TaskContext, TaskResult } from "@/jobs/pipelines/context";
import { isInShard } from "@/jobs/pipelines/dags";
import { toErrorText } from "@/jobs/pipelines/error-text";
import { log } from "@/lib/server/log";
import { computePreReleaseWishlists } from "@/lib/server/wishlists/curve-rules";
import { listWishlistCurves, type WishlistCurve } from "@/lib/server/wishlists/curves";
import { type Day, daysBetween } from "@/lib/shared/day";
import { type Launch, listLaunches } from "./launches";
import { findRunScope, type RunScope } from "./run-scope";
import { MAX_DAYS } from "./sales-csv";
import { markWriting, writeGameCsv } from "./sales-files";
import type { SalesFile } from "./sales-manifest";
import { isSold, listGameIds, listShopGames, listStoreGenres, type ShopGame, type SoldGame } from "./shop-games";
import { parseStagedDays, stageGames } from "./stage-games";
import { ensureStaging } from "./staging";
import { toGameCsv } from "./transform";

/** Games whose days one statement stages, and how many such chunks are under way: the database works while files are written. */
const CHUNKS = { chunk: 15, parallel: 2 } as const;

/** Files of a chunk in flight at once: a bucket answers slowly, and their texts are in memory. */
const PARALLEL_PUTS = 6;

type Work = {
  context: TaskContext;
  through: Day;
  genres: readonly string[];
  launches: readonly Launch[];
  /** Wishlist curves before each game's first day. */
  curves: ReadonlyMap<string, WishlistCurve>;
  /** Files that surely lie in the bucket, by game. */
  known: ReadonlyMap<string, SalesFile>;
};

const fail = (gameId: string, error: string): GameOutcome => ({ gameId, state: "failed", counts: {}, error });

/** What comes of a game that needs no file, or can have none. */
function judgeWithoutFile({ gameId, firstDay, error }: ShopGame, through: Day): GameOutcome | null {
  if (error !== null) return { ...fail(gameId, error), isFinal: true };
  if (firstDay === null) return { gameId, state: "skipped", counts: { reason: "no sales" } };
  if (daysBetween(firstDay, through) < MAX_DAYS) return null;
  return { ...fail(gameId, `a series from ${firstDay} on is too long`), isFinal: true };
}

async function writeOne(work: Work, game: SoldGame, days: string): Promise<GameOutcome> {
  const { genres, launches, known, context } = work;
  const { gameId, slug } = game;
  try {
    const curve = work.curves.get(gameId);
    const facts = { game, preReleaseWishlists: curve ? computePreReleaseWishlists(curve) : null, launches };
    const csv = toGameCsv(parseStagedDays(days), facts, genres);
    const { file, isWritten } = await writeGameCsv(context.storage, { game, csv, known: known.get(gameId) });
    const counts = { rows: csv.rows, units: csv.units, written: isWritten ? 1 : 0 };
    return { gameId, state: "succeeded", counts, output: file };
  } catch (error) {
    log.error({ err: error, slug }, "etl.game_failed");
    return fail(gameId, toErrorText(error));
  }
}

async function writeChunk(work: Work, games: readonly ShopGame[]): Promise<ChunkResult> {
  const { db } = work.context;
  const judged = games.map((game) => judgeWithoutFile(game, work.through)).filter((outcome) => outcome !== null);
  const others = new Set(judged.map(({ gameId }) => gameId));
  const sold = games.filter(isSold).filter(({ gameId }) => !others.has(gameId));
  if (sold.length === 0) return { outcomes: judged };
  const series = await stageGames(db, sold, work.through);
  const write = (game: SoldGame) => writeOne(work, game, series.get(game.gameId) ?? "");
  return { outcomes: [...judged, ...(await pLimit(PARALLEL_PUTS).map(sold, write))] };
}

/** What all files of the shard are made with. Files may differ from the manifest from here on. */
async function prepare(context: TaskContext, scope: RunScope, games: readonly ShopGame[]): Promise<Work> {
  const { db, storage, runId } = context;
  const { through, previous, wholeThrough } = scope;
  const sold = games.filter(isSold).map(({ gameId, firstDay }) => ({ gameId, startDay: firstDay }));
  const isTrusted = await markWriting(storage, runId);
  // Another attempt may have written a file that it did not live to record.
  const files = isTrusted && context.attempt === 1 ? (previous.manifest?.games ?? []) : [];
  await ensureStaging(db);
  return {
    context,
    through,
    genres: await listStoreGenres(db),
    launches: await listLaunches(db, through, { wholeThrough, publisherIds: games.map((game) => game.publisherId) }),
    curves: await listWishlistCurves(db, through, sold),
    known: new Map(files.map((file) => [file.gameId, file])),
  };
}

/** Stages the shard's games and writes their files, a chunk at a time; each game's file is its output. */
export async function writeFiles(context: TaskContext): Promise<TaskResult> {
  const { db, gameSlugs, shard } = context;
  const scope = await findRunScope(context);
  const ids = (await listGameIds(db, gameSlugs)).filter((id) => isInShard(id, shard));
  const games = await listShopGames(db, ids, scope.through);
  if (games.length === 0) return { counts: { games: 0, skipped: 0, failed: 0 } };
  const work = await prepare(context, scope, games);
  const { done, skipped, failed } = await context.mapGames(games, CHUNKS, (chunk) => writeChunk(work, chunk));
  return { counts: { games: done, skipped, failed } };
}
