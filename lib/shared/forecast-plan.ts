import { z } from "zod";
import { daySchema } from "./day-schema";
import { forecastSourceSchema } from "./forecast";
import { currencySchema } from "./money-schema";
import { bandSchema, forecastModelSchema } from "./sales";
import { say } from "./say";

/** Deepest discount that can be asked for. */
export const MAX_PLAN_DISCOUNT_PERCENT = 90;

/** Highest price that can be asked for, in minor units. */
const MAX_PLAN_PRICE_CENTS = 1_000_000_00;

const MAX_DRAFT_NAME_LENGTH = 100;

/** A price and discount for some days, both ends included; days outside it stay as they are planned now. */
export const pricePlanSchema = z
  .object({
    discountPercent: z.int().min(0).max(MAX_PLAN_DISCOUNT_PERCENT),
    /** List price from which the discount is taken, in minor units of the game's currency; today's where left out. */
    priceCents: z.int().min(1).max(MAX_PLAN_PRICE_CENTS).optional(),
    from: daySchema,
    through: daySchema,
  })
  .refine((plan) => plan.from <= plan.through, { path: ["through"], message: say("errors.lastBeforeFirst") })
  .refine((plan) => plan.discountPercent > 0 || plan.priceCents !== undefined, {
    path: ["discountPercent"],
    message: say("errors.planNoChange"),
  });

export type PricePlan = z.infer<typeof pricePlanSchema>;

/** Body of `POST .../forecast/what-if`. */
export const askWhatIfSchema = z.object({ plan: pricePlanSchema });
export type AskWhatIfInput = z.infer<typeof askWhatIfSchema>;

/** Money with the ends of its 80 % band, in minor units. */
const revenueBandSchema = z.object({
  revenueCents: z.int().min(0),
  lowerRevenueCents: z.int().min(0),
  upperRevenueCents: z.int().min(0),
});

const unitsAndRevenueSchema = bandSchema.extend(revenueBandSchema.shape);

/** One day of a scenario: what a buyer pays, and the units and revenue that follow. */
export const scenarioDaySchema = unitsAndRevenueSchema.extend({
  day: daySchema,
  paidCents: z.int().min(0),
  discountPercent: z.int().min(0).max(100),
});

/** The forecast under one plan of prices: day by day, and in total with the band of the running total. */
export const scenarioSchema = z.object({ days: z.array(scenarioDaySchema), total: unitsAndRevenueSchema });
export type Scenario = z.infer<typeof scenarioSchema>;

/** A number that may be negative, with the ends of its 80 % band. */
export const differenceSchema = z.object({ expected: z.int(), lower: z.int(), upper: z.int() });
export type Difference = z.infer<typeof differenceSchema>;

/** A reason to trust an answer less; `about` names the part of the plan it belongs to. */
export const cautionSchema = z.discriminatedUnion("about", [
  /** `borrowed`: what serves the game sees past sales only, so that the effect is what all games taught the model. */
  z.object({ about: z.literal("method"), reason: z.enum(["borrowed", "launch", "young"]) }),
  /** The game was never sold at this depth; those that the game and the store had, in whole percent. */
  z.object({
    about: z.literal("discount"),
    discountPercent: z.int(),
    gameDepths: z.array(z.int()),
    storeDepths: z.array(z.int()),
  }),
  /** The game never had this list price; `storeRange` where it lies outside of what games of the store cost. */
  z.object({
    about: z.literal("price"),
    priceCents: z.int(),
    gamePrices: z.array(z.int()),
    storeRange: z.tuple([z.int(), z.int()]).nullable(),
  }),
  /** A deeper discount is planned already within these days, and holds there. */
  z.object({ about: z.literal("dates"), from: daySchema, through: daySchema }),
]);

export type Caution = z.infer<typeof cautionSchema>;

/** The answer of `POST .../forecast/what-if`. */
export const whatIfSchema = z.object({
  currency: currencySchema,
  /** The plan as asked for, with the list price that it was computed with. */
  asked: z.object({
    discountPercent: z.int(),
    priceCents: z.int().min(0),
    from: daySchema,
    through: daySchema,
  }),
  source: forecastSourceSchema,
  model: forecastModelSchema,
  /** With the prices as they are planned now. */
  base: scenarioSchema,
  /** With the asked prices on their days. */
  plan: scenarioSchema,
  /** `plan` less `base` over all days. */
  difference: z.object({ units: differenceSchema, revenueCents: differenceSchema }),
  cautions: z.array(cautionSchema),
});

export type WhatIf = z.infer<typeof whatIfSchema>;

/** Body of `POST .../forecast/drafts`. */
export const saveDraftSchema = z.object({
  name: z.string().trim().min(1).max(MAX_DRAFT_NAME_LENGTH),
  plan: pricePlanSchema,
});

export type SaveDraftInput = z.infer<typeof saveDraftSchema>;

/** A promotion that is only an idea yet: the shop does not know it until it is published. */
export const draftPromotionSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Off the list price; a plan with a lower price of its own is saved as the discount that leads to it. */
  discountPercent: z.int().min(1).max(100),
  from: daySchema,
  through: daySchema,
  createdAt: z.iso.datetime(),
});

export type DraftPromotion = z.infer<typeof draftPromotionSchema>;

/** The answer of `GET .../forecast/drafts`: the game's drafts, the next to begin first. */
export const draftPromotionsSchema = z.object({ items: z.array(draftPromotionSchema) });
