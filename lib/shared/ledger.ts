import { z } from "zod";
import { daySchema } from "./day-schema";

/** Lengths of the windows, up to the last scored day, over which a track record is summed. */
export const ACCURACY_WINDOWS = [28, 90] as const;

/** Weeks that a track record shows one by one. */
export const ACCURACY_WEEKS = 26;

/** Days, two weeks, in each half of which a forecast must lose to repeating the last week before its game is flagged. */
export const FLAG_DAYS = 14;

/** By how much it must lose, in share and in units a day: where a unit is sold now and then, less than that is luck. */
export const FLAG_EXCESS = { ratio: 1.05, unitsPerDay: 0.1 } as const;

/** How far ahead a forecast looked: `near` 1 to 7 days, `middle` 8 to 28, `far` 29 to 60. */
export const HORIZON_BUCKETS = ["near", "middle", "far"] as const;
export const horizonBucketSchema = z.enum(HORIZON_BUCKETS);
export type HorizonBucket = z.infer<typeof horizonBucketSchema>;

/**
 * `issued`: forecasts as they were served. `backtest`: forecasts that a training made for days it had held out, which
 * tell what the forecasts of a young store would have been worth.
 */
export const trackKindSchema = z.enum(["issued", "backtest"]);
export type TrackKind = z.infer<typeof trackKindSchema>;

/** How forecasts turned out. Errors are in units per game and day; one day counts once for each forecast that named it. */
export const accuracySchema = z.object({
  /** Days of sales that were forecast. */
  days: z.int().min(1),
  /** Forecasts of those days. */
  forecasts: z.int().min(1),
  /** Mean units sold on a forecast day. */
  soldPerDay: z.number().min(0),
  /** Mean units forecast. */
  predictedPerDay: z.number().min(0),
  /** Mean absolute error. */
  meanAbsError: z.number().min(0),
  /** The same of seasonal naive: the last week before the forecast, repeated. */
  naiveMeanAbsError: z.number().min(0),
  /** Our error over seasonal naive's: below 1 is better than it. Null where seasonal naive was never wrong. */
  errorRatio: z.number().min(0).nullable(),
  /** Share of days inside the 80 % band, 0 to 1. */
  coverage: z.number().min(0).max(1),
  /** Total forecast over total sold − 1: above 0 too much was forecast. Null where nothing was sold. */
  bias: z.number().nullable(),
  /** Mean pinball loss of the five quantiles. */
  pinball: z.number().min(0),
});

export type Accuracy = z.infer<typeof accuracySchema>;

/** Accuracy by how far ahead was forecast; null where nothing was. */
const bucketAccuracySchema = z.object({
  near: accuracySchema.nullable(),
  middle: accuracySchema.nullable(),
  far: accuracySchema.nullable(),
});

/** The last `days` days of a track record, whole and by how far ahead was forecast; null where nothing was. */
export const accuracyWindowSchema = z.object({
  days: z.int().min(1),
  from: daySchema,
  through: daySchema,
  total: accuracySchema.nullable(),
  buckets: bucketAccuracySchema,
});

export type AccuracyWindow = z.infer<typeof accuracyWindowSchema>;

/**
 * The window that tells most: the shortest that knows of every distance ahead, else the shortest that knows anything.
 * The newest days of a back-test were all forecast from far ahead.
 */
export function findTellingWindow(windows: readonly AccuracyWindow[]): AccuracyWindow | undefined {
  const isWhole = ({ buckets }: AccuracyWindow) => HORIZON_BUCKETS.every((bucket) => buckets[bucket] !== null);
  return windows.find(isWhole) ?? windows.find(({ total }) => total !== null);
}

/** One week of a track record, whole and by how far ahead was forecast. */
export const accuracyWeekSchema = accuracySchema.extend({
  from: daySchema,
  through: daySchema,
  buckets: bucketAccuracySchema,
});
export type AccuracyWeek = z.infer<typeof accuracyWeekSchema>;

