import { formatCount, formatDay, formatRoughMoney } from "@/app/_components/charts/chart-format";
import type { Difference, WhatIf } from "@/lib/shared/forecast-plan";

type Measure = { format: (amount: number) => string; more: string; less: string; same: string };

function describeRange({ lower, upper }: Difference, { format, less }: Measure): string {
  if (lower >= 0) return `${format(lower)} to ${format(upper)} more`;
  if (upper <= 0) return `${format(-upper)} to ${format(-lower)} ${less}`;
  return `from ${format(-lower)} ${less} to ${format(upper)} more`;
}

function describeChange(difference: Difference, noun: string, measure: Measure): string {
  const { expected, lower, upper } = difference;
  if (expected === 0 && lower === 0 && upper === 0) return `${measure.same} ${noun}`;
  const change =
    expected === 0
      ? `${measure.same} ${noun}`
      : `${measure.format(Math.abs(expected))} ${expected > 0 ? measure.more : measure.less} ${noun}`;
  return `${change} (${describeRange(difference, measure)})`;
}

/** What a plan changes, in plain words, with the 80 % range of each change. */
export function describeWhatIf({ base, currency, difference }: WhatIf): string {
  const [first, last] = [base.days[0]?.day, base.days.at(-1)?.day];
  const span = first && last ? ` from ${formatDay(first)} to ${formatDay(last)}` : "";
  const money = (amountCents: number) => formatRoughMoney({ amountCents, currency });
  const units = describeChange(difference.units, "units", {
    format: formatCount,
    more: "more",
    less: "fewer",
    same: "as many",
  });
  const revenue = describeChange(difference.revenueCents, "revenue", {
    format: money,
    more: "more",
    less: "less",
    same: "the same",
  });
  return `Compared with what is planned now, this should sell ${units} and bring ${revenue}${span}.`;
}

/** Whether the 80 % range holds both a gain and a loss, so that the data cannot tell. */
export function isOpen({ lower, upper }: Difference): boolean {
  return lower < 0 && upper > 0;
}
