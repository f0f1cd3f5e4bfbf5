"use client";

import { Reply } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { EditedNote } from "@/app/_components/reviews/edited-note";
import { ReplyBlock } from "@/app/_components/reviews/reply-block";
import { ReviewFrame } from "@/app/_components/reviews/review-frame";
import { useAuthorName } from "@/app/_components/reviews/use-author-name";
import { useLazyDialog } from "@/app/_components/reviews/use-lazy-dialog";
import { Button } from "@/app/_components/ui/button";
import { Card } from "@/app/_components/ui/card";
import { useKeptFocus } from "@/app/_components/use-kept-focus";
import { Link } from "@/app/_i18n/navigation";
import { selectReplies, selectReplyForm } from "@/lib/client/features/review-desk/selectors";
import { replyOpened } from "@/lib/client/features/review-desk/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { PublisherReview } from "@/lib/shared/review-desk";
import type { ReviewReply } from "@/lib/shared/reviews";
import { ReplyForm } from "./reply-form";

const DeleteReplyDialog = dynamic(() => import("./delete-reply-dialog").then((module) => module.DeleteReplyDialog), {
  ssr: false,
});

function ReplyActions({ review, reply }: { review: PublisherReview; reply: ReviewReply }) {
  const t = useTranslations("reviewDesk.publisher");
  const dispatch = useAppDispatch();
  const dialog = useLazyDialog();
  return (
    <div className="-ms-2 flex flex-wrap gap-1">
      <Button
        variant="ghost"
        size="sm"
        onClick={() => dispatch(replyOpened({ reviewId: review.id, body: reply.body }))}
      >
        {t("editReply")}
      </Button>
      <Button variant="ghost" size="sm" className="text-muted" aria-haspopup="dialog" onClick={dialog.open}>
        {t("deleteReply")}
      </Button>
      {dialog.isMounted && <DeleteReplyDialog reviewId={review.id} {...dialog.props} />}
    </div>
  );
}

function ReplyButton({ review }: { review: PublisherReview }) {
  const t = useTranslations("reviewDesk.publisher");
  const dispatch = useAppDispatch();
  const author = useAuthorName(review.author);
  if (!review.canReply) return <p className="text-muted text-sm">{t("onlyLook")}</p>;
  return (
    <Button
      variant="secondary"
      size="sm"
      className="justify-self-start"
      aria-label={t("replyOf", { author })}
      onClick={() => dispatch(replyOpened({ reviewId: review.id, body: "" }))}
    >
      <Reply aria-hidden />
      {t("reply")}
    </Button>
  );
}

/** The reply, its form, or the way to it. */
function ReplyPlace({ review }: { review: PublisherReview }) {
  const form = useAppSelector(selectReplyForm);
  const written = useAppSelector(selectReplies)[review.id];
  const reply = written === undefined ? review.reply : written;
  const isWriting = form?.reviewId === review.id;
  const place = useKeptFocus(isWriting ? "form" : reply ? "reply" : "button");
  return (
    <div ref={place} tabIndex={-1} className="grid grid-cols-1 outline-none">
      {isWriting && <ReplyForm review={review} body={form.body} version={reply?.updatedAt ?? null} />}
      {!isWriting && reply && (
        <ReplyBlock reply={reply}>{review.canReply && <ReplyActions review={review} reply={reply} />}</ReplyBlock>
      )}
      {!isWriting && !reply && <ReplyButton review={review} />}
    </div>
  );
}

/** A review of one of the publisher's games with their reply. */
export function PublisherReviewCard({ review }: { review: PublisherReview }) {
  return (
    <Card className="grid gap-4">
      <Link
        href={`/games/${review.game.slug}`}
        className="justify-self-start font-medium text-muted text-sm underline-offset-4 hover:text-foreground hover:underline"
      >
        {review.game.title}
      </Link>
      <ReviewFrame heading="h2" review={review} note={<EditedNote review={review} />}>
        <ReplyPlace review={review} />
      </ReviewFrame>
    </Card>
  );
}
