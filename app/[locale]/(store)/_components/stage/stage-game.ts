import type { GameCard, Picture } from "@/lib/shared/catalogue";

/** What the stage shows of a game: no more is sent to the browser. */
export type StageGame = Pick<
  GameCard,
  "id" | "slug" | "title" | "shortDescription" | "price" | "releaseDate" | "isReleased"
> & {
  /** Wide, or the cover for want of one. */
  picture: Picture | null;
  /** Names of its genres in the reader's language. */
  genres: string;
};
