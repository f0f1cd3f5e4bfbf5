"use client";

import { useTranslations } from "next-intl";
import type { LazyDialogProps } from "@/app/_components/reviews/use-lazy-dialog";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { deleteReplyRequest } from "@/lib/client/features/review-desk/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";

/** Asks before a reply is deleted. */
export function DeleteReplyDialog({ reviewId, ...props }: LazyDialogProps & { reviewId: string }) {
  const t = useTranslations("reviewDesk.publisher");
  const tCommon = useTranslations("common");
  const dispatch = useAppDispatch();
  const onDelete = () => {
    dispatch(deleteReplyRequest.requested(reviewId));
    props.onOpenChange(false);
  };
  return (
    <Dialog
      {...props}
      title={t("deleteTitle")}
      description={t("deleteText")}
      footer={
        <>
          <Button variant="ghost" onClick={() => props.onOpenChange(false)}>
            {tCommon("cancel")}
          </Button>
          <Button variant="danger" onClick={onDelete}>
            {t("deleteReply")}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
