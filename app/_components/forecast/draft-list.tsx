"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useFormats } from "@/app/_i18n/use-formats";
import { useSaid } from "@/app/_i18n/use-said";
import { selectDrafts, selectDraftsRequest } from "@/lib/client/features/forecast/selectors";
import { draftDeleted, draftsRequest } from "@/lib/client/features/forecast/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { DraftPromotion } from "@/lib/shared/forecast-plan";
import { AskFailed } from "./ask-failed";
import { useForecastPlace } from "./forecast-place";

type DraftRowProps = { draft: DraftPromotion; onUse: () => void; onDelete: () => void };

function DraftRow({ draft, onUse, onDelete }: DraftRowProps) {
  const t = useTranslations("forecast");
  const { day, discount } = useFormats();
  const { name, discountPercent, from, through } = draft;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
      <span className="grid min-w-0">
        <span className="truncate font-medium">{name}</span>
        <span className="text-muted text-xs">
          {t("drafts.span", { discount: discount(discountPercent), from: day(from), through: day(through) })}
        </span>
      </span>
      <span className="flex gap-2">
        <Button variant="secondary" size="sm" onClick={onUse}>
          {t.rich("drafts.use", { name, sr: (text) => <span className="sr-only">{text}</span> })}
        </Button>
        <Button variant="ghost" size="sm" className="px-2.5 text-muted" onClick={onDelete}>
          <Trash2 aria-hidden />
          <span className="sr-only">{t("drafts.remove", { name })}</span>
        </Button>
      </span>
    </li>
  );
}

/** The plans that were kept: to be tried again with the forecast of today, or thrown away. */
export function DraftList({ onUse }: { onUse: (draft: DraftPromotion) => void }) {
  const t = useTranslations("forecast");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const place = useForecastPlace();
  const drafts = useAppSelector(selectDrafts);
  const { status, error } = useAppSelector(selectDraftsRequest);
  const isLoading = status === "idle" || status === "running";
  return (
    <section aria-label={t("drafts.label")} className="grid gap-2 text-sm">
      <h3 className="font-semibold">{t("drafts.title")}</h3>
      {isLoading && <Skeleton className="h-11" />}
      {error && (
        <AskFailed title={t("drafts.failed")} onRetry={() => dispatch(draftsRequest.requested({ place }))}>
          {speak(error.message)}
        </AskFailed>
      )}
      {status === "succeeded" && drafts.length === 0 && <p className="text-muted">{t("drafts.none")}</p>}
      {drafts.length > 0 && (
        <ul className="divide-y divide-line">
          {drafts.map((draft) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              onUse={() => onUse(draft)}
              onDelete={() => dispatch(draftDeleted({ place, draft }))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
