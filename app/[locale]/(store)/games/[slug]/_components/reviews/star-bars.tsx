"use client";

import { clsx } from "clsx";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ReviewsSummary } from "@/lib/shared/reviews";
import { useChoice } from "./use-choice";

type Bar = ReviewsSummary["byStars"][number];

function StarBar({ stars, count, percent }: Bar & { percent: number }) {
  const t = useTranslations("reviews.byStars");
  const formats = useFormats();
  const { choice, change } = useChoice();
  const isChosen = choice.stars === stars;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => change({ stars: isChosen ? undefined : stars })}
      className={clsx(
        "grid min-h-8 w-full grid-cols-[2rem_1fr_3.25rem] items-center gap-3 rounded-md px-2 text-sm tabular-nums",
        "transition-colors hover:bg-raised",
        isChosen && "bg-raised ring-1 ring-primary",
      )}
    >
      <span className="sr-only">{t("bar", { stars, count, percent })}</span>
      <span aria-hidden className="flex items-center gap-1">
        {stars}
        <Star className="size-3.5 fill-warning text-warning" />
      </span>
      <span aria-hidden className="h-2 overflow-hidden rounded-full bg-raised">
        <span className="block h-full rounded-full bg-warning" style={{ width: `${percent}%` }} />
      </span>
      <span aria-hidden className="text-end text-muted">
        {formats.count(count)}
      </span>
    </button>
  );
}

/** How many reviews give how many stars; a bar filters the list, pressed again it lets go. */
export function StarBars({ bars }: { bars: readonly Bar[] }) {
  const t = useTranslations("reviews.byStars");
  const id = useId();
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h3 id={id} className="font-sans font-semibold text-sm tracking-normal">
        {t("title")}
      </h3>
      <ul className="-mx-2 grid gap-0.5">
        {bars.map((bar) => (
          <li key={bar.stars}>
            <StarBar {...bar} percent={total > 0 ? Math.round((bar.count * 100) / total) : 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}
