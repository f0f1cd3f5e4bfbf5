import { Random } from "@/jobs/simulate/random";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { toEndMs } from "./moments";
import { BAD_ES, GOOD_ES, MIXED_ES, REPLIES, UPDATES } from "./review-phrases-es";
import { type ReviewTrouble, troubleReviews } from "./review-trouble";
import type { SimulatedReview } from "./reviews";

type Wording = Pick<SimulatedReview, "isRecommended" | "stars" | "body">;

/** A review with what happened to it since. */
export interface LivedReview extends SimulatedReview {
  locale: "en" | "es";
  unhelpfulCount: number;
  /** What it said before it was changed, and when that was. */
  edit: { ms: number; before: Wording } | null;
  /** The publisher's answer. */
  reply: { ms: number; body: string } | null;
  /** Reports of readers and the shop's decision; null for nearly all. */
  trouble: ReviewTrouble | null;
}

const DAY_MS = 86_400_000;
/** One of so many shoppers writes in Spanish. */
const SPANISH_SHOPPERS = 11;
const EDIT_CHANCE = 0.035;
const UNHELPFUL_SHARE = 0.18;
/** Publishers answer some of their reviews, those that complain more often; each third one never does. */
const REPLY_CHANCE = { good: 0.03, bad: 0.14 } as const;
const SILENT = { every: 3, from: 1 } as const;

function writeInSpanish(review: SimulatedReview, game: WorldGame, random: Random): string {
  const phrases = review.stars === 3 ? MIXED_ES : review.isRecommended ? GOOD_ES : BAD_ES;
  const hours = String(random.int(4, 60));
  const sentences = random.sample(phrases, random.int(1, 3));
  return sentences.join(" ").replaceAll("{hours}", hours).replaceAll("{studio}", game.developer);
}

/** What a review said before: the same text, of somebody less sure in one direction or the other. */
function drawEdit(review: SimulatedReview, locale: "en" | "es", endMs: number, random: Random) {
  const ms = Math.round(review.createdMs + random.between(5, 150) * DAY_MS);
  if (!random.chance(EDIT_CHANCE) || ms > endMs) return null;
  const tone = review.isRecommended ? "better" : "worse";
  const stars = Math.min(5, Math.max(1, review.stars + (review.isRecommended ? -1 : 2)));
  const before = { isRecommended: stars >= 3, stars, body: review.body };
  return { edit: { ms, before }, body: `${review.body}\n\n${random.pick(UPDATES[locale][tone])}` };
}

function drawReply(review: SimulatedReview, game: WorldGame, endMs: number, random: Random): LivedReview["reply"] {
  const tone = review.isRecommended ? "good" : "bad";
  const ms = Math.round(review.createdMs + random.between(0.5, 9) * DAY_MS);
  const body = random.pick(REPLIES[tone]);
  const isSilent = game.publisherIndex % SILENT.every === SILENT.from;
  return random.chance(REPLY_CHANCE[tone]) && !isSilent && ms <= endMs ? { ms, body } : null;
}

/** What became of the reviews: languages, second thoughts, votes, replies, and a handful for staff to decide about. */
export function liveReviews(world: World, reviews: readonly SimulatedReview[], shoppers: number): LivedReview[] {
  const random = new Random(world.seed, "lives of reviews");
  const endMs = toEndMs(world);
  const troubles = troubleReviews(world, reviews, shoppers);
  return reviews.map((review, index) => {
    const game = world.games[review.game];
    if (!game) throw new Error(`no game ${review.game}`);
    const locale = review.shopper % SPANISH_SHOPPERS === 4 ? "es" : "en";
    const body = locale === "es" ? writeInSpanish(review, game, random) : review.body;
    const helpfulCount = Math.min(review.helpfulCount, Math.floor(shoppers / 4));
    const trouble = troubles.get(index) ?? null;
    const edited = drawEdit({ ...review, body }, locale, endMs, random);
    const reply = drawReply(review, game, endMs, random);
    return {
      ...review,
      body: edited?.body ?? body,
      locale,
      helpfulCount: trouble ? 0 : helpfulCount,
      unhelpfulCount: trouble ? 0 : Math.round(helpfulCount * UNHELPFUL_SHARE * random.gamma(1)),
      edit: trouble ? null : (edited?.edit ?? null),
      reply: trouble ? null : reply,
      trouble,
      ...trouble?.wording,
    };
  });
}
