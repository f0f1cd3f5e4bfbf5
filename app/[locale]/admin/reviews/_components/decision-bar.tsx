"use client";

import { Check, EyeOff, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useAuthorName } from "@/app/_components/reviews/use-author-name";
import { useLazyDialog } from "@/app/_components/reviews/use-lazy-dialog";
import { Button } from "@/app/_components/ui/button";
import { useKeptFocus } from "@/app/_components/use-kept-focus";
import { decisionMade, type ShownDecision, undoWanted } from "@/lib/client/features/review-desk/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import type { ModeratedReview } from "@/lib/shared/review-desk";

const HideDialog = dynamic(() => import("./hide-dialog").then((module) => module.HideDialog), { ssr: false });

function Decided({ review, decision }: { review: ModeratedReview; decision: ShownDecision }) {
  const t = useTranslations("reviewDesk.admin");
  const dispatch = useAppDispatch();
  const { decisionId } = decision;
  return (
    <p className="flex flex-wrap items-center gap-3 text-sm">
      <strong className="inline-flex items-center gap-1.5 font-semibold text-success">
        <Check aria-hidden className="size-4" />
        {t(`decided.${decision.decision}`)}
      </strong>
      <Button
        variant="ghost"
        size="sm"
        disabled={decisionId === null}
        onClick={() => decisionId && dispatch(undoWanted({ reviewId: review.id, decisionId }))}
      >
        <Undo2 aria-hidden />
        {t("undo")}
      </Button>
    </p>
  );
}

/** What can be decided about a review as it stands. */
function Choices({ review }: { review: ModeratedReview }) {
  const t = useTranslations("reviewDesk.admin");
  const dispatch = useAppDispatch();
  const dialog = useLazyDialog();
  const author = useAuthorName(review.author);
  const { id, status } = review;
  const clearing = status === "visible" ? "keep" : "approve";
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button
        variant="secondary"
        size="sm"
        aria-label={t(clearing === "keep" ? "keepOf" : "approveOf", { author })}
        onClick={() => dispatch(decisionMade({ reviewId: id, input: { decision: clearing } }))}
      >
        <Check aria-hidden />
        {t(clearing)}
      </Button>
      {status !== "hidden" && (
        <Button
          variant="danger"
          size="sm"
          aria-haspopup="dialog"
          aria-label={t("hideOf", { author })}
          onClick={dialog.open}
        >
          <EyeOff aria-hidden />
          {t("hide")}
        </Button>
      )}
      {dialog.isMounted && <HideDialog reviewId={id} {...dialog.props} />}
    </div>
  );
}

type DecisionBarProps = { review: ModeratedReview; decision: ShownDecision | undefined };

/** What can be decided about a review, or what was decided with the way back. */
export function DecisionBar({ review, decision }: DecisionBarProps) {
  const place = useKeptFocus(decision ? "decided" : "open");
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {decision ? <Decided review={review} decision={decision} /> : <Choices review={review} />}
    </div>
  );
}
