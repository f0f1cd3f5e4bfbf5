import { z } from "zod";
import { daySchema } from "./day";
import { forecastSourceSchema } from "./forecast";
import { forecastModelSchema } from "./sales";

/** What moves a day's forecast away from the game's level; `season` is holidays and the time of the year. */
export const EFFECT_GROUPS = ["weekday", "discount", "season", "age", "trend"] as const;
export const effectGroupSchema = z.enum(EFFECT_GROUPS);
export type EffectGroup = z.infer<typeof effectGroupSchema>;

/** Names of the groups for people. */
export const EFFECT_NAMES: Record<EffectGroup, string> = {
  weekday: "Day of the week",
  discount: "Price and discount",
  season: "Holidays and season",
  age: "Time since release",
  trend: "Recent trend",
};

/** A day's forecast taken apart, in units: the level and the effects of all groups add up to the forecast. */
export const whyDaySchema = z.object({
  day: daySchema,
  level: z.number(),
  effects: z.record(effectGroupSchema, z.number()),
  forecast: z.number(),
});

export type WhyDay = z.infer<typeof whyDaySchema>;

/** The answer of `GET .../forecast/why`: each forecast day taken apart. */
export const forecastWhySchema = z.object({
  madeFrom: daySchema,
  source: z.object({ method: forecastSourceSchema, words: z.string() }),
  model: forecastModelSchema,
  days: z.array(whyDaySchema),
  /** How what is explained differs from the forecast that is served; null where it is the same. */
  note: z.string().nullable(),
});

export type ForecastWhy = z.infer<typeof forecastWhySchema>;
