import { z } from "zod";
import { daySchema } from "./day-schema";
import { MAX_PAGE_SIZE, pageSchema } from "./page";
import { REVIEW_LANGUAGES, REVIEW_SORTS } from "./review-choices";
import { moderationReasonSchema, reviewStatusSchema } from "./review-moderation";
import { reviewSummarySchema } from "./review-score";
import { say } from "./say";
import { writtenTextSchema } from "./written-text";

/** Fewest and most characters of a review. */
export const REVIEW_LENGTH = { min: 10, max: 8000 } as const;

/** Most characters of what a reporter adds to the reason. */
export const REPORT_DETAIL_LENGTH = 1000;

/** Reviews that the game page shows at once. */
export const REVIEWS_PAGE_SIZE = 10;

export const reviewLanguageSchema = z.enum(REVIEW_LANGUAGES);

export const starsSchema = z.int().min(1, say("errors.chooseStars")).max(5, say("errors.chooseStars"));

const verdictFields = {
  isRecommended: z.boolean({ error: say("errors.chooseRecommendation") }),
  stars: z.int({ error: say("errors.chooseStars") }).pipe(starsSchema),
  body: writtenTextSchema(REVIEW_LENGTH),
  locale: reviewLanguageSchema,
};

/** What an owner writes of a game. */
export const writeReviewSchema = z.object(verdictFields);

export type WriteReviewInput = z.output<typeof writeReviewSchema>;

/** A change of a review; `version` is that of the review it was made from. */
export const editReviewSchema = z.object({ ...verdictFields, version: z.iso.datetime() });

export type EditReviewInput = z.output<typeof editReviewSchema>;

/** Parameters of a route below a review. */
export const reviewParamsSchema = z.object({ id: z.uuid() });

export const voteSchema = z.object({ isHelpful: z.boolean() });

/** What readers think of a review, and what the voter does. */
export const voteStateSchema = z.object({
  vote: z.boolean().nullable(),
  helpfulCount: z.int().min(0),
  unhelpfulCount: z.int().min(0),
});

export type VoteState = z.infer<typeof voteStateSchema>;

export const REPORT_REASONS = ["spam", "abuse", "spoiler", "off_topic", "other"] as const;

export const reportReasonSchema = z.enum(REPORT_REASONS);

export type ReportReason = z.infer<typeof reportReasonSchema>;

export const reportReviewSchema = z.object({
  reason: reportReasonSchema,
  detail: writtenTextSchema({ max: REPORT_DETAIL_LENGTH }).default(""),
});

export type ReportReviewInput = z.output<typeof reportReviewSchema>;

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** Which reviews are asked for; days are UTC and count as a whole. */
export const reviewFilterSchema = z.object({
  recommended: flag.optional(),
  stars: z.coerce.number().pipe(starsSchema).optional(),
  language: reviewLanguageSchema.optional(),
  from: daySchema.optional(),
  through: daySchema.optional(),
});

export type ReviewFilter = z.output<typeof reviewFilterSchema>;

export const reviewQuerySchema = reviewFilterSchema.extend({
  sort: z.enum(REVIEW_SORTS).default("helpful"),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(REVIEWS_PAGE_SIZE),
  cursor: z.string().max(500).optional(),
});

export type ReviewQuery = z.output<typeof reviewQuerySchema>;

const momentSchema = z.iso.datetime();

/** The publisher's answer under a review. */
export const reviewReplySchema = z.object({
  publisher: z.string(),
  body: z.string(),
  createdAt: momentSchema,
  /** When it was last written; later than `createdAt` where it was changed. */
  updatedAt: momentSchema,
});

export type ReviewReply = z.infer<typeof reviewReplySchema>;

/** A review as everybody may read it. */
export const reviewSchema = z.object({
  id: z.uuid(),
  /** Empty where the writer has closed their account. */
  author: z.string(),
  isRecommended: z.boolean(),
  stars: z.int().min(1).max(5),
  body: z.string(),
  locale: z.string(),
  createdAt: momentSchema,
  /** When its writer last changed it; null while it stands as first written. */
  editedAt: momentSchema.nullable(),
  helpfulCount: z.int().min(0),
  unhelpfulCount: z.int().min(0),
  reply: reviewReplySchema.nullable(),
  /** What the reader voted: helpful or not, or null. */
  vote: z.boolean().nullable(),
  /** Whether the reader has reported it. */
  isReported: z.boolean(),
});

export type Review = z.infer<typeof reviewSchema>;

export const reviewPageSchema = pageSchema(reviewSchema);

/** One's own review, with what only its writer is told. */
export const ownReviewSchema = reviewSchema.extend({
  status: reviewStatusSchema,
  /** Why it is not shown to others; null where it is. */
  reason: moderationReasonSchema.nullable(),
  /** Names this wording when it is changed. */
  version: momentSchema,
});

export type OwnReview = z.infer<typeof ownReviewSchema>;

/** The reader and a game's reviews. */
export const ownReviewBodySchema = z.object({
  /** Whether they own the game, and so may write. */
  canWrite: z.boolean(),
  review: ownReviewSchema.nullable(),
});

export type OwnReviewBody = z.infer<typeof ownReviewBodySchema>;

/** An earlier wording of a review. */
export const reviewRevisionSchema = z.object({
  isRecommended: z.boolean(),
  stars: z.int(),
  body: z.string(),
  writtenAt: momentSchema,
});

export type ReviewRevision = z.infer<typeof reviewRevisionSchema>;

export const reviewRevisionsSchema = z.object({ items: z.array(reviewRevisionSchema) });

const tallySchema = z.object({
  count: z.int().min(0),
  positivePercent: z.int().min(0).max(100).nullable(),
  summary: reviewSummarySchema.nullable(),
});

export type Tally = z.infer<typeof tallySchema>;

/** What all reviews of a game say together. */
export const reviewsSummarySchema = z.object({
  allTime: tallySchema.extend({ average: z.number().nullable() }),
  /** The last 30 days. */
  recent: tallySchema,
  /** Five stars first; those without a review too. */
  byStars: z.array(z.object({ stars: z.int(), count: z.int() })),
  /** Every month from the first review's to the last one's; `month` is its first day. */
  byMonth: z.array(z.object({ month: daySchema, recommended: z.int(), notRecommended: z.int() })),
  /** Languages that reviews are written in, most first. */
  languages: z.array(z.object({ code: z.string(), count: z.int() })),
});

export type ReviewsSummary = z.infer<typeof reviewsSummarySchema>;
