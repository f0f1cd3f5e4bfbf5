import { addDays, type Day, daysBetween } from "@/lib/shared/day";
import {
  type DraftPromotion,
  MAX_PLAN_DISCOUNT_PERCENT,
  type PricePlan,
  pricePlanSchema,
} from "@/lib/shared/forecast-plan";
import type { Messages } from "@/lib/shared/messages/en";
import { minorDigits } from "@/lib/shared/money";
import type { DiscountSpan } from "@/lib/shared/sales";
import { discountOn } from "@/lib/shared/sales-series";

/** What the form holds, as typed. */
export type PlanFields = { discountPercent: string; price: string; from: string; through: string };

/** What is wrong with a field, as a key of the messages `forecast.plan.errors`. */
export type PlanError = keyof Messages["forecast"]["plan"]["errors"];

export type PlanErrors = Partial<Record<keyof PlanFields, PlanError>>;

/** What a plan is asked within. */
export type PlanLimits = { firstDay: Day; lastDay: Day; currency: string };

/** Length in days of the plan that the form begins with. */
const SUGGESTED_DAYS = 7;
const SUGGESTED_PERCENT = "25";

/** A plan to begin with: a week that has no discount yet, or the first one where every week has. */
export function suggestFields({ firstDay, lastDay }: PlanLimits, discounts: readonly DiscountSpan[]): PlanFields {
  const isFree = (from: Day) =>
    Array.from({ length: SUGGESTED_DAYS }, (_, index) => addDays(from, index)).every(
      (day) => day <= lastDay && discountOn(day, discounts) === 0,
    );
  const starts = Array.from({ length: Math.max(1, daysBetween(firstDay, lastDay)) }, (_, index) =>
    addDays(firstDay, index + 1),
  );
  const from = starts.find(isFree) ?? firstDay;
  const through = [addDays(from, SUGGESTED_DAYS - 1), lastDay].sort()[0] ?? lastDay;
  return { discountPercent: SUGGESTED_PERCENT, price: "", from, through };
}

/** The form's content for a draft that was saved. */
export function toFields({ discountPercent, from, through }: DraftPromotion): PlanFields {
  return { discountPercent: String(discountPercent), price: "", from, through };
}

/** Minor units of an amount as people type it, `19.99` or `19,99`; null where it is none. */
function toCents(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const pattern = digits > 0 ? new RegExp(`^\\d{1,7}([.,]\\d{1,${digits}})?$`) : /^\d{1,9}$/;
  return pattern.test(text) ? Math.round(Number(text.replace(",", ".")) * 10 ** digits) : null;
}

function readPercent(text: string): number | null {
  const value = Number(text || "0");
  return Number.isInteger(value) && value >= 0 && value <= MAX_PLAN_DISCOUNT_PERCENT ? value : null;
}

function listErrors(fields: PlanFields, { firstDay, lastDay, currency }: PlanLimits): PlanErrors {
  const { from, through } = fields;
  const price = fields.price.trim();
  const percent = readPercent(fields.discountPercent);
  const isInReach = (day: Day) => firstDay <= day && day <= lastDay;
  return {
    ...(percent === null && { discountPercent: "percent" as const }),
    ...(percent === 0 && !price && { discountPercent: "nothing" as const }),
    ...(price && !toCents(price, currency) && { price: "price" as const }),
    ...(!isInReach(from) && { from: "day" as const }),
    ...(!isInReach(through) && { through: "day" as const }),
    ...(from && through && through < from && { through: "order" as const }),
  };
}

/** The plan that the form holds, or what is wrong with it, field by field. */
export function readPlan(fields: PlanFields, limits: PlanLimits): { plan: PricePlan | null; errors: PlanErrors } {
  const errors = listErrors(fields, limits);
  if (Object.keys(errors).length > 0) return { plan: null, errors };
  const price = fields.price.trim();
  const plan = pricePlanSchema.safeParse({
    discountPercent: readPercent(fields.discountPercent),
    ...(price && { priceCents: toCents(price, limits.currency) }),
    from: fields.from,
    through: fields.through,
  });
  return { plan: plan.data ?? null, errors: {} };
}
