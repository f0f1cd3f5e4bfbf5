"use client";

import { Flag } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { EditedNote } from "@/app/_components/reviews/edited-note";
import { ReplyBlock } from "@/app/_components/reviews/reply-block";
import { ReviewFrame } from "@/app/_components/reviews/review-frame";
import { useAuthorName } from "@/app/_components/reviews/use-author-name";
import { useLazyDialog } from "@/app/_components/reviews/use-lazy-dialog";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import type { Review } from "@/lib/shared/reviews";
import { useReviewsView } from "./opened-reviews";
import { useSignInHref } from "./use-sign-in-href";
import { VoteButtons } from "./vote-buttons";

const ReportDialog = dynamic(() => import("./report-dialog").then((module) => module.ReportDialog), { ssr: false });

const look = { variant: "ghost", size: "sm", className: "text-muted" } as const;

function ReportButton({ review }: { review: Review }) {
  const t = useTranslations("reviews.report");
  const { isSignedIn } = useReviewsView();
  const signInHref = useSignInHref();
  const dialog = useLazyDialog();
  const label = t("actionOf", { author: useAuthorName(review.author) });
  const content = (
    <>
      <Flag aria-hidden />
      {t(review.isReported ? "done" : "action")}
    </>
  );
  if (!isSignedIn) {
    return (
      <Button asChild {...look}>
        <Link href={signInHref} rel="nofollow" aria-label={label}>
          {content}
        </Link>
      </Button>
    );
  }
  // It stays a button once it is pressed: the focus comes back to it from the dialog.
  return (
    <>
      <Button
        {...look}
        aria-label={review.isReported ? t("done") : label}
        aria-haspopup="dialog"
        aria-disabled={review.isReported}
        onClick={() => !review.isReported && dialog.open()}
      >
        {content}
      </Button>
      {dialog.isMounted && <ReportDialog review={review} {...dialog.props} />}
    </>
  );
}

/** A review of somebody else: to read, to vote on and to report. */
export function ReviewCard({ review }: { review: Review }) {
  return (
    <ReviewFrame review={review} note={<EditedNote review={review} />}>
      {review.reply && <ReplyBlock reply={review.reply} />}
      <footer className="-ms-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <VoteButtons review={review} />
        <ReportButton review={review} />
      </footer>
    </ReviewFrame>
  );
}
