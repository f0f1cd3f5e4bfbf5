import type { Picture } from "@/lib/shared/catalogue";
import type { GameDetail, Video } from "@/lib/shared/game-detail";

/** A picture or a video of the gallery, by an address of its own. */
export type GalleryItem = { id: string; alt: string } & (
  | { kind: "picture"; picture: Picture }
  | { kind: "video"; video: Video }
);

const toPictureItem = (picture: Picture): GalleryItem => ({
  id: picture.url,
  alt: picture.alt,
  kind: "picture",
  picture,
});

/** What the gallery shows: the artwork first, since it is there at once, then the videos, then the game itself. */
export function toGalleryItems({ hero, videos, screenshots }: GameDetail): GalleryItem[] {
  const videoItems = videos.map((video): GalleryItem => ({ id: video.url, alt: video.alt, kind: "video", video }));
  return [...(hero ? [toPictureItem(hero)] : []), ...videoItems, ...screenshots.map(toPictureItem)];
}
