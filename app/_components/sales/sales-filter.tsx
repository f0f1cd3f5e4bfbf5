"use client";

import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { localizePath } from "@/lib/shared/locale";
import { FORECAST_DAYS, type GameSalesQuery, SALES_SORTS, WINDOW_DAYS } from "@/lib/shared/sales";

/** A plain form, so that it works before any script has loaded; on the client side for what Field passes to Select. */
export function SalesFilter({ path, query }: { path: string; query: GameSalesQuery }) {
  const t = useTranslations("sales");
  const locale = useLocale();
  return (
    <search>
      <form action={localizePath(path, locale)} className="flex flex-wrap items-end gap-3">
        {query.state && <input type="hidden" name="state" value={query.state} />}
        <Field label={t("filter.search")} className="min-w-0 grow sm:max-w-80">
          <Input type="search" name="q" defaultValue={query.q} maxLength={100} />
        </Field>
        <Field label={t("filter.sortBy")} className="w-full sm:w-60">
          <Select name="sort" defaultValue={query.sort}>
            {SALES_SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`filter.${sort}`, { days: WINDOW_DAYS, forecastDays: FORECAST_DAYS })}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" variant="secondary">
          <Search aria-hidden />
          {t("filter.show")}
        </Button>
      </form>
    </search>
  );
}
