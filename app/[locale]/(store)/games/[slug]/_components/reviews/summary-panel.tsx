"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Stars } from "@/app/_components/reviews/stars";
import { SUMMARY_WORDS } from "@/app/_components/reviews/summary-words";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ReviewsSummary, Tally } from "@/lib/shared/reviews";
import { MonthChart } from "./month-chart";
import { useReviewsView } from "./opened-reviews";
import { StarBars } from "./star-bars";

function Words({ label, tally, isLead = false }: { label: string; tally: Tally; isLead?: boolean }) {
  const t = useTranslations("reviews");
  if (!tally.summary) return null;
  const { key, tone } = SUMMARY_WORDS[tally.summary];
  return (
    <div className="grid gap-0.5">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="grid gap-0.5">
        <span className={clsx("font-semibold", tone, isLead && "font-display text-xl")}>{t(`words.${key}`)}</span>
        <span className="text-muted text-sm">
          {t("summary.share", { percent: tally.positivePercent ?? 0, count: tally.count })}
        </span>
      </dd>
    </div>
  );
}

function Score({ allTime }: { allTime: ReviewsSummary["allTime"] }) {
  const t = useTranslations("reviews");
  const { amount } = useFormats();
  if (allTime.average === null) return null;
  return (
    <p className="flex items-center gap-3">
      <span aria-hidden className="font-bold font-display text-5xl tabular-nums leading-none">
        {amount(allTime.average)}
      </span>
      <span className="grid gap-1">
        <Stars value={allTime.average} className="text-xl" />
        <span aria-hidden className="text-muted text-sm">
          {t("ofFive")}
        </span>
      </span>
    </p>
  );
}

/** What all reviews say together: in words, by stars and over time. A bar that is pressed leaves only its reviews. */
export function SummaryPanel() {
  const t = useTranslations("reviews");
  const { summary } = useReviewsView().view;
  if (!summary || summary.allTime.count === 0) return null;
  const { allTime, recent, byStars, byMonth } = summary;
  return (
    <section aria-label={t("summary.label")} className="grid gap-7 lg:sticky lg:top-20">
      <div className="grid gap-4">
        <Score allTime={allTime} />
        <dl className="grid gap-3">
          <Words label={t("summary.allTime")} tally={allTime} isLead />
          <Words label={t("summary.recent")} tally={recent} />
        </dl>
      </div>
      {byStars.some(({ count }) => count > 0) && <StarBars bars={byStars} />}
      {byMonth.length > 1 && <MonthChart months={byMonth} />}
    </section>
  );
}
