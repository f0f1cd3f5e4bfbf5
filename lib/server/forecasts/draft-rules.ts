import { addDays, type Day } from "@/lib/shared/day";
import { MAX_PLAN_DISCOUNT_PERCENT, type PricePlan } from "@/lib/shared/forecast-plan";
import { discountedCents, formatMoney } from "@/lib/shared/money";
import { AppError } from "../errors";

/** A draft ends at most this many days ahead: a year, and the 60 days of a launch after it. */
export const MAX_DRAFT_AHEAD_DAYS = 425;

function refuse(field: string, message: string): never {
  throw new AppError("invalid_input", message, { fields: { [field]: message } });
}

/** Refuses days that are over or too far ahead with `invalid_input`. */
export function checkDraftDays({ from, through }: PricePlan, today: Day): void {
  const last = addDays(today, MAX_DRAFT_AHEAD_DAYS);
  if (from < today) refuse("plan.from", `The first day must not be before today, ${today}`);
  if (through > last) refuse("plan.through", `The last day must not be after ${last}`);
}

/**
 * The discount off the list price under which a buyer pays what the plan says: a promotion knows no price of its own.
 * `invalid_input` where no whole percent from 1 to 90 does that.
 */
export function toDraftPercent(plan: PricePlan, list: { priceCents: number; currency: string }): number {
  const { priceCents, currency } = list;
  if (priceCents === 0) refuse("plan.discountPercent", "The game is free: there is nothing to take a discount off");
  if (plan.priceCents === undefined) return plan.discountPercent;
  const paidCents = discountedCents(plan.priceCents, plan.discountPercent);
  const percent = Math.round(100 * (1 - paidCents / priceCents));
  if (percent >= 1 && percent <= MAX_PLAN_DISCOUNT_PERCENT) return percent;
  const range = [MAX_PLAN_DISCOUNT_PERCENT, 1].map((end) =>
    formatMoney({ amountCents: discountedCents(priceCents, end), currency }),
  );
  return refuse("plan.priceCents", `A promotion takes 1 to 90 % off the list price: from ${range.join(" to ")}`);
}
