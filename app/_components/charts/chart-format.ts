import { addDays, type Day, toDate } from "@/lib/shared/day";
import { formatMoney, type Money, minorDigits } from "@/lib/shared/money";
import type { Grain } from "@/lib/shared/sales-series";

const number = new Intl.NumberFormat("en-US");
const amount = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const dateOf = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
const short = dateOf({ month: "short", day: "numeric" });
const long = dateOf({ weekday: "short", month: "short", day: "numeric", year: "numeric" });
const weekday = dateOf({ weekday: "short", month: "short", day: "numeric" });
const plain = dateOf({ month: "short", day: "numeric", year: "numeric" });
const month = dateOf({ month: "short", year: "numeric" });

/** Days shown from which on the axis names months instead of days. */
const MONTH_AXIS_DAYS = 200;

export function formatCount(count: number): string {
  return number.format(count);
}

export function formatBand([lower, upper]: readonly [number, number]): string {
  return `${number.format(lower)} – ${number.format(upper)}`;
}

/** A mean or a part of one, with a digit after the point. */
export function formatAmount(units: number): string {
  return amount.format(units);
}

/** A change with its sign; a minus as wide as the plus. */
export function formatSigned(units: number): string {
  return signed.format(units).replace("-", "−");
}

/** 0.8 as `80 %`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function formatCompact(count: number): string {
  return compact.format(count);
}

/** Whole units of a currency from this amount on: a forecast is not known to the cent. */
const ROUGH_FROM = 10;

/** An amount of money that is an estimate, in minor units. */
export function formatRoughMoney({ amountCents, currency }: Money): string {
  const amount = amountCents / 10 ** minorDigits(currency);
  if (Math.abs(amount) < ROUGH_FROM) return formatMoney({ amountCents, currency });
  return new Intl.NumberFormat("en-US", { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);
}

export function formatDay(day: Day): string {
  return plain.format(toDate(day));
}

/** A day of a year that is plain, such as `Sat, Dec 5`. */
export function formatWeekday(day: Day): string {
  return weekday.format(toDate(day));
}

export function formatTick(day: Day, shownDays: number): string {
  return (shownDays > MONTH_AXIS_DAYS ? month : short).format(toDate(day));
}

/** The name of a point: its day, or the first and last day of its week. */
export function formatPeriod(day: Day, grain: Grain): string {
  if (grain === "day") return long.format(toDate(day));
  return `${short.format(toDate(day))} – ${plain.format(toDate(addDays(day, 6)))}`;
}
