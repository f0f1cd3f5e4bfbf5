import type { Picture } from "@/lib/shared/catalogue";
import type { Video } from "@/lib/shared/game-detail";
import type { Prisma } from "@/prisma/generated/client";

/** Where the bucket holds what everybody may see. Nothing outside it is ever served. */
const MEDIA_PREFIX = "kratos/media/";

/** What `toPicture` needs of a media row. */
export const mediaSelect = {
  kind: true,
  storageKey: true,
  alt: true,
  width: true,
  height: true,
} satisfies Prisma.MediaSelect;

type MediaRow = Prisma.MediaGetPayload<{ select: typeof mediaSelect }>;

const segmentPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Address at which the shop serves an object, or null for one outside the public prefix. */
export function toMediaUrl(storageKey: string): string | null {
  if (!storageKey.startsWith(MEDIA_PREFIX)) return null;
  const segments = storageKey.slice(MEDIA_PREFIX.length).split("/");
  return segments.every((segment) => segmentPattern.test(segment)) ? `/media/${segments.join("/")}` : null;
}

/** Key of the object behind an address's segments, or null where they try to leave the public prefix. */
export function toMediaKey(segments: readonly string[]): string | null {
  const isPlain = segments.length > 0 && segments.length <= 8 && segments.every((s) => segmentPattern.test(s));
  return isPlain ? `${MEDIA_PREFIX}${segments.join("/")}` : null;
}

/** The picture of a media row, or null for one that the shop does not hold itself. */
export function toPicture(media: MediaRow | undefined): Picture | null {
  const url = media?.storageKey ? toMediaUrl(media.storageKey) : null;
  return media && url ? { url, alt: media.alt, width: media.width, height: media.height } : null;
}

/** What `toVideo` needs of a media row. */
export const videoSelect = { ...mediaSelect, id: true, posterKey: true, durationMs: true } satisfies Prisma.MediaSelect;

/** The video of a media row, or null for one that the shop does not hold itself. */
export function toVideo(media: Prisma.MediaGetPayload<{ select: typeof videoSelect }>): Video | null {
  const picture = toPicture(media);
  const posterUrl = media.posterKey ? toMediaUrl(media.posterKey) : null;
  return picture && { ...picture, id: media.id, posterUrl, durationMs: media.durationMs };
}
