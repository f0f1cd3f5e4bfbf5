"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useTransition } from "react";
import { Button } from "@/app/_components/ui/button";
import { Select } from "@/app/_components/ui/select";
import { useRouter } from "@/app/_i18n/navigation";
import { GAME_SORTS, type GameSort } from "@/lib/shared/game-sorts";
import { localizePath } from "@/lib/shared/locale";

type SortSelectProps = {
  value: GameSort;
  /** The page's address and its filters. */
  path: string;
  params: Record<string, string>;
};

/** The order of a list: at once with a script, by a button without one. */
export function SortSelect({ value, path, params }: SortSelectProps) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const [isWaiting, startWaiting] = useTransition();
  const sorts = GAME_SORTS.filter((sort) => sort !== "relevance" || params.q);
  const natural: GameSort = params.q ? "relevance" : "popular";

  const show = (sort: string) => {
    const query = new URLSearchParams(params);
    if (sort !== natural) query.set("sort", sort);
    startWaiting(() => router.push(query.size > 0 ? `${path}?${query}` : path, { scroll: false }));
  };
  return (
    <form
      action={localizePath(path, locale)}
      data-waiting={isWaiting || undefined}
      className="flex min-w-0 items-center gap-2.5 max-sm:grow"
    >
      {Object.entries(params).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <label htmlFor={id} className="shrink-0 text-muted text-sm max-sm:sr-only">
        {t("sort")}
      </label>
      <Select
        id={id}
        name="sort"
        key={value}
        defaultValue={value}
        onChange={(event) => show(event.target.value)}
        className="w-full min-w-0 sm:w-52"
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sorts.${sort}`)}
          </option>
        ))}
      </Select>
      <noscript>
        <Button type="submit" variant="secondary">
          {t("sortApply")}
        </Button>
      </noscript>
    </form>
  );
}
