"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { PastReview } from "./history-dialog";
import { useLazyDialog } from "./use-lazy-dialog";

const HistoryDialog = dynamic(() => import("./history-dialog").then((module) => module.HistoryDialog), { ssr: false });

/** Says that a review was changed, and leads to what it said before. */
export function EditedNote({ review }: { review: PastReview & { editedAt: string | null } }) {
  const t = useTranslations("reviews");
  const { day } = useFormats();
  const dialog = useLazyDialog();
  if (!review.editedAt) return null;
  const editedDay = { day: day(review.editedAt.slice(0, 10)) };
  return (
    <>
      <span aria-hidden>·</span>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t("showHistory", editedDay)}
        onClick={dialog.open}
        className="min-h-6 underline decoration-dotted underline-offset-4 hover:text-foreground"
      >
        {t("edited", editedDay)}
      </button>
      {dialog.isMounted && <HistoryDialog review={review} {...dialog.props} />}
    </>
  );
}
