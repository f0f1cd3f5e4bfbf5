"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { nameLanguage } from "@/app/_components/reviews/language-name";
import { Button } from "@/app/_components/ui/button";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import { toPeriod } from "./review-period";
import { useChoice } from "./use-choice";

type Chosen = { key: string; text: string; takeOut: () => void };

function useChosen(): Chosen[] {
  const t = useTranslations("reviews");
  const locale = useLocale();
  const { month: toName } = useFormats();
  const { choice, change } = useChoice();
  const { recommended, stars, language, from } = choice;
  const period = toPeriod(choice, toDay(new Date()));
  const periodText = period === "30d" ? t("filters.last30") : period === "1y" ? t("filters.lastYear") : null;
  const chosen: (Chosen | false)[] = [
    recommended !== undefined && {
      key: "verdict",
      text: t(recommended ? "recommended" : "notRecommended"),
      takeOut: () => change({ recommended: undefined }),
    },
    stars !== undefined && { key: "stars", text: t("stars", { stars }), takeOut: () => change({ stars: undefined }) },
    language !== undefined && {
      key: "language",
      text: nameLanguage(language, locale),
      takeOut: () => change({ language: undefined }),
    },
    from !== undefined && {
      key: "period",
      text: periodText ?? toName(`${period}-01`),
      takeOut: () => change({ from: undefined, through: undefined }),
    },
  ];
  return chosen.filter((filter) => filter !== false);
}

/** What is filtered by, each with the way to let go of it. */
export function ChosenFilters() {
  const t = useTranslations("reviews.filters");
  const { change } = useChoice();
  const chosen = useChosen();
  if (chosen.length === 0) return null;
  const nothing = {
    recommended: undefined,
    stars: undefined,
    language: undefined,
    from: undefined,
    through: undefined,
  };
  return (
    <ul aria-label={t("chosen")} className="flex flex-wrap items-center gap-2">
      {chosen.map(({ key, text, takeOut }) => (
        <li key={key}>
          <button
            type="button"
            aria-label={t("takeOut", { filter: text })}
            onClick={takeOut}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-raised ps-3 pe-2 text-sm transition-colors hover:bg-line"
          >
            {text}
            <X aria-hidden className="size-3.5 text-muted" />
          </button>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Button variant="ghost" size="sm" onClick={() => change(nothing)}>
            {t("clear")}
          </Button>
        </li>
      )}
    </ul>
  );
}
