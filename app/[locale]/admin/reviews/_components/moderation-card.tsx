"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { EditedNote } from "@/app/_components/reviews/edited-note";
import { ReplyBlock } from "@/app/_components/reviews/reply-block";
import { ReviewFrame } from "@/app/_components/reviews/review-frame";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import { Link } from "@/app/_i18n/navigation";
import { selectDecisions } from "@/lib/client/features/review-desk/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import type { ModeratedReview } from "@/lib/shared/review-desk";
import { DecisionBar } from "./decision-bar";
import { ReportList } from "./report-list";

/** Why the review is not shown. What people wrote may be long: it takes as many lines as it needs. */
function Reason({ status, reason }: Pick<ModeratedReview, "status" | "reason">) {
  const t = useTranslations("reviewDesk.admin");
  const key = status === "held" ? "heldBy" : "hiddenBecause";
  if (!reason) return null;
  if (reason.by === "rule") return <Badge tone="warning">{t(key, { reason: t(`rules.${reason.rule}`) })}</Badge>;
  return (
    <p dir="auto" className="min-w-0 text-danger text-sm wrap-anywhere">
      {t(key, { reason: reason.text })}
    </p>
  );
}

/** Why the review is here. */
function Standing({ review }: { review: ModeratedReview }) {
  const t = useTranslations("reviewDesk.admin");
  const { status, reason, reports } = review;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <Reason status={status} reason={reason} />
      {reports.length > 0 && <Badge tone="primary">{t("reports", { count: reports.length })}</Badge>}
    </div>
  );
}

/** A review with why it waits, what readers say against it, and what can be decided. */
export function ModerationCard({ review }: { review: ModeratedReview }) {
  const decision = useAppSelector(selectDecisions)[review.id];
  return (
    <Card className={clsx("grid gap-4", decision && "bg-transparent")}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Link
          href={`/games/${review.game.slug}`}
          className="font-medium text-muted text-sm underline-offset-4 hover:text-foreground hover:underline"
        >
          {review.game.title}
        </Link>
        <Standing review={review} />
      </div>
      <ReviewFrame heading="h2" review={review} note={<EditedNote review={review} />}>
        {review.reply && <ReplyBlock reply={review.reply} />}
        <ReportList reports={review.reports} />
        <DecisionBar review={review} decision={decision} />
      </ReviewFrame>
    </Card>
  );
}
