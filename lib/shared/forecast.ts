import { z } from "zod";
import { daySchema } from "./day-schema";
import { currencySchema } from "./money-schema";
import {
  bandSchema,
  discountSpanSchema,
  forecastDaySchema,
  forecastModelSchema,
  saleGameSchema,
  salesDaySchema,
} from "./sales";

/** Days from the first forecast day on for which a game's page sums its forecast. */
export const FORECAST_SUMS_DAYS = [7, 30, 60] as const;

/** A game with fewer days of sales than this is young: its forecast leans on similar games. */
export const YOUNG_BELOW_DAYS = 90;

/** Days after its release over which a launch is measured. */
export const LAUNCH_DAYS = 30;

/**
 * The forecasters that can serve a game: of all of them, the one that was best for it on days held out. `lstm` is the
 * neural network, `blend` the network and the mean of days like it.
 */
export const FORECAST_SOURCES = ["lstm", "blend", "seasonal_naive", "same_condition", "auto_ets"] as const;
export const forecastSourceSchema = z.enum(FORECAST_SOURCES);
export type ForecastSource = z.infer<typeof forecastSourceSchema>;

/** `regular`: years or months of sales; `young`: fewer than 90 days of them; `launch`: not yet out. */
export const forecastKindSchema = z.enum(["regular", "young", "launch"]);
export type ForecastKind = z.infer<typeof forecastKindSchema>;

/**
 * One day with its quantiles: `lowerUnits` .1, `lowerQuartileUnits` .25, `medianUnits` .5, `upperQuartileUnits` .75 and
 * `upperUnits` .9; and the running total since the first forecast day with its 80 % band. `units` is the mean.
 */
export const forecastDayDetailSchema = forecastDaySchema.extend({
  lowerQuartileUnits: z.int().min(0),
  medianUnits: z.int().min(0),
  upperQuartileUnits: z.int().min(0),
  cumulativeUnits: z.int().min(0),
  cumulativeLowerUnits: z.int().min(0),
  cumulativeUpperUnits: z.int().min(0),
});

export type ForecastDayDetail = z.infer<typeof forecastDayDetailSchema>;

/** Sum of the first `horizonDays` days of a forecast with the 80 % band of the running total. */
export const forecastSumSchema = bandSchema.extend({ horizonDays: z.int().min(1) });
export type ForecastSum = z.infer<typeof forecastSumSchema>;

/**
 * When a pool of licence keys runs out. `sold_out`: no key is left now. `runs_out`: the forecast uses them up within its
 * 60 days. `may_run_out`: only the upper end of its 80 % band does. `lasts`: not even that.
 */
export const stockOutSchema = z.object({
  state: z.enum(["sold_out", "runs_out", "may_run_out", "lasts"]),
  keysLeft: z.int().min(0),
  /** Day on which the last key is expected to go; null where the keys last beyond the forecast, or are gone already. */
  expectedDay: daySchema.nullable(),
  /** Earliest end of the 80 % range of that day, under the same rule for null. */
  earliestDay: daySchema.nullable(),
  /** Latest end of it; null also where the range reaches beyond the forecast. */
  latestDay: daySchema.nullable(),
  /** Keys to order now, so that they last for `horizonDays` from the first forecast day with `safetyPercent` certainty. */
  keysToOrder: z.int().min(0),
  horizonDays: z.int().min(1),
  safetyPercent: z.int().min(1).max(99),
});

export type StockOut = z.infer<typeof stockOutSchema>;

/** Why a game is like another. */
export const similarReasonSchema = z.discriminatedUnion("about", [
  z.object({ about: z.literal("genres"), genres: z.array(z.object({ slug: z.string(), name: z.string() })) }),
  z.object({ about: z.literal("publisher") }),
  /** About the same price; 0 where both are free. */
  z.object({ about: z.literal("price"), priceCents: z.int().min(0), currency: currencySchema }),
]);

export type SimilarReason = z.infer<typeof similarReasonSchema>;

/** A released game whose launch tells what to expect of a young or coming one. */
export const similarGameSchema = z.object({
  slug: z.string(),
  title: z.string(),
  releaseDate: daySchema,
  /** Why it is similar, the strongest reason first. */
  reasons: z.array(similarReasonSchema).min(1),
  /** Units of its first 30 days; null for a game of another publisher, whose sales the reader may not see. */
  launchUnits: z.int().min(0).nullable(),
});

export type SimilarGame = z.infer<typeof similarGameSchema>;

/** A game's actual sales with its forecast: what the forecast page shows. */
export const gameForecastSchema = z.object({
  game: saleGameSchema,
  /** Last day of data; null while nothing was ever sold in the store. */
  dataThrough: daySchema.nullable(),
  /** Every day from the first sale to the last day of data, days without a sale as 0. */
  actual: z.array(salesDaySchema),
  forecast: z
    .object({
      /** Last day of data that the forecast was made from. */
      madeFrom: daySchema,
      kind: forecastKindSchema,
      source: forecastSourceSchema,
      model: forecastModelSchema,
      days: z.array(forecastDayDetailSchema),
      summaries: z.array(forecastSumSchema),
      /** Null for a game that is not sold by key. */
      stockOut: stockOutSchema.nullable(),
      /** Similar games, the most similar first; empty for a regular game. */
      similarGames: z.array(similarGameSchema),
    })
    .nullable(),
  discounts: z.array(discountSpanSchema),
});

export type GameForecast = z.infer<typeof gameForecastSchema>;
