import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { GATED_AGE } from "@/lib/shared/age-gate";
import { say } from "@/lib/shared/say";
import { readShareFile } from "@/lib/shared/share-picture";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { toErrorResponse } from "../http/handler";
import type { Storage } from "../storage/storage";
import { drawSharePicture } from "./draw";

/** Pictures that are kept in memory; each is about a tenth of a megabyte. */
const KEPT_PICTURES = 64;
/** Drawing takes a core for a moment: who asks for many pictures at once waits for them. */
const DRAWN_AT_ONCE = 2;

const kept = new LRUCache<string, Promise<Uint8Array>>({ max: KEPT_PICTURES });
const limit = pLimit(DRAWN_AT_ONCE);

async function findGame(db: Db, slug: string) {
  const game = await db.game.findFirst({
    where: { slug, status: "published" },
    select: {
      title: true,
      minimumAge: true,
      publisher: { select: { name: true } },
      media: {
        where: { kind: { in: ["hero", "cover"] }, storageKey: { not: null } },
        orderBy: [{ kind: "desc" }, { position: "asc" }],
        select: { storageKey: true },
        take: 1,
      },
    },
  });
  if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
  // What its own page shows only to adults is not shown where a link to it stands.
  const isGated = game.minimumAge >= GATED_AGE;
  const artworkKey = isGated ? null : (game.media[0]?.storageKey ?? null);
  return {
    title: game.title,
    publisher: game.publisher.name,
    minimumAge: isGated ? game.minimumAge : null,
    artworkKey,
  };
}

async function draw({ artworkKey, ...words }: Awaited<ReturnType<typeof findGame>>, storage: Storage) {
  const artwork = artworkKey ? await storage.find(artworkKey) : null;
  return drawSharePicture({ ...words, artwork });
}

/** Answers with the picture of a file of `/share`: drawn when it is asked for first, then kept for as long as nothing changes. */
export async function serveShare(
  request: Request,
  file: string,
  storage: Storage,
  db: Db = getDb(),
): Promise<Response> {
  try {
    const slug = readShareFile(file);
    if (!slug) throw new AppError("not_found", say("errors.nothingHere"));
    const game = await findGame(db, slug);
    const key = JSON.stringify([slug, game]);
    const picture = kept.get(key) ?? limit(() => draw(game, storage));
    kept.set(key, picture);
    picture.catch(() => kept.delete(key));
    const headers = {
      "content-type": "image/jpeg",
      "cache-control": "public, max-age=86400, stale-while-revalidate=604800",
    };
    return new Response(new Uint8Array(await picture), { headers });
  } catch (error) {
    return toErrorResponse(error, request);
  }
}
