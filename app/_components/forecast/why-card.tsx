"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Card } from "@/app/_components/ui/card";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useSeen } from "@/app/_components/use-seen";
import { useFormats } from "@/app/_i18n/use-formats";
import { useSaid } from "@/app/_i18n/use-said";
import { selectWhy, selectWhyRequest } from "@/lib/client/features/forecast/selectors";
import { whyRequest } from "@/lib/client/features/forecast/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { ForecastDayDetail } from "@/lib/shared/forecast";
import type { WhyDay } from "@/lib/shared/forecast-why";
import type { DiscountSpan } from "@/lib/shared/sales";
import { discountOn } from "@/lib/shared/sales-series";
import { AskFailed } from "./ask-failed";
import { useChosenDay } from "./chosen-day";
import { DayPicker } from "./day-picker";
import { useForecastPlace } from "./forecast-place";
import { Waterfall } from "./waterfall";
import { toSteps } from "./waterfall-steps";
import { describeSteps, nameEffect, toEffects } from "./why-words";

function WhyLoading() {
  const t = useTranslations("forecast");
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{t("why.loading")}</span>
      {["w-2/5", "w-3/5", "w-1/2", "w-4/5", "w-3/4", "w-4/6", "w-4/5"].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change
        <Skeleton key={index} className={`h-6 ${width}`} />
      ))}
    </div>
  );
}

function WhyBars({ why, discounts }: { why: WhyDay; discounts: readonly DiscountSpan[] }) {
  const t = useTranslations("forecast");
  const formats = useFormats();
  const at = { day: why.day, discountPercent: discountOn(why.day, discounts) };
  const effects = toEffects(why, (group) => nameEffect(group, at, t, formats));
  const steps = toSteps({ name: t("why.level"), units: why.level }, effects, t("why.sum"));
  const day = formats.period(why.day, "day");
  return (
    <div className="grid gap-4">
      <p aria-live="polite" className="text-sm">
        {t.rich("why.sentence", {
          day,
          words: describeSteps(steps, formats) || t("why.unmoved"),
          strong: (text) => <span className="font-semibold">{text}</span>,
          muted: (text) => <span className="text-muted">{text}</span>,
        })}
      </p>
      <Waterfall steps={steps} caption={t("why.caption", { day })} />
    </div>
  );
}

type WhyCardProps = {
  days: readonly ForecastDayDetail[];
  discounts: readonly DiscountSpan[];
};

/** What moves a day's forecast away from what the game usually sells. */
export function WhyCard({ days, discounts }: WhyCardProps) {
  const t = useTranslations("forecast");
  const speak = useSaid();
  const { day = days[0]?.day ?? "", chooseDay } = useChosenDay();
  const dispatch = useAppDispatch();
  const place = useForecastPlace();
  const why = useAppSelector(selectWhy);
  const { status, error } = useAppSelector(selectWhyRequest);
  const [ref, isSeen] = useSeen<HTMLDivElement>();
  const isWanted = isSeen && !why && status === "idle";

  useEffect(() => {
    if (isWanted) dispatch(whyRequest.requested({ place }));
  }, [dispatch, isWanted, place]);

  const shown = why?.days.find((candidate) => candidate.day === day);
  return (
    <Card ref={ref} id="why" className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-4 sm:p-5">
      <div className="grid gap-1">
        <h2 className="font-semibold text-lg">{t("why.title")}</h2>
        <p className="text-muted text-sm">{t("why.text")}</p>
      </div>
      <DayPicker days={days} day={day} onDayChosen={chooseDay} />
      {shown && <WhyBars why={shown} discounts={discounts} />}
      {why && !shown && <p className="text-muted text-sm">{t("why.renewed")}</p>}
      {!why && status !== "failed" && <WhyLoading />}
      {error && (
        <AskFailed title={t("why.failed")} onRetry={() => dispatch(whyRequest.requested({ place }))}>
          {speak(error.message)}
        </AskFailed>
      )}
      {why && why.source !== "lstm" && (
        <p className="text-muted text-sm">{t(why.source === "blend" ? "why.notes.blend" : "why.notes.rival")}</p>
      )}
      {why && <p className="text-muted text-xs">{t("why.addUp")}</p>}
    </Card>
  );
}
