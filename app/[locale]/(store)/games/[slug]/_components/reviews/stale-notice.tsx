"use client";

import { useTranslations } from "next-intl";
import { ReviewText } from "@/app/_components/reviews/review-text";
import { Stars } from "@/app/_components/reviews/stars";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { draftDropped } from "@/lib/client/features/reviews/actions";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { useReviewsView } from "./opened-reviews";

/** Shows what another window saved meanwhile: the writer decides which of the two stands. */
export function StaleNotice() {
  const t = useTranslations("reviews");
  const dispatch = useAppDispatch();
  const { confirmed } = useReviewsView().mine;
  if (!confirmed) return null;
  return (
    <Alert tone="warning" title={t("form.staleTitle")}>
      <div className="grid gap-3">
        <p>{t("form.staleText")}</p>
        <div className="grid gap-1.5 border-edge border-s-2 ps-3 text-foreground">
          <p className="flex flex-wrap items-center gap-x-2">
            {t(confirmed.isRecommended ? "recommended" : "notRecommended")}
            <Stars value={confirmed.stars} />
          </p>
          <ReviewText body={confirmed.body} locale={confirmed.locale} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" size="sm">
            {t("form.staleReplace")}
          </Button>
          <Button variant="secondary" size="sm" onClick={() => dispatch(draftDropped())}>
            {t("form.staleKeep")}
          </Button>
        </div>
      </div>
    </Alert>
  );
}
