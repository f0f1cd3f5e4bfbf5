"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ReviewsSummary } from "@/lib/shared/reviews";

export type MonthCounts = ReviewsSummary["byMonth"][number];

type MonthTableProps = {
  months: readonly MonthCounts[];
  /** `YYYY-MM` of the month that is filtered by. */
  chosen: string | null;
  onChoose: (month: string) => void;
};

/** The same numbers as the chart's, latest first, with the same filter on each month. */
export function MonthTable({ months, chosen, onChoose }: MonthTableProps) {
  const t = useTranslations("reviews");
  const { count, month: toName } = useFormats();
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        variant="ghost"
        size="sm"
        className="-ms-3 text-muted"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setIsShown(!isShown)}
      >
        {t(isShown ? "byMonth.hideTable" : "byMonth.showTable")}
      </Button>
      <div
        id={id}
        hidden={!isShown}
        className="max-h-72 w-full overflow-y-auto overscroll-contain rounded-lg border border-line"
      >
        <table className="w-full text-sm tabular-nums">
          <caption className="sr-only">{t("byMonth.title")}</caption>
          <thead className="sticky top-0 bg-raised text-muted text-xs">
            <tr>
              <th scope="col" className="px-3 py-2 text-start font-medium">
                {t("byMonth.month")}
              </th>
              <th scope="col" className="px-3 py-2 text-end font-medium">
                {t("recommended")}
              </th>
              <th scope="col" className="px-3 py-2 text-end font-medium">
                {t("notRecommended")}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ month, recommended, notRecommended }) => (
              <tr key={month} className="border-line border-t">
                <th scope="row" className="px-1 py-0.5 text-start font-medium">
                  <button
                    type="button"
                    aria-pressed={chosen === month.slice(0, 7)}
                    aria-label={t("byMonth.only", { month: toName(month) })}
                    onClick={() => onChoose(month)}
                    className="min-h-8 whitespace-nowrap rounded-md px-2 hover:bg-raised aria-pressed:bg-raised aria-pressed:text-primary"
                  >
                    {toName(month)}
                  </button>
                </th>
                <td className="px-3 text-end">{count(recommended)}</td>
                <td className="px-3 text-end">{count(notRecommended)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
