"use client";

import { clsx } from "clsx";
import { MessageSquareText, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSaid } from "@/app/_i18n/use-said";
import { choiceChanged, moreWanted } from "@/lib/client/features/reviews/actions";
import { selectListRequest, selectMoreRequest } from "@/lib/client/features/reviews/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RequestState } from "@/lib/client/store/request";
import { useReviewsView } from "./opened-reviews";
import { ReviewCard } from "./review-card";
import { ReviewSkeleton } from "./reviews-skeleton";
import { useChoice } from "./use-choice";

function Nothing() {
  const t = useTranslations("reviews");
  const { view, mine } = useReviewsView();
  const { choice, change } = useChoice();
  const isFiltered = Object.keys(choice).length > 1;
  if (isFiltered) {
    const reset = {
      recommended: undefined,
      stars: undefined,
      language: undefined,
      from: undefined,
      through: undefined,
    };
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("list.noMatchTitle")}
        text={t("list.noMatch")}
        action={
          <Button variant="secondary" onClick={() => change(reset)}>
            {t("filters.clear")}
          </Button>
        }
        className="py-10"
      />
    );
  }
  // The reader's own review is all there is, and stands above.
  if (mine.shown || (view.summary?.allTime.count ?? 0) > 0) return null;
  return (
    <EmptyState
      icon={<MessageSquareText />}
      title={t("list.emptyTitle")}
      text={t(mine.canWrite ? "list.emptyOwner" : "list.emptyOther")}
      className="py-10"
    />
  );
}

function Failed({ request, onRetry }: { request: RequestState; onRetry: () => void }) {
  const t = useTranslations("reviews.list");
  const speak = useSaid();
  if (request.status !== "failed") return null;
  return (
    <Alert tone="danger" title={t("failed")}>
      <p>{speak(request.error?.message ?? "")}</p>
      <Button variant="secondary" size="sm" className="mt-2" onClick={onRetry}>
        {t("retry")}
      </Button>
    </Alert>
  );
}

/** The reviews of others, and the way to more of them. */
export function ReviewList() {
  const t = useTranslations("reviews.list");
  const dispatch = useAppDispatch();
  const { view } = useReviewsView();
  const list = useAppSelector(selectListRequest);
  const more = useAppSelector(selectMoreRequest);
  const { items, nextCursor, choice } = view;
  const isLoading = list.status === "running";
  const isLoadingMore = more.status === "running";
  return (
    <section aria-label={t("label")} aria-busy={isLoading || isLoadingMore} className="grid gap-4">
      <p role="status" className="sr-only">
        {!isLoading && list.status === "succeeded" && t("shown", { count: items.length })}
      </p>
      <Failed request={list} onRetry={() => dispatch(choiceChanged(choice))} />
      {items.length === 0 && !isLoading && list.status !== "failed" && <Nothing />}
      <ul className={clsx("grid transition-opacity", isLoading && "pointer-events-none opacity-45")}>
        {items.map((review) => (
          <li key={review.id} className="border-line border-t py-6 first:border-t-0 first:pt-0">
            <ReviewCard review={review} />
          </li>
        ))}
      </ul>
      {isLoadingMore && <ReviewSkeleton />}
      <Failed request={more} onRetry={() => dispatch(moreWanted())} />
      {nextCursor && !isLoading && (
        <Button
          variant="secondary"
          className="justify-self-center"
          disabled={isLoadingMore}
          onClick={() => dispatch(moreWanted())}
        >
          {t("more")}
        </Button>
      )}
    </section>
  );
}
