import { useTranslations } from "next-intl";
import { Stars } from "@/app/_components/reviews/stars";
import { SUMMARY_WORDS } from "@/app/_components/reviews/summary-words";
import type { Rating } from "@/lib/shared/catalogue";

/** What the reviews say in one line, which leads to them. */
export function RatingLine({ rating }: { rating: Rating }) {
  const t = useTranslations("game.rating");
  const words = useTranslations("reviews.words");
  if (!rating.summary) return <p className="text-muted text-sm">{t("none")}</p>;
  const { key, tone } = SUMMARY_WORDS[rating.summary];
  return (
    <p className="text-sm">
      <a href="#reviews" className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 rounded-sm py-1 hover:underline">
        {rating.average !== null && <Stars value={rating.average} />}
        <span className={`font-semibold ${tone}`}>{words(key)}</span>
        <span className="text-muted">
          {t("positive", { percent: (rating.positivePercent ?? 0) / 100, count: rating.count })}
        </span>
      </a>
    </p>
  );
}
