import type { SharePicture } from "@/app/_seo/page-metadata";
import type { GameDetail } from "@/lib/shared/game-detail";
import { SHARE_SIZE, toShareUrl } from "@/lib/shared/share-picture";

/** The picture that stands for a game where a link to it is shared. */
export function toSharePicture({ slug, title }: Pick<GameDetail, "slug" | "title">): SharePicture {
  return { url: toShareUrl(slug), ...SHARE_SIZE, alt: title };
}
