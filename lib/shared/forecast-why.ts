import { z } from "zod";
import { daySchema } from "./day-schema";
import { forecastSourceSchema } from "./forecast";
import { forecastModelSchema } from "./sales";

/** What moves a day's forecast away from the game's level; `season` is holidays and the time of the year. */
export const EFFECT_GROUPS = ["weekday", "discount", "season", "age", "trend"] as const;
export const effectGroupSchema = z.enum(EFFECT_GROUPS);
export type EffectGroup = z.infer<typeof effectGroupSchema>;

/** A day's forecast taken apart, in units: the level and the effects of all groups add up to the forecast. */
export const whyDaySchema = z.object({
  day: daySchema,
  level: z.number(),
  effects: z.record(effectGroupSchema, z.number()),
  forecast: z.number(),
});

export type WhyDay = z.infer<typeof whyDaySchema>;

/** The answer of `GET .../forecast/why`: each day of the neural network's forecast taken apart. */
export const forecastWhySchema = z.object({
  madeFrom: daySchema,
  /** What serves the game. Another one than the network is not what is explained. */
  source: forecastSourceSchema,
  model: forecastModelSchema,
  days: z.array(whyDaySchema),
});

export type ForecastWhy = z.infer<typeof forecastWhySchema>;