/** How forecasts of one kind turned out up to the last day of theirs that was scored. */
export const trackRecordSchema = z.object({
  kind: trackKindSchema,
  scoredThrough: daySchema,
  /** One for each of {@link ACCURACY_WINDOWS}. */
  windows: z.array(accuracyWindowSchema),
  /** Whole weeks back from the last scored day, oldest first; weeks without a forecast are left out. */
  weeks: z.array(accuracyWeekSchema),
});

export type TrackRecord = z.infer<typeof trackRecordSchema>;

/** A game whose served forecasts were worse than seasonal naive in each of its last two weeks. */
export const gameFlagSchema = z.object({
  from: daySchema,
  through: daySchema,
  meanAbsError: z.number().min(0),
  naiveMeanAbsError: z.number().min(0),
  /** Whether a training has seen these two weeks since; until then the flag asks for one. */
  isRetrained: z.boolean(),
});

export type GameFlag = z.infer<typeof gameFlagSchema>;

/** The last forecast made before a game's release, beside what it sold on the days since then, 60 at most. */
export const launchRecordSchema = z.object({
  issuedThrough: daySchema,
  releaseDate: daySchema,
  days: z.int().min(1),
  predictedUnits: z.int().min(0),
  soldUnits: z.int().min(0),
});

export type LaunchRecord = z.infer<typeof launchRecordSchema>;

/** How good one game's forecasts were; a record is null while no forecast of its kind has met its day. */
export const gameAccuracySchema = z.object({
  game: z.object({ slug: z.string(), title: z.string() }),
  issued: trackRecordSchema.nullable(),
  backtest: trackRecordSchema.nullable(),
  launch: launchRecordSchema.nullable(),
  flag: gameFlagSchema.nullable(),
});

export type GameAccuracy = z.infer<typeof gameAccuracySchema>;

/** A flagged game of the store. */
export const flaggedGameSchema = gameFlagSchema.extend({
  slug: z.string(),
  title: z.string(),
  publisher: z.object({ slug: z.string(), name: z.string() }),
});

export type FlaggedGame = z.infer<typeof flaggedGameSchema>;

/** How good the store's forecasts were, all games together, and the games that ask for retraining. */
export const storeAccuracySchema = z.object({
  issued: trackRecordSchema.nullable(),
  backtest: trackRecordSchema.nullable(),
  /** The worst first. */
  flagged: z.array(flaggedGameSchema),
  retraining: z.object({
    /** Whether a flagged game waits for a training that has seen its last two weeks. */
    isAsked: z.boolean(),
    /** Last day of data that the latest training of all games has seen. */
    trainedThrough: daySchema.nullable(),
  }),
});

export type StoreAccuracy = z.infer<typeof storeAccuracySchema>;

/** Sums over scored forecasts, as the ledger keeps them. `soldUnits` counts a day once for each forecast of it. */
export type AccuracySums = {
  days: number;
  forecasts: number;
  soldUnits: number;
  predictedUnits: number;
  absError: number;
  naiveAbsError: number;
  covered: number;
  pinball: number;
};

/** Means and ratios of sums; null where nothing was forecast. */
export function toAccuracy(sums: AccuracySums): Accuracy | null {
  const { days, forecasts, soldUnits } = sums;
  if (forecasts === 0) return null;
  return {
    days,
    forecasts,
    soldPerDay: soldUnits / forecasts,
    predictedPerDay: sums.predictedUnits / forecasts,
    meanAbsError: sums.absError / forecasts,
    naiveMeanAbsError: sums.naiveAbsError / forecasts,
    errorRatio: sums.naiveAbsError > 0 ? sums.absError / sums.naiveAbsError : null,
    coverage: sums.covered / forecasts,
    bias: soldUnits > 0 ? sums.predictedUnits / soldUnits - 1 : null,
    pinball: sums.pinball / forecasts,
  };
}
