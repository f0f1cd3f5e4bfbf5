import { z } from "zod";
import { pageQuerySchema, pageSchema } from "./page";
import { moderationReasonSchema, reviewStatusSchema } from "./review-moderation";
import { reportReasonSchema, reviewFilterSchema, reviewSchema } from "./reviews";
import { say } from "./say";
import { writtenTextSchema } from "./written-text";

/** Fewest and most characters of a publisher's reply. */
export const REPLY_LENGTH = { min: 2, max: 4000 } as const;

/** Most characters of why staff hide a review. */
export const HIDE_REASON_LENGTH = 500;

const momentSchema = z.iso.datetime();

const gameSchema = z.object({ slug: z.string(), title: z.string() });

/** What a publisher's people ask for. */
export const publisherReviewsQuerySchema = pageQuerySchema
  .extend(reviewFilterSchema.pick({ recommended: true, stars: true }).shape)
  .extend({
    game: z
      .string()
      .max(200)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .optional(),
    reply: z.enum(["without", "with"]).optional(),
  });

export type PublisherReviewsQuery = z.output<typeof publisherReviewsQuerySchema>;

/** A review as the people of its game's publisher see it. */
export const publisherReviewSchema = reviewSchema
  .omit({ vote: true, isReported: true })
  .extend({ game: gameSchema, canReply: z.boolean() });

export type PublisherReview = z.infer<typeof publisherReviewSchema>;

export const publisherReviewPageSchema = pageSchema(publisherReviewSchema);

/** A reply; `version` is the moment of the one that it replaces, null where there was none. */
export const saveReplySchema = z.object({
  body: writtenTextSchema(REPLY_LENGTH),
  version: momentSchema.nullable(),
});

export type SaveReplyInput = z.output<typeof saveReplySchema>;

/** What staff look at: reviews that wait, that readers reported, or that are hidden. */
export const MODERATION_QUEUES = ["held", "reported", "hidden"] as const;

export type ModerationQueue = (typeof MODERATION_QUEUES)[number];

export const moderationQuerySchema = pageQuerySchema.extend({ queue: z.enum(MODERATION_QUEUES).default("held") });

export type ModerationQuery = z.output<typeof moderationQuerySchema>;

/** Where a review stands: shown, waiting or hidden, and why. */
export const standingSchema = z.object({ status: reviewStatusSchema, reason: moderationReasonSchema.nullable() });

/** A review as staff see it. */
export const moderatedReviewSchema = reviewSchema.omit({ vote: true, isReported: true }).extend({
  ...standingSchema.shape,
  game: gameSchema,
  /** Reports that nobody has looked at, latest first. */
  reports: z.array(
    z.object({
      id: z.uuid(),
      reason: reportReasonSchema,
      detail: z.string(),
      reporter: z.string(),
      createdAt: momentSchema,
    }),
  ),
  /** Earlier wordings that its history shows. */
  revisionCount: z.int().min(0),
});

export type ModeratedReview = z.infer<typeof moderatedReviewSchema>;

export const moderatedReviewPageSchema = pageSchema(moderatedReviewSchema);

/** Reviews of a queue are counted no further. */
export const QUEUE_COUNT_CAP = 100;

/** How many reviews wait in each queue, counted to the cap. */
export const queueSizesSchema = z.record(z.enum(MODERATION_QUEUES), z.int().min(0));

export type QueueSizes = z.infer<typeof queueSizesSchema>;

/** `approve` shows a review that waits or is hidden, `keep` leaves a reported one, `hide` takes it down and says why. */
export const DECISIONS = ["approve", "keep", "hide"] as const;

export type Decision = (typeof DECISIONS)[number];

export const decideReviewSchema = z.discriminatedUnion("decision", [
  z.object({ decision: z.enum(["approve", "keep"]) }),
  z.object({
    decision: z.literal("hide"),
    reason: writtenTextSchema({ max: HIDE_REASON_LENGTH }).refine((text) => text !== "", say("errors.hideReason")),
  }),
]);

export type DecideReviewInput = z.output<typeof decideReviewSchema>;

/** What was decided; `decisionId` takes it back. */
export const decidedReviewSchema = standingSchema.extend({
  id: z.uuid(),
  author: z.string(),
  decision: z.enum(DECISIONS),
  // Any number of so many digits fits PostgreSQL's bigint.
  decisionId: z.string().regex(/^\d{1,18}$/),
});

export type DecidedReview = z.infer<typeof decidedReviewSchema>;

export const undoDecisionSchema = z.object({ decisionId: decidedReviewSchema.shape.decisionId });
