import { say } from "@/lib/shared/say";
import type { Actor } from "../auth/actor";
import type { Db } from "../db";
import { AppError } from "../errors";
import type { DownloadStorage } from "../storage/storage";

/** Where the bucket holds the files that install games. Nothing outside it is ever handed out. */
export const BUILD_PREFIX = "kratos/builds/";

/** A link that leaks is worth nothing after this; a download that began goes on. */
const LINK_SECONDS = 300;

/** Whether a key names a file that installs a game. */
export function isBuildKey(key: string): boolean {
  return key.startsWith(BUILD_PREFIX) && !key.split("/").includes("..");
}

/** The name that a browser keeps the file under, such as `ember-tide-1.4.2-windows.zip`. */
function toFileName(slug: string, version: string, platform: string, storageKey: string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(storageKey)?.[0] ?? "";
  const plainVersion = version.replaceAll(/[^A-Za-z0-9.]+/g, "-");
  return `${slug}-${plainVersion}-${platform}${ending}`;
}

/**
 * An address that gives the owner of a game one of its files for a few minutes. Somebody else's, a withdrawn one and
 * one that storage does not hold are `not_found`.
 */
export async function createDownloadUrl(
  { userId }: Pick<Actor, "userId">,
  buildId: string,
  { db, storage }: { db: Db; storage: DownloadStorage },
): Promise<string> {
  const build = await db.build.findFirst({
    where: { id: buildId, status: "ready", game: { entitlements: { some: { userId, revokedAt: null } } } },
    select: { version: true, storageKey: true, platform: { select: { slug: true } }, game: { select: { slug: true } } },
  });
  if (!build) throw new AppError("not_found", say("errors.noSuchFile"));
  const { storageKey: key, version, platform, game } = build;
  if (!key || !isBuildKey(key) || !(await storage.has(key))) {
    throw new AppError("not_found", say("errors.fileMissing"));
  }
  const fileName = toFileName(game.slug, version, platform.slug, key);
  return storage.createDownloadUrl(key, { fileName, expiresInSeconds: LINK_SECONDS });
}
