"use client";

import { clsx } from "clsx";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { voteCast } from "@/lib/client/features/reviews/actions";
import { useAppDispatch } from "@/lib/client/store/hooks";
import type { Review } from "@/lib/shared/reviews";
import { useReviewsView } from "./opened-reviews";
import { useSignInHref } from "./use-sign-in-href";

const look = (isChosen: boolean) =>
  clsx(
    "inline-flex h-9 items-center gap-2 rounded-lg px-3 text-sm tabular-nums transition-colors hover:bg-raised",
    isChosen ? "bg-raised font-semibold text-foreground ring-1 ring-edge" : "text-muted hover:text-foreground",
  );

type VoteButtonProps = { review: Review; isHelpful: boolean };

function VoteButton({ review, isHelpful }: VoteButtonProps) {
  const t = useTranslations("reviews.vote");
  const { count } = useFormats();
  const dispatch = useAppDispatch();
  const { isSignedIn } = useReviewsView();
  const signInHref = useSignInHref();
  const Thumb = isHelpful ? ThumbsUp : ThumbsDown;
  const counted = count(isHelpful ? review.helpfulCount : review.unhelpfulCount);
  const isChosen = review.vote === isHelpful;
  const label = t(isHelpful ? "helpfulState" : "unhelpfulState", { count: counted });
  const content = (
    <>
      <Thumb aria-hidden className={clsx("size-4", isChosen && (isHelpful ? "text-success" : "text-danger"))} />
      {counted}
    </>
  );
  if (!isSignedIn) {
    return (
      <Link href={signInHref} rel="nofollow" aria-label={`${label}. ${t("signIn")}`} className={look(false)}>
        {content}
      </Link>
    );
  }
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={label}
      onClick={() => dispatch(voteCast({ reviewId: review.id, vote: isChosen ? null : isHelpful }))}
      className={look(isChosen)}
    >
      {content}
    </button>
  );
}

/** Whether a review helps: one vote each, changed or taken back by the same buttons. */
export function VoteButtons({ review }: { review: Review }) {
  const t = useTranslations("reviews.vote");
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="flex flex-wrap items-center gap-1">
      <span id={id} className="me-1 ps-1 text-muted text-sm">
        {t("question")}
      </span>
      <VoteButton review={review} isHelpful />
      <VoteButton review={review} isHelpful={false} />
    </fieldset>
  );
}
