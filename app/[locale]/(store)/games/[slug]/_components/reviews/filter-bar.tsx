"use client";

import { useLocale, useTranslations } from "next-intl";
import { nameLanguage } from "@/app/_components/reviews/language-name";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import { findReviewLanguage, REVIEW_SORTS, type ReviewSort } from "@/lib/shared/review-choices";
import { ChosenFilters } from "./chosen-filters";
import { useReviewsView } from "./opened-reviews";
import { toPeriod, toSpan } from "./review-period";
import { Segmented } from "./segmented";
import { useChoice } from "./use-choice";

/** Fewer reviews than these need no filters. */
const FEW_REVIEWS = 2;

function SortSelect() {
  const t = useTranslations("reviews.filters");
  const { choice, change } = useChoice();
  return (
    <Field label={t("sort")} hideLabel className="min-w-40 grow sm:grow-0">
      <Select value={choice.sort} onChange={(event) => change({ sort: event.target.value as ReviewSort })}>
        {REVIEW_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sorts.${sort}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function LanguageSelect({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("reviews.filters");
  const locale = useLocale();
  const { choice, change } = useChoice();
  return (
    <Field label={t("language")} hideLabel className="min-w-40 grow sm:grow-0">
      <Select
        value={choice.language ?? ""}
        onChange={(event) => change({ language: findReviewLanguage(event.target.value) })}
      >
        <option value="">{t("allLanguages")}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {nameLanguage(code, locale)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function PeriodSelect() {
  const t = useTranslations("reviews.filters");
  const { month: toName } = useFormats();
  const { choice, change } = useChoice();
  const today = toDay(new Date());
  const period = toPeriod(choice, today);
  const isMonth = /^\d/.test(period);
  return (
    <Field label={t("period")} hideLabel className="min-w-40 grow sm:grow-0">
      <Select value={period} onChange={(event) => change(toSpan(event.target.value, today))}>
        <option value="any">{t("anyTime")}</option>
        <option value="30d">{t("last30")}</option>
        <option value="1y">{t("lastYear")}</option>
        {isMonth && <option value={period}>{toName(`${period}-01`)}</option>}
      </Select>
    </Field>
  );
}

function VerdictChoice() {
  const t = useTranslations("reviews");
  const { choice, change } = useChoice();
  const value = choice.recommended === undefined ? "all" : choice.recommended ? "yes" : "no";
  const choices = [
    { value: "all", text: t("filters.all") },
    { value: "yes", text: t("recommended") },
    { value: "no", text: t("notRecommended") },
  ] as const;
  return (
    <Segmented
      label={t("filters.verdict")}
      choices={choices}
      value={value}
      onChange={(chosen) => change({ recommended: chosen === "all" ? undefined : chosen === "yes" })}
    />
  );
}

/** Which reviews are shown, and in what order. */
export function FilterBar() {
  const t = useTranslations("reviews.filters");
  const { summary } = useReviewsView().view;
  const written = summary?.byStars.reduce((sum, { count }) => sum + count, 0) ?? 0;
  if (!summary || written < FEW_REVIEWS) return null;
  return (
    <section aria-label={t("label")} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2.5">
        <VerdictChoice />
        <SortSelect />
        {summary.languages.length > 1 && <LanguageSelect codes={summary.languages.map(({ code }) => code)} />}
        <PeriodSelect />
      </div>
      <ChosenFilters />
    </section>
  );
}
