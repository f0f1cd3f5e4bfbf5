import { Random } from "@/jobs/simulate/random";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { toDate } from "@/lib/shared/day";
import type { Ledger } from "./ledger";
import { toEndMs } from "./moments";
import type { SimulatedRefund } from "./refunds";
import { writeReview } from "./review-text";

/** A review by somebody who owns the game, written after buying it. */
export interface SimulatedReview {
  shopper: number;
  game: number;
  isRecommended: boolean;
  stars: number;
  body: string;
  helpfulCount: number;
  createdMs: number;
}

const REVIEW_CHANCE = 0.021;
/** Early buyers write more, so that a young game has reviews to show. */
const EARLY_BOOST = 3;
const EARLY_DAYS = 14;
const LONGEST_DAYS = 45;

function drawStars(isRecommended: boolean, quality: number, random: Random): number {
  if (isRecommended) return random.weightedIndex([0, 0, 0.1, 0.75 - 0.35 * quality, 0.35 + 0.5 * quality]) + 1;
  return random.weightedIndex([0.4, 0.38, 0.22]) + 1;
}

/** A game's quality drifts with its patches: some are mended, some are spoilt. */
function qualityAt(game: WorldGame, ageDays: number): number {
  const drift = game.index % 7 === 3 ? -0.18 : game.index % 5 === 2 ? 0.14 : 0;
  return Math.min(0.98, Math.max(0.12, game.quality + drift * (1 - Math.exp(-ageDays / 200)) - drift / 2));
}

/** What a purchase leads to: a review some time after it, or none. */
function reviewPurchase(
  game: WorldGame,
  bought: { shopper: number; ms: number },
  endMs: number,
  random: Random,
): SimulatedReview | null {
  const ageDays = (bought.ms - toDate(game.releaseDate).getTime()) / 86_400_000;
  if (!random.chance(REVIEW_CHANCE * (ageDays < EARLY_DAYS ? EARLY_BOOST : 1))) return null;
  const createdMs = Math.round(bought.ms + (0.08 + LONGEST_DAYS * random.float() ** 3) * 86_400_000);
  if (createdMs > endMs) return null;
  return { ...judge(game, ageDays, random), shopper: bought.shopper, createdMs };
}

/** A few thousand reviews, in the order of the purchases that they follow; none of what was given away or back. */
export function simulateReviews(world: World, ledger: Ledger, refunds: readonly SimulatedRefund[]): SimulatedReview[] {
  const random = new Random(world.seed, "reviews");
  const refunded = new Set(refunds.map((refund) => refund.item));
  const endMs = toEndMs(world);
  const reviews: SimulatedReview[] = [];
  for (let order = 0; order < ledger.orders; order += 1) {
    const bought = { shopper: ledger.orderShopper[order] ?? 0, ms: ledger.orderPlacedMs[order] ?? 0 };
    for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
      const game = world.games[ledger.itemGame[item] ?? 0];
      if (!game || ledger.itemIsGift[item] === 1 || refunded.has(item)) continue;
      const review = reviewPurchase(game, bought, endMs, random);
      if (review) reviews.push(review);
    }
  }
  return reviews;
}

function judge(game: WorldGame, ageDays: number, random: Random): Omit<SimulatedReview, "shopper" | "createdMs"> {
  const quality = qualityAt(game, ageDays);
  const isRecommended = random.chance(quality);
  const stars = drawStars(isRecommended, quality, random);
  return {
    game: game.index,
    isRecommended,
    stars,
    body: writeReview(game, { isRecommended, stars }, random),
    helpfulCount: random.chance(0.45) ? random.negativeBinomial(5, 0.6) : 0,
  };
}
