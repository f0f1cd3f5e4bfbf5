"use client";

import { Search } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import type { GameSalesQuery } from "@/lib/shared/sales";

/** Names of what the tables can be sorted by. */
export const SORT_LABELS: Record<GameSalesQuery["sort"], string> = {
  units: "Units, last 28 days",
  revenue: "Revenue, last 28 days",
  forecast: "Forecast, next 60 days",
  trend: "Trend",
  title: "Title",
};

/** A plain form, so that it works before any script has loaded; on the client side for what Field passes to Select. */
export function SalesFilter({ path, query }: { path: string; query: GameSalesQuery }) {
  return (
    <search>
      <form action={path} className="flex flex-wrap items-end gap-3">
        {query.state && <input type="hidden" name="state" value={query.state} />}
        <Field label="Search title or publisher" className="min-w-0 grow sm:max-w-80">
          <Input type="search" name="q" defaultValue={query.q} maxLength={100} />
        </Field>
        <Field label="Sort by" className="w-full sm:w-60">
          <Select name="sort" defaultValue={query.sort}>
            {Object.entries(SORT_LABELS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" variant="secondary">
          <Search aria-hidden />
          Show
        </Button>
      </form>
    </search>
  );
}
