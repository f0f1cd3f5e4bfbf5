"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { localizePath } from "@/lib/shared/locale";
import type { PublisherReviewsQuery } from "@/lib/shared/review-desk";

const STARS = [5, 4, 3, 2, 1] as const;

type ReviewsFilterProps = {
  path: string;
  query: PublisherReviewsQuery;
  games: readonly { slug: string; title: string }[];
};

/** A plain form, so that it works before any script has loaded; on the client side for what Field passes to Select. */
export function ReviewsFilter({ path, query, games }: ReviewsFilterProps) {
  const t = useTranslations("reviewDesk.publisher");
  const tReviews = useTranslations("reviews");
  const locale = useLocale();
  return (
    <search>
      <form action={localizePath(path, locale)} className="flex flex-wrap items-end gap-3">
        {query.reply && <input type="hidden" name="reply" value={query.reply} />}
        <Field label={t("game")} className="w-full sm:w-72">
          <Select name="game" defaultValue={query.game ?? ""}>
            <option value="">{t("allGames")}</option>
            {games.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("stars")} className="w-full sm:w-44">
          <Select name="stars" defaultValue={query.stars ?? ""}>
            <option value="">{t("allStars")}</option>
            {STARS.map((stars) => (
              <option key={stars} value={stars}>
                {tReviews("stars", { stars })}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" variant="secondary">
          {t("show")}
        </Button>
      </form>
    </search>
  );
}
