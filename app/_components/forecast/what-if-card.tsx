"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Card } from "@/app/_components/ui/card";
import { useSeen } from "@/app/_components/use-seen";
import { selectSaveDraft } from "@/lib/client/features/forecast/selectors";
import { draftsRequest, planChanged, saveDraftRequest } from "@/lib/client/features/forecast/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { DiscountSpan } from "@/lib/shared/sales";
import { DraftList } from "./draft-list";
import { useForecastPlace } from "./forecast-place";
import { type PlanFields, type PlanLimits, readPlan, suggestFields, toFields } from "./plan-fields";
import { PlanForm } from "./plan-form";
import { SaveDraft } from "./save-draft";
import { WhatIfAnswer } from "./what-if-answer";

type WhatIfCardProps = PlanLimits & { discounts: readonly DiscountSpan[] };

/** What another price or discount would do to the units and revenue of the days that are forecast. */
export function WhatIfCard({ firstDay, lastDay, currency, discounts }: WhatIfCardProps) {
  const t = useTranslations("forecast");
  const dispatch = useAppDispatch();
  const place = useForecastPlace();
  const saving = useAppSelector(selectSaveDraft);
  const [ref, isSeen] = useSeen<HTMLDivElement>();
  const limits = { firstDay, lastDay, currency };
  const [fields, setFields] = useState(() => suggestFields(limits, discounts));
  const { plan, errors } = readPlan(fields, limits);

  const change = (next: PlanFields) => {
    setFields(next);
    // What was wrong with the plan before this one is no longer of interest.
    if (saving.status === "failed") dispatch(saveDraftRequest.cancelled());
    dispatch(planChanged(readPlan(next, limits).plan));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first plan is asked for once, when it comes into sight
  useEffect(() => {
    if (!isSeen) return;
    dispatch(draftsRequest.requested({ place }));
    dispatch(planChanged(plan));
  }, [dispatch, isSeen, place]);

  return (
    <Card ref={ref} id="what-if" className="grid grid-cols-[minmax(0,1fr)] gap-5 p-4 sm:p-5">
      <div className="grid gap-1">
        <h2 className="font-semibold text-lg">{t("whatIf.title")}</h2>
        <p className="text-muted text-sm">{t("whatIf.text")}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <PlanForm fields={fields} errors={errors} limits={limits} onChange={change} />
        <div className="grid grid-cols-[minmax(0,1fr)] content-start lg:row-span-2">
          <WhatIfAnswer plan={plan} />
        </div>
        <div className="grid content-start gap-6">
          <SaveDraft plan={plan} />
          <DraftList onUse={(draft) => change(toFields(draft))} />
        </div>
      </div>
    </Card>
  );
}
