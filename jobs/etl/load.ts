import { createHash } from "node:crypto";
import { toErrorText } from "@/jobs/pipelines/error-text";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { SoldGame } from "./extract";
import {
  parseSalesManifest,
  SALES_MANIFEST_KEY,
  SALES_VERSION,
  type SalesFile,
  type SalesManifest,
  salesCsvKey,
} from "./sales-manifest";
import type { GameCsv } from "./transform";

/** Lies in the bucket while files are written: files may differ from the manifest as long as it is there. */
export const WRITING_MARK_KEY = "kratos/sales_data/writing";

/**
 * The sales files as the last run left them; `isTrusted` where they are surely what the manifest says, `unreadable` the
 * reason why there is a manifest that cannot be read.
 */
export type PreviousSales = { manifest: SalesManifest | null; isTrusted: boolean; unreadable: string | null };

const NO_SALES: PreviousSales = { manifest: null, isTrusted: false, unreadable: null };

/** Reads what the last run left; a whole run does without a manifest that cannot be read, since it writes a new one. */
export async function readPreviousSales(storage: Storage): Promise<PreviousSales> {
  const [bytes, mark] = await Promise.all([storage.find(SALES_MANIFEST_KEY), storage.find(WRITING_MARK_KEY)]);
  if (!bytes) return NO_SALES;
  try {
    const manifest = parseSalesManifest(new TextDecoder().decode(bytes));
    return { manifest, isTrusted: mark === null, unreadable: null };
  } catch (error) {
    return { ...NO_SALES, unreadable: toErrorText(error) };
  }
}

/** Says that files are being written; taken back by `writeManifest`. */
export async function markWriting(storage: Storage, day: Day): Promise<void> {
  await storage.put(WRITING_MARK_KEY, day, "text/plain");
}

/** Writes a game's file, unless the same bytes lie there. */
export async function writeGameCsv(
  storage: Storage,
  { game, csv, previous }: { game: SoldGame; csv: GameCsv; previous: PreviousSales },
): Promise<{ file: SalesFile; isWritten: boolean }> {
  const { text, rows, firstDay, lastDay } = csv;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const file = { gameId: game.gameId, slug: game.slug, key: salesCsvKey(game.gameId), rows, sha256, firstDay, lastDay };
  const known = previous.manifest?.games.find(({ gameId }) => gameId === game.gameId);
  if (previous.isTrusted && known?.sha256 === sha256 && known.key === file.key) return { file, isWritten: false };
  await storage.put(file.key, text, "text/csv");
  return { file, isWritten: true };
}

const bySlug = (a: SalesFile, b: SalesFile) => (a.slug < b.slug ? -1 : 1);

/** The manifest of a whole run; it keeps its time where nothing else changed, so that a day's bytes stay the same. */
export function toManifest(
  fresh: Pick<SalesManifest, "day" | "genres" | "games">,
  previous: SalesManifest | null,
  now: Date,
): SalesManifest {
  const { day, genres, games } = fresh;
  const generatedAt = previous?.generatedAt ?? "";
  const same: SalesManifest = { version: SALES_VERSION, day, generatedAt, genres, games: games.toSorted(bySlug) };
  return JSON.stringify(same) === JSON.stringify(previous) ? same : { ...same, generatedAt: now.toISOString() };
}

/** The manifest after a run over one game: the other games keep their files and the store its last day. */
export function toManifestOfOne(
  file: SalesFile,
  fresh: Pick<SalesManifest, "day" | "genres">,
  previous: SalesManifest | null,
): Pick<SalesManifest, "day" | "genres" | "games"> {
  if (!previous) return { ...fresh, games: [file] };
  return {
    day: previous.day,
    genres: [...new Set([...previous.genres, ...fresh.genres])].sort(),
    games: [...previous.games.filter(({ gameId }) => gameId !== file.gameId), file],
  };
}

/** Writes the manifest, the last of all files, and takes away those that no game has any more. */
export async function writeManifest(
  storage: Storage,
  manifest: SalesManifest,
  stale: readonly string[],
): Promise<void> {
  await storage.put(SALES_MANIFEST_KEY, JSON.stringify(manifest), "application/json");
  for (const key of stale) await storage.delete(key);
  await storage.delete(WRITING_MARK_KEY);
}
