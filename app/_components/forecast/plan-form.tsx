"use client";

import { formatDay } from "@/app/_components/charts/chart-format";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { MAX_PLAN_DISCOUNT_PERCENT } from "@/lib/shared/forecast-plan";
import type { PlanErrors, PlanFields, PlanLimits } from "./plan-fields";

/** The slider goes by the steps that shops use; the number beside it takes any whole percent. */
const SLIDER_STEP = 5;

type PlanFormProps = {
  fields: PlanFields;
  errors: PlanErrors;
  limits: PlanLimits;
  onChange: (fields: PlanFields) => void;
};

function Discount({ fields, errors, onChange }: Omit<PlanFormProps, "limits">) {
  const set = (discountPercent: string) => onChange({ ...fields, discountPercent });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-end gap-4">
      <Field label="Discount" className="min-w-0">
        <input
          type="range"
          min={0}
          max={MAX_PLAN_DISCOUNT_PERCENT}
          step={SLIDER_STEP}
          value={Number(fields.discountPercent) || 0}
          aria-valuetext={`${Number(fields.discountPercent) || 0} % off`}
          onChange={(event) => set(event.target.value)}
          className="h-11 w-full cursor-pointer accent-primary"
        />
      </Field>
      <Field label="Percent" {...(errors.discountPercent && { error: errors.discountPercent })}>
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={MAX_PLAN_DISCOUNT_PERCENT}
          value={fields.discountPercent}
          onChange={(event) => set(event.target.value)}
        />
      </Field>
    </div>
  );
}

/** A discount, a price and the days they hold. */
export function PlanForm({ fields, errors, limits, onChange }: PlanFormProps) {
  const { firstDay, lastDay, currency } = limits;
  const dates = [
    { name: "from", label: "First day" },
    { name: "through", label: "Last day" },
  ] as const;
  return (
    <form className="grid content-start gap-4" noValidate onSubmit={(event) => event.preventDefault()}>
      <Discount fields={fields} errors={errors} onChange={onChange} />
      <Field
        label={`List price in ${currency}`}
        hint="Left empty: today's price. The discount is taken off it."
        {...(errors.price && { error: errors.price })}
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          placeholder="As today"
          value={fields.price}
          onChange={(event) => onChange({ ...fields, price: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 min-[22rem]:grid-cols-2">
        {dates.map(({ name, label }) => (
          <Field key={name} label={label} {...(errors[name] && { error: errors[name] })}>
            <Input
              type="date"
              min={firstDay}
              max={lastDay}
              value={fields[name]}
              onChange={(event) => onChange({ ...fields, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <p className="text-muted text-xs">
        Any days from {formatDay(firstDay)} to {formatDay(lastDay)}. What is planned for the others stays.
      </p>
    </form>
  );
}
