import type { SimilarReason } from "@/lib/shared/forecast";

/** What is compared of two games. */
export type ComparedGame = {
  slug: string;
  publisher: string;
  genres: readonly { slug: string; name: string }[];
  /** List price in its currency; null without one. */
  priceCents: number | null;
  currency: string;
  /** Release as a UTC day. */
  releaseDate: string;
};

/** A game with the reasons why it is like another, the strongest first. */
export type Similarity<Game extends ComparedGame> = { game: Game; reasons: SimilarReason[] };

/** Prices within this ratio are about the same to a buyer. */
const SAME_PRICE_RATIO = 0.8;
const NEAR_PRICE_RATIO = 0.5;

// What genres in common, a like price and one publisher weigh; genres decide, the others break their ties.
const WEIGHTS = { genres: 5, price: 1, publisher: 1 };

function comparePrices(game: ComparedGame, other: ComparedGame): number {
  if (game.priceCents === null || other.priceCents === null || game.currency !== other.currency) return 0;
  const [low, high] = [Math.min(game.priceCents, other.priceCents), Math.max(game.priceCents, other.priceCents)];
  return high === 0 ? 1 : low / high;
}

function compare<Game extends ComparedGame>(game: ComparedGame, other: Game) {
  const own = new Set(game.genres.map(({ slug }) => slug));
  const shared = other.genres.filter(({ slug }) => own.has(slug));
  const ratio = comparePrices(game, other);
  const isSamePublisher = game.publisher === other.publisher;
  const price = ratio >= SAME_PRICE_RATIO ? 1 : ratio >= NEAR_PRICE_RATIO ? 0.5 : 0;
  const overlap = shared.length / (own.size + other.genres.length - shared.length || 1);
  const score = WEIGHTS.genres * overlap + WEIGHTS.price * price + (isSamePublisher ? WEIGHTS.publisher : 0);
  const reasons: SimilarReason[] = [{ about: "genres", genres: shared }];
  if (isSamePublisher) reasons.push({ about: "publisher" });
  if (price === 1) reasons.push({ about: "price", priceCents: other.priceCents ?? 0, currency: other.currency });
  return { game: other, reasons, score, isRelated: shared.length > 0 };
}

/**
 * The games most like one, by genres, price and publisher, at most `count`; of equals the later release, whose launch
 * is the fresher memory. A game without a genre in common is not similar, whatever its price.
 */
export function rankSimilarGames<Game extends ComparedGame>(
  game: ComparedGame,
  others: readonly Game[],
  count: number,
): Similarity<Game>[] {
  return others
    .filter(({ slug }) => slug !== game.slug)
    .map((other) => compare(game, other))
    .filter(({ isRelated }) => isRelated)
    .sort((a, b) => b.score - a.score || b.game.releaseDate.localeCompare(a.game.releaseDate))
    .slice(0, count)
    .map(({ game: other, reasons }) => ({ game: other, reasons }));
}
