import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "@/app/_i18n/use-formats";
import type { Difference, WhatIf } from "@/lib/shared/forecast-plan";
import { isOpen } from "./what-if-words";

type Amount = { expected: number; lower: number; upper: number };

type RowProps = { name: string; children: ReactNode; range: string; className?: string };

function Row({ name, children, range, className }: RowProps) {
  const t = useTranslations("forecast");
  return (
    <div className={clsx("flex items-baseline justify-between gap-3 py-2", className)}>
      <dt className="text-muted">{name}</dt>
      <dd className="grid justify-items-end">
        {children}
        <span className="whitespace-nowrap text-muted text-xs tabular-nums">
          <span className="sr-only">{`${t("whatIf.range")} `}</span>
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
  const t = useTranslations("forecast");
  const range = ({ lower, upper }: Amount) => `${format(lower)} – ${format(upper)}`;
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-background px-4 py-2 text-sm">
      <h3 className="pt-1 font-semibold">{title}</h3>
      <dl className="divide-y divide-line">
        <Row name={t("whatIf.base")} range={range(base)}>
          <span className="font-semibold tabular-nums">{format(base.expected)}</span>
        </Row>
        <Row name={t("whatIf.plan")} range={range(plan)}>
          <span className="font-bold font-display text-lg tabular-nums">{format(plan.expected)}</span>
        </Row>
        <Row
          name={t("whatIf.difference")}
          range={t("whatIf.differenceRange", {
            lower: toSigned(difference.lower, format),
            upper: toSigned(difference.upper, format),
          })}
        >
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
  const t = useTranslations("forecast");
  const { count, roughMoney } = useFormats();
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
        title={t("whatIf.unitsIn", { days: base.days.length })}
        base={unitsOf(base)}
        plan={unitsOf(plan)}
        difference={difference.units}
        format={count}
      />
      <Measure
        title={t("whatIf.revenueIn", { days: base.days.length })}
        base={revenueOf(base)}
        plan={revenueOf(plan)}
        difference={difference.revenueCents}
        format={(amountCents) => roughMoney({ amountCents, currency })}
      />
    </div>
  );
}
