"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useFormats } from "@/app/_i18n/use-formats";
import { MAX_PLAN_DISCOUNT_PERCENT } from "@/lib/shared/forecast-plan";
import type { PlanError, PlanErrors, PlanFields, PlanLimits } from "./plan-fields";

/** The slider goes by the steps that shops use; the number beside it takes any whole percent. */
const SLIDER_STEP = 5;

type PlanFormProps = {
  fields: PlanFields;
  errors: PlanErrors;
  limits: PlanLimits;
  onChange: (fields: PlanFields) => void;
};

/** What is wrong with a field, as its control takes it. */
function useFieldError() {
  const t = useTranslations("forecast");
  return (error: PlanError | undefined) =>
    error && { error: t(`plan.errors.${error}`, { max: MAX_PLAN_DISCOUNT_PERCENT }) };
}

function Discount({ fields, errors, onChange }: Omit<PlanFormProps, "limits">) {
  const t = useTranslations("forecast");
  const toError = useFieldError();
  const set = (discountPercent: string) => onChange({ ...fields, discountPercent });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-end gap-4">
      <Field label={t("plan.discount")} className="min-w-0">
        <input
          type="range"
          min={0}
          max={MAX_PLAN_DISCOUNT_PERCENT}
          step={SLIDER_STEP}
          value={Number(fields.discountPercent) || 0}
          aria-valuetext={t("plan.percentOff", { percent: Number(fields.discountPercent) || 0 })}
          onChange={(event) => set(event.target.value)}
          className="h-11 w-full cursor-pointer accent-primary"
        />
      </Field>
      <Field label={t("plan.percent")} {...toError(errors.discountPercent)}>
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
  const t = useTranslations("forecast");
  const { day } = useFormats();
  const toError = useFieldError();
  const { firstDay, lastDay, currency } = limits;
  return (
    <form className="grid content-start gap-4" noValidate onSubmit={(event) => event.preventDefault()}>
      <Discount fields={fields} errors={errors} onChange={onChange} />
      <Field label={t("plan.price", { currency })} hint={t("plan.priceHint")} {...toError(errors.price)}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          placeholder={t("plan.asToday")}
          value={fields.price}
          onChange={(event) => onChange({ ...fields, price: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 min-[22rem]:grid-cols-2">
        {(["from", "through"] as const).map((name) => (
          <Field key={name} label={t(`plan.${name}`)} {...toError(errors[name])}>
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
      <p className="text-muted text-xs">{t("plan.days", { from: day(firstDay), through: day(lastDay) })}</p>
    </form>
  );
}
