import { Random } from "@/jobs/simulate/random";
import type { World } from "@/jobs/simulate/world/game";
import { type HoldRule, REPORTS_TO_HOLD } from "@/lib/shared/review-moderation";
import type { ReportReason } from "@/lib/shared/reviews";
import { listMomentsAfter, toEndMs } from "./moments";
import type { SimulatedReview } from "./reviews";

/** What readers or the shop found fault with. */
export interface ReviewTrouble {
  /** Null where the review says what it would have said anyway. */
  wording: { body: string; isRecommended: boolean; stars: number } | null;
  status: "visible" | "held" | "hidden";
  /** As `formatReason` writes it. */
  reason: string;
  reports: { shopper: number; reason: ReportReason; detail: string; ms: number }[];
}

type Case = {
  body?: string;
  stars?: number;
  status: ReviewTrouble["status"];
  rule?: HoldRule;
  staff?: string;
  reports?: readonly { reason: ReportReason; detail?: string; times?: number }[];
};

/** What waits for staff in the demo. */
const CASES: readonly Case[] = [
  {
    body: "Good game, but why pay full price? I get all my keys at https://key-bazaar.example for half of it.",
    stars: 4,
    status: "held",
    rule: "links",
  },
  {
    body: "Más barato en www.claves-baratas.example, de nada. El juego está bien.",
    stars: 3,
    status: "held",
    rule: "links",
  },
  { body: `Boring. ${"Boring boring boring boring. ".repeat(8)}`.trim(), stars: 1, status: "held", rule: "repeats" },
  {
    body: "Whoever made this should be ashamed, and whoever likes it has no taste and no friends.",
    stars: 1,
    status: "held",
    rule: "reports",
    reports: [
      { reason: "abuse", times: REPORTS_TO_HOLD - 1 },
      { reason: "abuse", detail: "Insults everybody who likes the game." },
    ],
  },
  {
    body: "In the last chapter your brother turns out to be the narrator, and the lighthouse burns down. You are welcome.",
    stars: 5,
    status: "visible",
    reports: [{ reason: "spoiler", detail: "Tells the ending in one sentence." }, { reason: "spoiler" }],
  },
  {
    body: "My parcel came three days late. One star for the postman.",
    stars: 1,
    status: "visible",
    reports: [{ reason: "off_topic" }],
  },
  { status: "visible", reports: [{ reason: "other", detail: "I do not agree with this person." }] },
  {
    body: "The people who voted this up are all bots, every single one of you.",
    stars: 2,
    status: "hidden",
    staff: "It insults other readers. Write about the game instead.",
  },
];

/** Troubles come from the newest reviews. */
const NEWEST = 300;
const HOUR_MS = 3_600_000;

type Readers = { shoppers: number; endMs: number; random: Random };

function toReports({ reports = [] }: Case, review: SimulatedReview, { shoppers, endMs, random }: Readers) {
  const all = reports.flatMap(({ times = 1, ...report }) => Array.from({ length: times }, () => report));
  const first = random.int(1, shoppers - all.length - 1);
  const moments = listMomentsAfter(review.createdMs, { count: all.length, stepMs: HOUR_MS, endMs });
  return all.map(({ reason, detail = "" }, index) => ({
    shopper: (review.shopper + first + index) % shoppers,
    reason,
    detail,
    ms: moments[index] ?? endMs,
  }));
}

/** The reviews that staff of the demo have to decide about, by their place among all. */
export function troubleReviews(
  world: World,
  reviews: readonly SimulatedReview[],
  shoppers: number,
): Map<number, ReviewTrouble> {
  const random = new Random(world.seed, "troubles with reviews");
  const readers = { shoppers, endMs: toEndMs(world), random };
  const newest = reviews
    .map((review, index) => ({ review, index }))
    .sort((one, other) => other.review.createdMs - one.review.createdMs)
    .slice(0, NEWEST);
  const chosen = random.sample(newest, CASES.length);
  return new Map(
    chosen.map(({ review, index }, place) => {
      const found = CASES[place] ?? { status: "visible" };
      const { body, stars = review.stars, status, rule, staff = "" } = found;
      const wording = body === undefined ? null : { body, stars, isRecommended: stars >= 3 };
      const reason = rule ? `rule:${rule}` : staff;
      return [index, { wording, status, reason, reports: toReports(found, review, readers) }];
    }),
  );
}
