import type { GameCard } from "@/lib/shared/catalogue";

type Facts = "id" | "slug" | "title" | "kind" | "cover" | "price" | "releaseDate" | "isReleased";

/** What a card shows of a game. */
export type ShownGame = Pick<GameCard, Facts> & {
  genres: { slug: string; name: string }[];
  /** Mean of its reviews, 1 to 5; null without any. */
  stars: number | null;
  /** For cards that may be rows of a list. */
  shortDescription?: string;
};

/** A game without what its card does not show: pages send every card's facts to the browser. */
export function toShownGame(game: GameCard): ShownGame {
  const { id, slug, title, kind, cover, price, releaseDate, isReleased, genres, rating } = game;
  return {
    ...{ id, slug, title, kind, cover, price, releaseDate, isReleased },
    genres: genres.map((genre) => ({ slug: genre.slug, name: genre.name })),
    stars: rating.average,
  };
}

/** The same for a list, whose rows say what a game is about. */
export function toListedGame(game: GameCard): ShownGame {
  return { ...toShownGame(game), shortDescription: game.shortDescription };
}
