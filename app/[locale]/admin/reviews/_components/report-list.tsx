"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ModeratedReview } from "@/lib/shared/review-desk";

/** What readers say against a review. */
export function ReportList({ reports }: { reports: ModeratedReview["reports"] }) {
  const t = useTranslations("reviewDesk.admin");
  const tReasons = useTranslations("reviews.report.reasons");
  const { day } = useFormats();
  if (reports.length === 0) return null;
  return (
    <ul
      aria-label={t("reports", { count: reports.length })}
      className="grid gap-2.5 rounded-lg bg-raised/60 px-4 py-3 text-sm"
    >
      {reports.map(({ id, reason, detail, reporter, createdAt }) => (
        <li key={id} className="grid gap-0.5">
          <p className="flex flex-wrap items-center gap-x-2">
            <Flag aria-hidden className="size-3.5 text-primary" />
            <strong className="font-semibold">{tReasons(reason)}</strong>
            <span className="text-muted">
              <bdi>{reporter}</bdi>, {day(createdAt.slice(0, 10))}
            </span>
          </p>
          {detail && (
            <p
              dir="auto"
              className="max-w-[75ch] overflow-hidden whitespace-pre-line text-start text-muted wrap-anywhere"
            >
              {detail}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
