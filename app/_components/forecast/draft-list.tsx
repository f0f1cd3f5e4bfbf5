"use client";

import { Trash2 } from "lucide-react";
import { formatDay } from "@/app/_components/charts/chart-format";
import { Button } from "@/app/_components/ui/button";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { selectDrafts, selectDraftsRequest } from "@/lib/client/features/forecast/selectors";
import { draftDeleted, draftsRequest } from "@/lib/client/features/forecast/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { DraftPromotion } from "@/lib/shared/forecast-plan";
import { AskFailed } from "./ask-failed";
import { useForecastPlace } from "./forecast-place";

type DraftRowProps = { draft: DraftPromotion; onUse: () => void; onDelete: () => void };

function DraftRow({ draft, onUse, onDelete }: DraftRowProps) {
  const { name, discountPercent, from, through } = draft;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
      <span className="grid min-w-0">
        <span className="truncate font-medium">{name}</span>
        <span className="text-muted text-xs">
          −{discountPercent} %, {formatDay(from)} to {formatDay(through)}
        </span>
      </span>
      <span className="flex gap-2">
        <Button variant="secondary" size="sm" onClick={onUse}>
          Try again
          <span className="sr-only">: {name}</span>
        </Button>
        <Button variant="ghost" size="sm" className="px-2.5 text-muted" onClick={onDelete}>
          <Trash2 aria-hidden />
          <span className="sr-only">Delete the draft {name}</span>
        </Button>
      </span>
    </li>
  );
}

/** The plans that were kept: to be tried again with the forecast of today, or thrown away. */
export function DraftList({ onUse }: { onUse: (draft: DraftPromotion) => void }) {
  const dispatch = useAppDispatch();
  const place = useForecastPlace();
  const drafts = useAppSelector(selectDrafts);
  const { status, error } = useAppSelector(selectDraftsRequest);
  const isLoading = status === "idle" || status === "running";
  return (
    <section aria-label="Draft promotions" className="grid gap-2 text-sm">
      <h3 className="font-semibold">Drafts</h3>
      {isLoading && <Skeleton className="h-11" />}
      {error && (
        <AskFailed title="The drafts did not come" onRetry={() => dispatch(draftsRequest.requested({ place }))}>
          {error.message}
        </AskFailed>
      )}
      {status === "succeeded" && drafts.length === 0 && (
        <p className="text-muted">None yet. A draft is an idea: the shop knows nothing of it until it is published.</p>
      )}
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
