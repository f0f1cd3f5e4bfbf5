import { addDays, type Day, toDate } from "@/lib/shared/day";
import { MAX_PLAN_DISCOUNT_PERCENT, type PricePlan } from "@/lib/shared/forecast-plan";
import { discountedCents, minorDigits } from "@/lib/shared/money";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";

/** A draft ends at most this many days ahead: a year, and the 60 days of a launch after it. */
export const MAX_DRAFT_AHEAD_DAYS = 425;

function refuse(field: string, message: string): never {
  throw new AppError("invalid_input", message, { fields: { [field]: message } });
}

/** Refuses days that are over or too far ahead with `invalid_input`. */
export function checkDraftDays({ from, through }: PricePlan, today: Day): void {
  const last = addDays(today, MAX_DRAFT_AHEAD_DAYS);
  if (from < today) refuse("plan.from", say("errors.planBeforeToday"));
  if (through > last) refuse("plan.through", say("errors.planTooFarAhead", { last: toDate(last).getTime() }));
}

/**
 * The discount off the list price under which a buyer pays what the plan says: a promotion knows no price of its own.
 * `invalid_input` where no whole percent from 1 to 90 does that.
 */
export function toDraftPercent(plan: PricePlan, list: { priceCents: number; currency: string }): number {
  const { priceCents, currency } = list;
  if (priceCents === 0) refuse("plan.discountPercent", say("errors.draftGameFree"));
  if (plan.priceCents === undefined) return plan.discountPercent;
  const paidCents = discountedCents(plan.priceCents, plan.discountPercent);
  const percent = Math.round(100 * (1 - paidCents / priceCents));
  if (percent >= 1 && percent <= MAX_PLAN_DISCOUNT_PERCENT) return percent;
  const digits = minorDigits(currency);
  const toAmount = (percentOff: number) => (discountedCents(priceCents, percentOff) / 10 ** digits).toFixed(digits);
  const max = MAX_PLAN_DISCOUNT_PERCENT;
  const range = { max, lowest: toAmount(max), highest: toAmount(1), currency };
  return refuse("plan.priceCents", say("errors.draftPriceRange", range));
}
