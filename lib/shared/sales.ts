import { z } from "zod";
import { daySchema } from "./day-schema";
import { currencySchema } from "./money-schema";
import { pageQuerySchema, pageSchema } from "./page";

/** Days of the windows that the dashboards compare. */
export const WINDOW_DAYS = 28;

/** Days that a forecast reaches ahead. */
export const FORECAST_DAYS = 60;

/** A forecast number with the ends of its 80 % band. */
export const bandSchema = z.object({
  units: z.int().min(0),
  lowerUnits: z.int().min(0),
  upperUnits: z.int().min(0),
});

export type Band = z.infer<typeof bandSchema>;

/** What the table of games can be sorted by. */
export const SALES_SORTS = ["units", "revenue", "forecast", "trend", "title"] as const;

/** What the table of games can be narrowed to: games that are out, and those that are yet to come. */
export const RELEASE_STATES = ["out", "coming"] as const;

/** Query parameters of the tables of games. */
export const gameSalesQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().max(100).default(""),
  sort: z.enum(SALES_SORTS).default("units"),
  order: z.enum(["asc", "desc"]).optional(),
  state: z.enum(RELEASE_STATES).optional(),
});

export type GameSalesQuery = z.infer<typeof gameSalesQuerySchema>;

const publisherRefSchema = z.object({ slug: z.string(), name: z.string() });

/** One row of the tables of games. */
export const gameSalesSchema = z.object({
  slug: z.string(),
  title: z.string(),
  publisher: publisherRefSchema,
  currency: currencySchema,
  releaseDate: daySchema.nullable(),
  /** Sales of the last 28 days of data. */
  units: z.int().min(0),
  revenueCents: z.int().min(0),
  /** Units of the 28 days before those. */
  previousUnits: z.int().min(0),
  /** Change of the units between the two windows, 0.25 for a quarter more; null without earlier sales. */
  trend: z.number().nullable(),
  /** Units of each of the last 28 days, oldest first. */
  sparkline: z.array(z.int().min(0)),
  /** Sum of the next 60 days; null where there is no forecast. */
  forecast: bandSchema.nullable(),
});

export type GameSales = z.infer<typeof gameSalesSchema>;

export const gameSalesPageSchema = pageSchema(gameSalesSchema);

/** One day of a game's actual sales. */
export const salesDaySchema = z.object({
  day: daySchema,
  units: z.int().min(0),
  revenueCents: z.int().min(0),
});

export type SalesDay = z.infer<typeof salesDaySchema>;

/** One day of a forecast. */
export const forecastDaySchema = bandSchema.extend({ day: daySchema });

export type ForecastDay = z.infer<typeof forecastDaySchema>;

/** Days on which a game is cheaper, both ends included. */
export const discountSpanSchema = z.object({
  name: z.string(),
  from: daySchema,
  to: daySchema,
  discountPercent: z.int().min(1).max(100),
});

export type DiscountSpan = z.infer<typeof discountSpanSchema>;

/** The model that made a forecast. */
export const forecastModelSchema = z.object({
  version: z.string(),
  backend: z.string(),
  trainedThrough: daySchema,
});

/** A game as its sales page names it. */
export const saleGameSchema = z.object({
  slug: z.string(),
  title: z.string(),
  publisher: publisherRefSchema,
  currency: currencySchema,
  releaseDate: daySchema.nullable(),
});

const moneySumSchema = z.object({ currency: currencySchema, amountCents: z.int() });

/** What the store did in a window of days. */
export const windowTotalsSchema = z.object({
  units: z.int().min(0),
  orders: z.int().min(0),
  refundedUnits: z.int().min(0),
  /** One sum a currency; amounts in different currencies are never added. */
  revenue: z.array(moneySumSchema),
});

export type WindowTotals = z.infer<typeof windowTotalsSchema>;

/** Held-out scores of a model or baseline; smaller is better, save that coverage should be near 0.8. */
export const scoresSchema = z.object({ mase: z.number(), wape: z.number(), coverage: z.number().nullable() });

export type Scores = z.infer<typeof scoresSchema>;

/** The model that forecasts now, with its held-out scores beside the seasonal naive forecast's. */
export const liveModelSchema = forecastModelSchema.extend({
  createdAt: z.iso.datetime(),
  scores: scoresSchema.nullable(),
  naiveScores: scoresSchema.nullable(),
});

export type LiveModel = z.infer<typeof liveModelSchema>;

/** A trained model: the one that forecasts, one that was not good enough to, or one of before. */
export const modelVersionSchema = liveModelSchema.extend({
  status: z.enum(["live", "challenger", "retired"]),
  /** Why it went live or did not, for people; empty for models of before reasons were kept. */
  decision: z.string(),
});

export type ModelVersion = z.infer<typeof modelVersionSchema>;

/** The store at a glance. */
export const salesOverviewSchema = z.object({
  dataThrough: daySchema.nullable(),
  current: windowTotalsSchema,
  previous: windowTotalsSchema,
  forecast: bandSchema.nullable(),
  forecastGames: z.int().min(0),
  actual: z.array(salesDaySchema.pick({ day: true, units: true })),
  forecastDays: z.array(forecastDaySchema),
  topGames: z.array(gameSalesSchema),
  model: liveModelSchema.nullable(),
});

export type SalesOverview = z.infer<typeof salesOverviewSchema>;
