"use client";

import { PenLine } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useKeptFocus } from "@/app/_components/use-kept-focus";
import { formOpened } from "@/lib/client/features/reviews/actions";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { useReviewsView } from "./opened-reviews";
import { OwnReview } from "./own-review";

const ReviewForm = dynamic(() => import("./review-form").then((module) => module.ReviewForm), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

function Invitation() {
  const t = useTranslations("reviews.mine");
  const dispatch = useAppDispatch();
  const { draft } = useReviewsView().mine;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card bg-raised/70 px-5 py-4">
      <p className="text-pretty">{t(draft ? "draftNote" : "invite")}</p>
      <Button onClick={() => dispatch(formOpened())}>
        <PenLine aria-hidden />
        {t(draft ? "continue" : "write")}
      </Button>
    </div>
  );
}

/** One's own review, or the way to write one; nothing for who does not own the game. */
export function OwnReviewPlace() {
  const { mine } = useReviewsView();
  const { isFormOpen, shown, canWrite } = mine;
  const place = useKeptFocus(isFormOpen ? "form" : shown ? "review" : "invitation");
  return (
    <div ref={place} tabIndex={-1} className="grid grid-cols-1 outline-none empty:hidden">
      {isFormOpen && <ReviewForm />}
      {!isFormOpen && shown && <OwnReview review={shown} />}
      {!isFormOpen && !shown && canWrite && <Invitation />}
    </div>
  );
}
