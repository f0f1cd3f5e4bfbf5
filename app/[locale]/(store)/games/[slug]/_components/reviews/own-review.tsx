"use client";

import { PenLine, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { EditedNote } from "@/app/_components/reviews/edited-note";
import { ReplyBlock } from "@/app/_components/reviews/reply-block";
import { ReviewFrame } from "@/app/_components/reviews/review-frame";
import { useLazyDialog } from "@/app/_components/reviews/use-lazy-dialog";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { formOpened } from "@/lib/client/features/reviews/actions";
import { useAppDispatch } from "@/lib/client/store/hooks";
import type { OwnReview as OwnReviewModel } from "@/lib/shared/reviews";
import { useReviewsView } from "./opened-reviews";

const DeleteDialog = dynamic(() => import("./delete-dialog").then((module) => module.DeleteDialog), { ssr: false });

/** Tells its writer that others do not see the review, why, and what helps. */
function StandingNote({ review }: { review: OwnReviewModel }) {
  const t = useTranslations("reviews");
  const { status, reason } = review;
  if (status === "visible") return null;
  const why =
    reason?.by === "staff" ? t("mine.hiddenReason", { text: reason.text }) : reason && t(`rules.${reason.rule}`);
  return (
    <Alert tone="warning" title={t(status === "held" ? "mine.held" : "mine.hidden")}>
      <p dir="auto">{why}</p>
      {status === "hidden" && <p>{t("mine.mend")}</p>}
    </Alert>
  );
}

function OwnActions({ review }: { review: OwnReviewModel }) {
  const t = useTranslations("reviews.mine");
  const dispatch = useAppDispatch();
  const { slug, mine } = useReviewsView();
  const dialog = useLazyDialog();
  return (
    <footer className="flex flex-wrap items-center gap-2">
      {mine.canWrite && (
        <Button variant="secondary" size="sm" onClick={() => dispatch(formOpened())}>
          <PenLine aria-hidden />
          {t("edit")}
        </Button>
      )}
      <Button variant="ghost" size="sm" className="text-muted" aria-haspopup="dialog" onClick={dialog.open}>
        <Trash2 aria-hidden />
        {t("delete")}
      </Button>
      {dialog.isMounted && <DeleteDialog slug={slug} id={review.id} {...dialog.props} />}
    </footer>
  );
}

/** The reader's own review, above all others. */
export function OwnReview({ review }: { review: OwnReviewModel }) {
  const t = useTranslations("reviews.mine");
  const id = useId();
  const { isSaving } = useReviewsView().mine;
  return (
    <section aria-labelledby={id} aria-busy={isSaving} className="grid gap-4 rounded-card bg-raised/70 p-5">
      <h3 id={id} className="font-sans font-semibold text-primary text-sm tracking-normal">
        {t(isSaving ? "saving" : "title")}
      </h3>
      <StandingNote review={review} />
      <ReviewFrame review={review} note={isSaving ? null : <EditedNote review={review} />}>
        {review.reply && <ReplyBlock reply={review.reply} />}
        {!isSaving && <OwnActions review={review} />}
      </ReviewFrame>
    </section>
  );
}
