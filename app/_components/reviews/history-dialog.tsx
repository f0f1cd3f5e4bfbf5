"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Dialog } from "@/app/_components/ui/dialog";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useFormats } from "@/app/_i18n/use-formats";
import { useSaid } from "@/app/_i18n/use-said";
import { historyRequest } from "@/lib/client/features/reviews/actions";
import { selectHistory, selectHistoryRequest } from "@/lib/client/features/reviews/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Review, ReviewRevision } from "@/lib/shared/reviews";
import { ReviewText } from "./review-text";
import { Stars } from "./stars";
import { useAuthorName } from "./use-author-name";
import type { LazyDialogProps } from "./use-lazy-dialog";

/** A review whose earlier wordings can be looked at. */
export type PastReview = Pick<Review, "id" | "author" | "isRecommended" | "stars" | "body">;

type WordingProps = { title: string; wording: Pick<ReviewRevision, "isRecommended" | "stars" | "body"> };

function Wording({ title, wording }: WordingProps) {
  const t = useTranslations("reviews");
  return (
    <li className="grid gap-2 border-line border-s-2 ps-4">
      <h3 className="font-sans font-semibold text-sm tracking-normal">{title}</h3>
      <p className="flex flex-wrap items-center gap-x-2.5 text-muted text-sm">
        {t(wording.isRecommended ? "recommended" : "notRecommended")}
        <Stars value={wording.stars} />
      </p>
      <ReviewText body={wording.body} className="text-sm" />
    </li>
  );
}

function Earlier({ review }: { review: PastReview }) {
  const t = useTranslations("reviews.history");
  const { day } = useFormats();
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const request = useAppSelector(selectHistoryRequest);
  const history = useAppSelector(selectHistory);

  useEffect(() => {
    dispatch(historyRequest.requested(review.id));
    return () => {
      dispatch(historyRequest.cancelled());
    };
  }, [dispatch, review.id]);

  if (request.status === "failed") {
    return (
      <li>
        <Alert tone="danger" title={t("failed")}>
          {speak(request.error?.message ?? "")}
        </Alert>
      </li>
    );
  }
  if (history?.reviewId !== review.id) {
    return (
      <li>
        <Skeleton className="h-24" />
      </li>
    );
  }
  return history.items.map((wording) => (
    <Wording
      key={wording.writtenAt}
      title={t("written", { day: day(wording.writtenAt.slice(0, 10)) })}
      wording={wording}
    />
  ));
}

/** What a review said before it was changed, under what it says now. */
export function HistoryDialog({ review, open, onOpenChange }: LazyDialogProps & { review: PastReview }) {
  const t = useTranslations("reviews.history");
  const text = t("text", { author: useAuthorName(review.author) });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={text}>
      <ol className="grid gap-6">
        <Wording title={t("now")} wording={review} />
        <Earlier review={review} />
      </ol>
    </Dialog>
  );
}
