import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { z } from "zod";
import type { Storage } from "@/lib/server/storage/storage";
import { MEDIA_SLOTS, mediaKey } from "./media";
import type { ArtSubject } from "./poster";
import { ART_VERSION, renderMedia } from "./render";

/** Names what each game's stored pictures were drawn from; pictures that it does not name are drawn again. */
export const MEDIA_MANIFEST_KEY = "kratos/media/manifest.json";

const manifestSchema = z.object({ version: z.literal(1), games: z.record(z.string(), z.string()) });

/** Games whose pictures are drawn at once: sharp works beside this thread, one core a picture. */
const GAMES_AT_ONCE = 3;
const GAMES_PER_SAVE = 16;

/** Version of a game's pictures: changes with the drawing code and with what is drawn. */
export function artVersion(game: ArtSubject): string {
  const { slug, title, developer, genres, art, minimumAge } = game;
  return createHash("sha256")
    .update(JSON.stringify([ART_VERSION, slug, title, developer, genres, art, minimumAge]))
    .digest("hex")
    .slice(0, 16);
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

async function writeManifest(storage: Storage, games: ReadonlyMap<string, string>): Promise<void> {
  await storage.put(
    MEDIA_MANIFEST_KEY,
    JSON.stringify({ version: 1, games: Object.fromEntries(games) }),
    "application/json",
  );
}

async function publishGame(game: ArtSubject, storage: Storage): Promise<void> {
  for (const slot of MEDIA_SLOTS) {
    await storage.put(mediaKey(game.slug, slot), await renderMedia(game, slot), "image/webp");
  }
}

/** Whether the bucket holds the pictures of all these games as they would be drawn now. */
export async function isArtPublished(games: readonly ArtSubject[], storage: Storage): Promise<boolean> {
  const stored = await readManifest(storage);
  return games.every((game) => stored.get(game.slug) === artVersion(game));
}

/**
 * Draws and stores the pictures of the games that the manifest does not name at their present version. The manifest
 * is saved every few games, after their pictures: a killed run goes on where the last save was.
 */
export async function publishArt(
  games: readonly ArtSubject[],
  storage: Storage,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const stored = await readManifest(storage);
  const missing = games.filter((game) => stored.get(game.slug) !== artVersion(game));
  const limit = pLimit(GAMES_AT_ONCE);
  const saving = pLimit(1);
  let done = games.length - missing.length;
  onProgress(done, games.length);
  await Promise.all(
    missing.map((game) =>
      limit(async () => {
        await publishGame(game, storage);
        stored.set(game.slug, artVersion(game));
        done += 1;
        onProgress(done, games.length);
        if (done % GAMES_PER_SAVE === 0) await saving(() => writeManifest(storage, stored));
      }),
    ),
  );
  if (missing.length > 0) await saving(() => writeManifest(storage, stored));
  return missing.length * MEDIA_SLOTS.length;
}
