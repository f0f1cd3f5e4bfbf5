import type { GameOutcome, TaskContext, TaskResult } from "@/jobs/pipelines/context";
import type { Storage } from "@/lib/server/storage/storage";
import { findRunScope, type RunScope } from "./run-scope";
import { type ManifestContent, toManifest, writeManifest } from "./sales-files";
import {
  isSalesCsvKey,
  SALES_FILES_PREFIX,
  type SalesFile,
  type SalesManifest,
  salesFileSchema,
} from "./sales-manifest";
import { listStoreGenres } from "./shop-games";

/** A game whose file failed keeps the one it had: it ends earlier, and readers leave the game out until it is mended. */
function keepFailed(outcomes: readonly GameOutcome[], previous: SalesManifest | null): SalesFile[] {
  const failed = new Set(outcomes.filter(({ state }) => state === "failed").map(({ gameId }) => gameId));
  return previous?.games.filter(({ gameId }) => failed.has(gameId)) ?? [];
}

/** What the manifest says after a run over some games: the others keep their files, and the store its last day. */
function toContentOfSome(
  fresh: ManifestContent,
  outcomes: readonly GameOutcome[],
  previous: SalesManifest | null,
): ManifestContent {
  if (!previous) return fresh;
  const touched = new Set(outcomes.map(({ gameId }) => gameId));
  return {
    day: previous.day,
    genres: [...new Set([...previous.genres, ...fresh.genres])].sort(),
    games: [...previous.games.filter(({ gameId }) => !touched.has(gameId)), ...fresh.games],
  };
}

function toContent(
  genres: string[],
  outcomes: readonly GameOutcome[],
  { through, gameIds, previous }: RunScope,
): ManifestContent {
  const written = outcomes.filter(({ state }) => state === "succeeded");
  const files = written.map(({ output }) => salesFileSchema.parse(output));
  const fresh = { day: through, genres, games: [...files, ...keepFailed(outcomes, previous.manifest)] };
  return gameIds === null ? fresh : toContentOfSome(fresh, outcomes, previous.manifest);
}

/** Files that no manifest names any more, also such as a killed run did not live to delete. */
async function listStale(storage: Storage, { games }: ManifestContent): Promise<string[]> {
  const kept = new Set(games.map(({ key }) => key));
  const keys = await storage.list(SALES_FILES_PREFIX);
  return keys.filter((key) => isSalesCsvKey(key) && !kept.has(key));
}

const sumOf = (outcomes: readonly GameOutcome[], name: string) =>
  outcomes.reduce((total, { counts }) => total + Number(counts[name] ?? 0), 0);

/** Writes the manifest over the files of the run: from then on readers see them, all at once. */
export async function publishFiles(context: TaskContext): Promise<TaskResult> {
  const { storage, db, now } = context;
  const scope = await findRunScope(context);
  const outcomes = await context.gamesOf("files");
  const done = outcomes.filter(({ state }) => state === "succeeded");
  const counts = { written: sumOf(done, "written"), unchanged: 0, rows: sumOf(done, "rows") };
  counts.unchanged = done.length - counts.written;
  const failed = outcomes.find(({ state }) => state === "failed");
  if (failed && done.length === 0) throw new Error(failed.error ?? "no game's file could be written");
  const output = { scoreThrough: scope.wholeThrough };
  if (scope.gameIds !== null && done.length === 0 && !scope.previous.manifest) return { counts, output };
  const content = toContent(await listStoreGenres(db), outcomes, scope);
  const stale = scope.gameIds === null ? await listStale(storage, content) : [];
  await writeManifest(storage, toManifest(content, scope.previous.manifest, now), stale);
  return { counts, output };
}
