import pLimit from "p-limit";
import { scoreForecasts } from "@/jobs/ledger/score";
import type { PipelineContext, PipelineResult } from "@/jobs/pipelines/context";
import { toErrorText } from "@/jobs/pipelines/error-text";
import { AppError } from "@/lib/server/errors";
import { listFlaggedGames } from "@/lib/server/ledger/flags";
import { log } from "@/lib/server/log";
import { settlePendingOrders } from "@/lib/server/orders/settle";
import { listWishlistCurves, type WishlistCurve } from "@/lib/server/wishlists/queries";
import { computePreReleaseWishlists } from "@/lib/server/wishlists/rules";
import { addConditions } from "./conditions";
import {
  extractSales,
  fillMissingDays,
  listSoldGames,
  listUnsoldGames,
  readStagedDays,
  type Scope,
  type SoldGame,
} from "./extract";
import { type Launch, listLaunches } from "./launches";
import {
  markWriting,
  type PreviousSales,
  readPreviousSales,
  toManifest,
  toManifestOfOne,
  writeGameCsv,
  writeManifest,
} from "./load";
import { rollUp } from "./roll-up";
import type { SalesFile } from "./sales-manifest";
import { createStaging, dropStaging } from "./staging";
import { toGameCsv } from "./transform";

// Games in flight at once: their rows are in memory, and a bucket answers slowly.
const PARALLEL_GAMES = 6;

async function findScope({ db, day, slug }: PipelineContext): Promise<Scope> {
  if (slug === undefined) return { day, gameId: null };
  const game = await db.game.findUnique({ where: { slug }, select: { id: true } });
  if (!game) throw new AppError("not_found", `There is no game ${slug}`);
  return { day, gameId: game.id };
}

async function stage({ db, day, phase, report, signal }: PipelineContext, scope: Scope): Promise<void> {
  await phase("prepare-staging", async () => {
    await createStaging(db);
    return { counts: {} };
  });
  report({ done: 0.05, step: "extract" });
  await phase("extract", async () => ({ counts: { soldDays: await extractSales(db, scope) } }));
  report({ done: 0.15, step: "series" });
  await phase("series", async () => ({ counts: { daysWithoutSale: await fillMissingDays(db, day) } }));
  signal.throwIfAborted();
  report({ done: 0.2, step: "conditions" });
  await phase("conditions", async () => ({ counts: { days: await addConditions(db, day) } }));
}

type GamesResult = {
  files: SalesFile[];
  failed: string[];
  counts: { written: number; unchanged: number; rows: number };
};

type GameWork = {
  context: PipelineContext;
  genres: string[];
  previous: PreviousSales;
  /** Wishlist curves before each game's first day, and the shop's launches, for the facts of the files. */
  curves: ReadonlyMap<string, WishlistCurve>;
  launches: readonly Launch[];
};

async function writeOne({ context, genres, previous, curves, launches }: GameWork, game: SoldGame) {
  const curve = curves.get(game.gameId);
  const facts = { game, preReleaseWishlists: curve ? computePreReleaseWishlists(curve) : null, launches };
  const csv = toGameCsv(await readStagedDays(context.db, game.gameId), facts, genres);
  return { csv, ...(await writeGameCsv(context.storage, { game, csv, previous })) };
}

async function writeGames(work: GameWork, games: readonly SoldGame[]): Promise<GamesResult> {
  const { context } = work;
  const result: GamesResult = { files: [], failed: [], counts: { written: 0, unchanged: 0, rows: 0 } };
  let done = 0;
  const writeAndRecord = async (game: SoldGame) => {
    if (context.signal.aborted) return;
    const task = { gameId: game.gameId, startedAt: new Date() };
    try {
      const { file, csv, isWritten } = await writeOne(work, game);
      result.files.push(file);
      result.counts[isWritten ? "written" : "unchanged"]++;
      result.counts.rows += csv.rows;
      const counts = { rows: csv.rows, units: csv.units, written: isWritten ? 1 : 0 };
      await context.game({ ...task, state: "succeeded", counts, error: null, finishedAt: new Date() });
    } catch (error) {
      log.error({ err: error, slug: game.slug }, "etl.game_failed");
      result.failed.push(game.gameId);
      await context.game({ ...task, state: "failed", counts: {}, error: toErrorText(error), finishedAt: new Date() });
    }
    context.report({ done: 0.4 + (0.5 * ++done) / games.length, step: "games" });
  };
  await pLimit(PARALLEL_GAMES).map(games, writeAndRecord);
  context.signal.throwIfAborted();
  if (games.length > 0 && result.files.length === 0) throw new Error("no game's file could be written");
  return result;
}

