"use client";

import { useTranslations } from "next-intl";
import type { LazyDialogProps } from "@/app/_components/reviews/use-lazy-dialog";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { deleteRequest } from "@/lib/client/features/reviews/actions";
import { selectDeleteRequest } from "@/lib/client/features/reviews/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";

type DeleteDialogProps = LazyDialogProps & { slug: string; id: string };

/** Asks before one's own review is deleted: its votes and history cannot be brought back. */
export function DeleteDialog({ slug, id, ...props }: DeleteDialogProps) {
  const t = useTranslations("reviews.mine");
  const dispatch = useAppDispatch();
  const isRunning = useAppSelector(selectDeleteRequest).status === "running";
  return (
    <Dialog
      {...props}
      title={t("deleteTitle")}
      description={t("deleteText")}
      footer={
        <>
          <Button variant="ghost" onClick={() => props.onOpenChange(false)}>
            {t("keep")}
          </Button>
          <Button variant="danger" disabled={isRunning} onClick={() => dispatch(deleteRequest.requested({ slug, id }))}>
            {t("delete")}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
