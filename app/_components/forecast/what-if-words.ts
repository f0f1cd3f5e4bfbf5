import type { Difference, WhatIf } from "@/lib/shared/forecast-plan";
import type { Formats } from "@/lib/shared/formats/formats";
import type { ForecastTranslator } from "./translator";

const signOf = (amount: number) => (amount === 0 ? "same" : amount > 0 ? "more" : "less");

/** A change of the units or the revenue with its range, as a part of a sentence. */
function describeChange(
  measure: "units" | "revenue",
  { expected, lower, upper }: Difference,
  format: (amount: number) => string,
  t: ForecastTranslator,
): string {
  const change = t(`whatIf.${measure}`, { change: signOf(expected), amount: format(Math.abs(expected)) });
  if (expected === 0 && lower === 0 && upper === 0) return change;
  const sides = lower >= 0 ? "more" : upper <= 0 ? "less" : "both";
  const ends = { lower: format(Math.abs(lower)), upper: format(Math.abs(upper)) };
  return t("whatIf.withRange", { change, range: t(`whatIf.${measure}Range`, { sides, ...ends }) });
}

/** What a plan changes, in plain words, with the 80 % range of each change. */
export function describeWhatIf(
  { base, currency, difference }: WhatIf,
  t: ForecastTranslator,
  formats: Formats,
): string {
  const { count, day, roughMoney } = formats;
  const money = (amountCents: number) => roughMoney({ amountCents, currency });
  return t("whatIf.summary", {
    units: describeChange("units", difference.units, count, t),
    revenue: describeChange("revenue", difference.revenueCents, money, t),
    from: day(base.days[0]?.day ?? ""),
    through: day(base.days.at(-1)?.day ?? ""),
  });
}

/** Whether the 80 % range holds both a gain and a loss, so that the data cannot tell. */
export function isOpen({ lower, upper }: Difference): boolean {
  return lower < 0 && upper > 0;
}
