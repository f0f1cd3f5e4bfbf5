"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useFormats } from "@/app/_i18n/use-formats";
import type { MonthCounts } from "./month-table";
import { MonthTable } from "./month-table";
import { toSpan } from "./review-period";
import { useChoice } from "./use-choice";

/** Months that the chart has room for; the table has them all. */
const SHOWN_MONTHS = 24;

/** Most reviews of a month above the line and below it. */
type Most = Omit<MonthCounts, "month">;

/** Where the line is, in percent from the top. */
const toLine = ({ recommended, notRecommended }: Most) => (recommended * 100) / (recommended + notRecommended || 1);

type MonthBarProps = {
  counts: MonthCounts;
  most: Most;
  isChosen: boolean;
  isInTabOrder: boolean;
  onChoose: () => void;
  onLook: () => void;
};

function MonthBar({ counts, most, isChosen, isInTabOrder, onChoose, onLook }: MonthBarProps) {
  const t = useTranslations("reviews.byMonth");
  const { month: toName } = useFormats();
  const { month, recommended, notRecommended } = counts;
  const total = most.recommended + most.notRecommended || 1;
  const lineAt = toLine(most);
  return (
    <button
      type="button"
      data-month={month}
      tabIndex={isInTabOrder ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={t("bar", { month: toName(month), recommended, notRecommended })}
      onClick={onChoose}
      onFocus={onLook}
      onPointerEnter={onLook}
      className={clsx(
        "group relative h-full min-w-0 max-w-10 grow rounded-sm hover:bg-raised",
        isChosen && "bg-raised ring-1 ring-primary",
      )}
    >
      <span
        className={clsx(
          "absolute inset-x-[15%] rounded-t-xs bg-success",
          !isChosen && "opacity-80 group-hover:opacity-100",
        )}
        style={{ bottom: `${100 - lineAt}%`, height: `${(recommended / total) * 100}%` }}
      />
      <span
        className={clsx(
          "absolute inset-x-[15%] rounded-b-xs bg-danger",
          !isChosen && "opacity-80 group-hover:opacity-100",
        )}
        style={{ top: `${lineAt}%`, height: `${(notRecommended / total) * 100}%` }}
      />
    </button>
  );
}

/** Where the arrow keys lead from a bar. */
function toStep(event: KeyboardEvent, index: number, count: number): number | null {
  if (event.key === "ArrowRight") return Math.min(count - 1, index + 1);
  if (event.key === "ArrowLeft") return Math.max(0, index - 1);
  if (event.key === "Home") return 0;
  return event.key === "End" ? count - 1 : null;
}

function useChosenMonth() {
  const { choice, change } = useChoice();
  const chosen = choice.through ? (choice.from?.slice(0, 7) ?? null) : null;
  const choose = (month: string) => {
    const period = month.slice(0, 7);
    change(toSpan(period === chosen ? "any" : period, ""));
  };
  return { chosen, choose };
}

/** Reviews by month, what recommends above the line and what does not below it; a month that is pressed filters the list. */
export function MonthChart({ months }: { months: readonly MonthCounts[] }) {
  const t = useTranslations("reviews.byMonth");
  const { month: toName } = useFormats();
  const id = useId();
  const plot = useRef<HTMLFieldSetElement>(null);
  const { chosen, choose } = useChosenMonth();
  const shown = months.slice(-SHOWN_MONTHS);
  const [at, setAt] = useState(shown.length - 1);
  const looked = shown[Math.min(at, shown.length - 1)];
  const most = {
    recommended: Math.max(...shown.map(({ recommended }) => recommended)),
    notRecommended: Math.max(...shown.map(({ notRecommended }) => notRecommended)),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = toStep(event, at, shown.length);
    if (next === null) return;
    event.preventDefault();
    plot.current?.querySelectorAll<HTMLElement>("[data-month]")[next]?.focus();
  };
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h3 id={id} className="font-sans font-semibold text-sm tracking-normal">
        {t("title")}
      </h3>
      <fieldset
        ref={plot}
        aria-label={t("label")}
        onKeyDown={onKeyDown}
        className="relative flex h-24 items-stretch gap-px"
      >
        <span aria-hidden className="absolute inset-x-0 border-edge border-t" style={{ top: `${toLine(most)}%` }} />
        {shown.map((counts, index) => (
          <MonthBar
            key={counts.month}
            counts={counts}
            most={most}
            isChosen={chosen === counts.month.slice(0, 7)}
            isInTabOrder={index === Math.min(at, shown.length - 1)}
            onChoose={() => choose(counts.month)}
            onLook={() => setAt(index)}
          />
        ))}
      </fieldset>
      {looked && (
        <p aria-hidden className="text-muted text-xs tabular-nums">
          {t("bar", { ...looked, month: toName(looked.month) })}
        </p>
      )}
      <MonthTable months={months} chosen={chosen} onChoose={choose} />
    </section>
  );
}
