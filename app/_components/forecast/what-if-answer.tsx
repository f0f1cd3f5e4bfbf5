"use client";

import { clsx } from "clsx";
import { Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useFormats } from "@/app/_i18n/use-formats";
import { useSaid } from "@/app/_i18n/use-said";
import {
  selectIsWhatIfAsked,
  selectIsWhatIfBehind,
  selectWhatIf,
  selectWhatIfError,
} from "@/lib/client/features/forecast/selectors";
import { planChanged } from "@/lib/client/features/forecast/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { PricePlan, WhatIf } from "@/lib/shared/forecast-plan";
import { AskFailed } from "./ask-failed";
import { describeCaution } from "./caution-words";
import { WhatIfChart } from "./what-if-chart";
import { WhatIfNumbers } from "./what-if-numbers";
import { describeWhatIf, isOpen } from "./what-if-words";

function AnswerLoading() {
  return (
    <div className="grid content-start gap-3">
      <Skeleton className="h-10" />
      <div className="grid gap-3 sm:grid-cols-2">
        <Skeleton className="h-48" />
        <Skeleton className="h-48" />
      </div>
      <Skeleton className="h-64" />
    </div>
  );
}

/** What to bear in mind: that it is no promise, and every reason to trust this answer less. */
function Cautions({ answer }: { answer: WhatIf }) {
  const t = useTranslations("forecast");
  const formats = useFormats();
  return (
    <ul className="grid gap-1.5 text-sm">
      <li className="flex gap-2 font-medium">
        <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-chart-2" />
        {t("whatIf.note")}
      </li>
      {answer.cautions.map((caution) => (
        <li key={caution.about} className="flex gap-2 text-muted">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          {describeCaution(caution, { t, formats, currency: answer.currency })}
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer, isBehind }: { answer: WhatIf; isBehind: boolean }) {
  const t = useTranslations("forecast");
  const formats = useFormats();
  return (
    <div
      className={clsx(
        "grid grid-cols-[minmax(0,1fr)] content-start gap-4 transition-opacity",
        isBehind && "opacity-75",
      )}
    >
      <p className="text-sm">
        {describeWhatIf(answer, t, formats)}
        {isOpen(answer.difference.revenueCents) && <strong className="font-semibold">{` ${t("whatIf.open")}`}</strong>}
      </p>
      <WhatIfNumbers answer={answer} />
      <Cautions answer={answer} />
      <WhatIfChart answer={answer} />
    </div>
  );
}

/** The answer to the plan of the form; the last one stays, paler, while the next is on its way. */
export function WhatIfAnswer({ plan }: { plan: PricePlan | null }) {
  const t = useTranslations("forecast");
  const formats = useFormats();
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const answer = useAppSelector(selectWhatIf);
  const error = useAppSelector(selectWhatIfError);
  const isAsked = useAppSelector(selectIsWhatIfAsked);
  const isBehind = useAppSelector(selectIsWhatIfBehind);
  const isSettled = answer && !isBehind && !error;
  return (
    <div aria-busy={isAsked} className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
      <p role="status" className="sr-only">
        {isSettled ? describeWhatIf(answer, t, formats) : ""}
      </p>
      {error && (
        <AskFailed title={t("whatIf.failed")} onRetry={() => dispatch(planChanged(plan))}>
          {Object.values(error.fields ?? {})
            .map(speak)
            .join(" ") || speak(error.message)}
        </AskFailed>
      )}
      {answer && !error && (
        <>
          {/* Its line is there without words, too, so that nothing moves when they come. */}
          <p className="-my-2 min-h-4 text-accent text-xs">
            {isAsked ? t("whatIf.working") : isBehind ? t("whatIf.behind") : ""}
          </p>
          <Answer answer={answer} isBehind={isBehind} />
        </>
      )}
      {!answer && !error && <AnswerLoading />}
    </div>
  );
}
