import { createHash } from "node:crypto";
import { z } from "zod";
import { toErrorText } from "@/jobs/pipelines/error-text";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import {
  parseSalesManifest,
  SALES_MANIFEST_KEY,
  SALES_VERSION,
  type SalesFile,
  type SalesManifest,
  salesCsvKey,
} from "./sales-manifest";
import type { SoldGame } from "./shop-games";
import type { GameCsv } from "./transform";

/** Lies in the bucket while files are written: files may differ from the manifest as long as it is there. */
export const WRITING_MARK_KEY = "kratos/sales_data/writing";

/** Whose files are being written, and whether those that lie there were surely what the manifest said before. */
const markSchema = z.object({ runId: z.string(), isTrusted: z.boolean() });

/** The manifest of the last run; `unreadable` is the reason why there is one that cannot be read. */
export type PreviousSales = { manifest: SalesManifest | null; unreadable: string | null };

/** Reads what the last run left; a whole run does without a manifest that cannot be read, since it writes a new one. */
export async function readPreviousSales(storage: Storage): Promise<PreviousSales> {
  const bytes = await storage.find(SALES_MANIFEST_KEY);
  if (!bytes) return { manifest: null, unreadable: null };
  try {
    return { manifest: parseSalesManifest(new TextDecoder().decode(bytes)), unreadable: null };
  } catch (error) {
    return { manifest: null, unreadable: toErrorText(error) };
  }
}

function parseMark(bytes: Uint8Array): z.infer<typeof markSchema> | null {
  try {
    return markSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Says that a run writes files; taken back by `writeManifest`. Returns whether the files that lie there are surely what
 * the manifest says: not where another run was killed while it wrote.
 */
export async function markWriting(storage: Storage, runId: string): Promise<boolean> {
  const bytes = await storage.find(WRITING_MARK_KEY);
  const mark = bytes && parseMark(bytes);
  if (mark?.runId === runId) return mark.isTrusted;
  const isTrusted = bytes === null;
  await storage.put(WRITING_MARK_KEY, JSON.stringify({ runId, isTrusted }), "application/json");
  return isTrusted;
}

/** Writes a game's file, unless `known`, the entry of a file that surely lies there, has the same bytes. */
export async function writeGameCsv(
  storage: Storage,
  { game, csv, known }: { game: SoldGame; csv: GameCsv; known: SalesFile | undefined },
): Promise<{ file: SalesFile; isWritten: boolean }> {
  const { text, rows, firstDay, lastDay } = csv;
  // Encoded once, for the hash and for the bucket.
  const body = Buffer.from(text);
  const sha256 = createHash("sha256").update(body).digest("hex");
  const file = { gameId: game.gameId, slug: game.slug, key: salesCsvKey(game.gameId), rows, sha256, firstDay, lastDay };
  if (known?.sha256 === sha256 && known.key === file.key) return { file, isWritten: false };
  await storage.put(file.key, body, "text/csv");
  return { file, isWritten: true };
}

const bySlug = (a: SalesFile, b: SalesFile) => (a.slug < b.slug ? -1 : 1);

/** What a manifest says, before it has a time. */
export type ManifestContent = { day: Day; genres: string[]; games: SalesFile[] };

/** The manifest of a run; it keeps its time where nothing else changed, so that a day's bytes stay the same. */
export function toManifest(content: ManifestContent, previous: SalesManifest | null, now: Date): SalesManifest {
  const { day, genres, games } = content;
  const generatedAt = previous?.generatedAt ?? "";
  const same: SalesManifest = {
    version: SALES_VERSION,
    day,
    generatedAt,
    genres,
    games: games.toSorted(bySlug),
  };
  return JSON.stringify(same) === JSON.stringify(previous) ? same : { ...same, generatedAt: now.toISOString() };
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
