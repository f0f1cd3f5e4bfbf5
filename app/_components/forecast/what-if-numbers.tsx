import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formatCount, formatRoughMoney } from "@/app/_components/charts/chart-format";
import type { Difference, WhatIf } from "@/lib/shared/forecast-plan";
import { isOpen } from "./what-if-words";

type Amount = { expected: number; lower: number; upper: number };

type RowProps = { name: string; children: ReactNode; range: string; className?: string };

function Row({ name, children, range, className }: RowProps) {
  return (
    <div className={clsx("flex items-baseline justify-between gap-3 py-2", className)}>
      <dt className="text-muted">{name}</dt>
      <dd className="grid justify-items-end">
        {children}
        <span className="whitespace-nowrap text-muted text-xs tabular-nums">
          <span className="sr-only">80 % range </span>
          {range}
        </span>
      </dd>
    </div>
  );
}

function toSigned(amount: number, format: (amount: number) => string): string {
  if (amount === 0) return "±0";
  return `${amount > 0 ? "+" : "−"}${format(Math.abs(amount))}`;
}

function toLook(difference: Difference): string {
  if (isOpen(difference) || difference.expected === 0) return "text-foreground";
  return difference.expected > 0 ? "text-success" : "text-danger";
}

type MeasureProps = {
  title: string;
  base: Amount;
  plan: Amount;
  difference: Difference;
  format: (amount: number) => string;
};

function Measure({ title, base, plan, difference, format }: MeasureProps) {
  const range = ({ lower, upper }: Amount) => `${format(lower)} – ${format(upper)}`;
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-background px-4 py-2 text-sm">
      <h3 className="pt-1 font-semibold">{title}</h3>
      <dl className="divide-y divide-line">
        <Row name="As planned now" range={range(base)}>
          <span className="font-semibold tabular-nums">{format(base.expected)}</span>
        </Row>
        <Row name="With this plan" range={range(plan)}>
          <span className="font-bold font-display text-lg tabular-nums">{format(plan.expected)}</span>
        </Row>
        <Row name="Difference" range={`${toSigned(difference.lower, format)} to ${toSigned(difference.upper, format)}`}>
          <span className={clsx("font-semibold tabular-nums", toLook(difference))}>
            {toSigned(difference.expected, format)}
          </span>
        </Row>
      </dl>
    </section>
  );
}

/** Units and revenue under the plan of now and under the one asked for, with the 80 % range of each. */
export function WhatIfNumbers({ answer }: { answer: WhatIf }) {
  const { base, plan, difference, currency } = answer;
  const unitsOf = ({ total }: WhatIf["base"]) => {
    return { expected: total.units, lower: total.lowerUnits, upper: total.upperUnits };
  };
  const revenueOf = ({ total }: WhatIf["base"]) => {
    return { expected: total.revenueCents, lower: total.lowerRevenueCents, upper: total.upperRevenueCents };
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Measure
        title={`Units in ${base.days.length} days`}
        base={unitsOf(base)}
        plan={unitsOf(plan)}
        difference={difference.units}
        format={formatCount}
      />
      <Measure
        title={`Revenue in ${base.days.length} days`}
        base={revenueOf(base)}
        plan={revenueOf(plan)}
        difference={difference.revenueCents}
        format={(amountCents) => formatRoughMoney({ amountCents, currency })}
      />
    </div>
  );
}
