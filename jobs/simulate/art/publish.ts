import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { z } from "zod";
import type { WorldGame } from "@/jobs/simulate/world/game";
import type { Storage } from "@/lib/server/storage/storage";
import { MEDIA_SLOTS, mediaKey, trailerKey } from "./media";
import type { ArtSubject } from "./poster";
import { ART_VERSION, renderMedia } from "./render";
import { renderTrailer, TRAILER_VERSION } from "./trailer";

/** Names what each game's stored pictures and trailer were drawn from; what it does not name is drawn again. */
export const MEDIA_MANIFEST_KEY = "kratos/media/manifest.json";

const manifestSchema = z.object({ version: z.literal(1), games: z.record(z.string(), z.string()) });

/** What is drawn for a game, and what it is drawn from. */
export type PublishedSubject = ArtSubject & Pick<WorldGame, "hasPictures" | "hasTrailer">;

/** The pictures of a game, or its trailer: drawn and stored together, under one name of the manifest. */
type Piece = { name: string; version: string; files: number; publish(storage: Storage): Promise<void> };

/** Pieces that are drawn at once: sharp works beside this thread, one core a picture. */
const PIECES_AT_ONCE = 3;
const PIECES_PER_SAVE = 16;

/** Version of a game's pictures: changes with the drawing code and with what is drawn. */
export function artVersion(game: ArtSubject, drawing: number | string = ART_VERSION): string {
  const { slug, title, developer, genres, art, minimumAge } = game;
  return createHash("sha256")
    .update(JSON.stringify([drawing, slug, title, developer, genres, art, minimumAge]))
    .digest("hex")
    .slice(0, 16);
}

function toPictures(game: ArtSubject): Piece {
  return {
    name: game.slug,
    version: artVersion(game),
    files: MEDIA_SLOTS.length,
    publish: async (storage) => {
      for (const slot of MEDIA_SLOTS) {
        await storage.put(mediaKey(game.slug, slot), await renderMedia(game, slot), "image/webp");
      }
    },
  };
}

function toTrailer(game: ArtSubject): Piece {
  return {
    name: `${game.slug}/trailer`,
    version: artVersion(game, `${ART_VERSION}.${TRAILER_VERSION}`),
    files: 1,
    publish: async (storage) => storage.put(trailerKey(game.slug), await renderTrailer(game), "video/webm"),
  };
}

function listPieces(games: readonly PublishedSubject[]): Piece[] {
  return games.flatMap((game) => [
    ...(game.hasPictures ? [toPictures(game)] : []),
    ...(game.hasTrailer ? [toTrailer(game)] : []),
  ]);
}

async function readManifest(storage: Storage): Promise<Map<string, string>> {
  const found = await storage.find(MEDIA_MANIFEST_KEY);
  if (!found) return new Map();
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(found)));
    return parsed.success ? new Map(Object.entries(parsed.data.games)) : new Map();
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

async function writeManifest(storage: Storage, pieces: ReadonlyMap<string, string>): Promise<void> {
  await storage.put(
    MEDIA_MANIFEST_KEY,
    JSON.stringify({ version: 1, games: Object.fromEntries(pieces) }),
    "application/json",
  );
}

/** Whether the bucket holds the pictures and trailers of all these games as they would be drawn now. */
export async function isArtPublished(games: readonly PublishedSubject[], storage: Storage): Promise<boolean> {
  const stored = await readManifest(storage);
  return listPieces(games).every(({ name, version }) => stored.get(name) === version);
}

/**
 * Draws and stores the pictures and trailers that the manifest does not name at their present version; answers with the
 * number of files. The manifest is saved every few pieces, after their files: a killed run goes on where the last save was.
 */
export async function publishArt(
  games: readonly PublishedSubject[],
  storage: Storage,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const stored = await readManifest(storage);
  const pieces = listPieces(games);
  const missing = pieces.filter(({ name, version }) => stored.get(name) !== version);
  const limit = pLimit(PIECES_AT_ONCE);
  const saving = pLimit(1);
  let done = pieces.length - missing.length;
  onProgress(done, pieces.length);
  const publishPiece = async ({ name, version, publish }: Piece) => {
    await publish(storage);
    stored.set(name, version);
    done += 1;
    onProgress(done, pieces.length);
    if (done % PIECES_PER_SAVE === 0) await saving(() => writeManifest(storage, stored));
  };
  await Promise.all(missing.map((piece) => limit(() => publishPiece(piece))));
  if (missing.length > 0) await saving(() => writeManifest(storage, stored));
  return missing.reduce((sum, { files }) => sum + files, 0);
}