async function recordUnsold({ db, game }: PipelineContext, scope: Scope): Promise<number> {
  const ids = await listUnsoldGames(db, scope);
  const at = new Date();
  for (const gameId of ids) {
    const counts = { reason: "no sales" };
    await game({ gameId, state: "skipped", counts, error: null, startedAt: at, finishedAt: at });
  }
  return ids.length;
}

/** One game's file joins the others: it must not end before them, and they must be there to be joined. */
function checkRunOfOne({ day, slug }: PipelineContext, { manifest, unreadable }: PreviousSales): void {
  if (slug === undefined) return;
  if (unreadable !== null) throw new AppError("invalid_input", `Run the ETL over all games first: ${unreadable}`);
  if (!manifest || day >= manifest.day) return;
  const message = `The store's sales data run to ${manifest.day}: one game cannot end on ${day}`;
  throw new AppError("invalid_input", message);
}

async function publish(work: GameWork, { files, failed }: GamesResult): Promise<{ counts: { games: number } }> {
  const { context, genres, previous } = work;
  const { day, slug, storage, now } = context;
  const [only] = files;
  if (slug !== undefined && !only) return { counts: { games: 0 } };
  const fresh =
    slug !== undefined && only
      ? toManifestOfOne(only, { day, genres }, previous.manifest)
      : { day, genres, games: files };
  const kept = new Set([...fresh.games.map(({ gameId }) => gameId), ...failed]);
  const stale = previous.manifest?.games.filter(({ gameId }) => !kept.has(gameId)) ?? [];
  await writeManifest(
    storage,
    toManifest(fresh, previous.manifest, now),
    stale.map(({ key }) => key),
  );
  return { counts: { games: fresh.games.length } };
}

/**
 * Scores forecasts, and counts the games whose forecasts ask for retraining. One game's run brings the store no new
 * day: only what changed up to the last whole day is scored again.
 */
async function score({ db, day, slug, phase }: PipelineContext, { manifest }: PreviousSales, failed: string[]) {
  const through = slug === undefined ? day : manifest?.day;
  if (through === undefined) return;
  await phase("score", async () => {
    const counts = await scoreForecasts(db, through, { exceptGameIds: failed });
    const flagged = await listFlaggedGames(db, { kind: "store" });
    if (flagged.length > 0) log.warn({ slugs: flagged.map(({ slug }) => slug) }, "forecast.flagged");
    return { counts: { ...counts, flagged: flagged.length } };
  });
}

async function runPhases(context: PipelineContext): Promise<PipelineResult> {
  const { db, storage, day, phase, report } = context;
  const scope = await findScope(context);
  const previous = await readPreviousSales(storage);
  checkRunOfOne(context, previous);
  // Where no worker runs, this is who finishes the payments that were confirmed after the buyer had left.
  await phase("settle-orders", async () => ({ counts: { pending: await settlePendingOrders(db) } }));
  await stage(context, scope);
  report({ done: 0.4, step: "games" });
  const genres = (await db.genre.findMany({ select: { slug: true } })).map((genre) => genre.slug).sort();
  const games = await listSoldGames(db);
  const launches = await listLaunches(db, day, scope.gameId === null ? "staging" : "roll-up");
  const curves = await listWishlistCurves(db, day, games);
  const all = { context, genres, previous, curves, launches };
  if (games.length > 0) await markWriting(storage, day);
  const written = await phase("games", () => writeGames(all, games));
  const skipped = await recordUnsold(context, scope);
  report({ done: 0.92, step: "manifest" });
  await phase("manifest", () => publish(all, written));
  report({ done: 0.95, step: "roll-up" });
  await phase("roll-up", async () => ({ counts: await rollUp(db, scope, written.failed) }));
  report({ done: 0.97, step: "score" });
  await score(context, previous, written.failed);
  return {
    counts: { games: written.files.length, skipped, failed: written.failed.length, ...written.counts },
    failures: written.failed.length,
  };
}

/**
 * Sales ETL: every paid sale up to the day becomes one CSV a game in the bucket, the manifest that names them, the
 * roll-up behind the charts, and the scores of the forecasts whose days have come. The staging table is gone at the
 * end, however the run ends; what a killed run left is dropped by the next.
 */
export async function runEtl(context: PipelineContext): Promise<PipelineResult> {
  const clear = () =>
    context.phase("drop-staging", async () => {
      await dropStaging(context.db);
      return { counts: {} };
    });
  const result = await runPhases(context).catch(async (error: unknown) => {
    await clear().catch((other: unknown) => log.error({ err: other }, "etl.staging_left"));
    throw error;
  });
  await clear();
  return result;
}
