"use client";

import { useEffect } from "react";
import { formatPeriod } from "@/app/_components/charts/chart-format";
import { Card } from "@/app/_components/ui/card";
import { Skeleton } from "@/app/_components/ui/skeleton";
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
import { useSeen } from "./use-seen";
import { Waterfall } from "./waterfall";
import { toSteps } from "./waterfall-steps";
import { describeSteps, toEffects } from "./why-words";

function WhyLoading() {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">Taking the forecast apart…</span>
      {["w-2/5", "w-3/5", "w-1/2", "w-4/5", "w-3/4", "w-4/6", "w-4/5"].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change
        <Skeleton key={index} className={`h-6 ${width}`} />
      ))}
    </div>
  );
}

function WhyBars({ why, discounts }: { why: WhyDay; discounts: readonly DiscountSpan[] }) {
  const effects = toEffects(why, discountOn(why.day, discounts));
  const steps = toSteps({ name: "Usual level", units: why.level }, effects, "Forecast");
  const words = describeSteps(steps);
  return (
    <div className="grid gap-4">
      <p aria-live="polite" className="text-sm">
        <span className="font-semibold">{formatPeriod(why.day, "day")}: </span>
        <span className="text-muted">{words || "nothing moves it away from the game's usual level"}.</span>
      </p>
      <Waterfall steps={steps} caption={`What moves the forecast of ${formatPeriod(why.day, "day")}, in units`} />
    </div>
  );
}

type WhyCardProps = {
  days: readonly ForecastDayDetail[];
  discounts: readonly DiscountSpan[];
};

/** What moves a day's forecast away from what the game usually sells. */
export function WhyCard({ days, discounts }: WhyCardProps) {
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
        <h2 className="font-semibold text-lg">Why this forecast</h2>
        <p className="text-muted text-sm">
          What moves one day away from what the game usually sells. Choose the day here, or click it in the chart.
        </p>
      </div>
      <DayPicker days={days} day={day} onDayChosen={chooseDay} />
      {shown && <WhyBars why={shown} discounts={discounts} />}
      {why && !shown && <p className="text-muted text-sm">The forecast was renewed meanwhile. Load the page again.</p>}
      {!why && status !== "failed" && <WhyLoading />}
      {error && (
        <AskFailed title="This day could not be taken apart" onRetry={() => dispatch(whyRequest.requested({ place }))}>
          {error.message}
        </AskFailed>
      )}
      {why?.note && <p className="text-muted text-sm">{why.note}</p>}
      {why && (
        <p className="text-muted text-xs">
          The bars add up: the usual level, plus and minus each effect, is the day's forecast. They show what the model
          has learnt from sales, not proof of what causes them.
        </p>
      )}
    </Card>
  );
}
