"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { Select } from "@/app/_components/ui/select";
import type { GameSort } from "@/lib/shared/catalogue";

const sortNames: Record<GameSort, string> = {
  relevance: "Best match",
  popular: "Popular",
  newest: "Newest",
  rating: "Best rated",
  discount: "Biggest discount",
  price_asc: "Price: low to high",
  price_desc: "Price: high to low",
  title: "Title A to Z",
};

type SortSelectProps = {
  value: GameSort;
  /** Where each order leads; only these can be chosen. */
  hrefs: Partial<Record<GameSort, string>>;
};

export function SortSelect({ value, hrefs }: SortSelectProps) {
  const router = useRouter();
  const id = useId();
  const sorts = (Object.keys(sortNames) as GameSort[]).filter((sort) => hrefs[sort]);
  return (
    <div className="flex items-center gap-2.5">
      <label htmlFor={id} className="text-muted text-sm max-sm:sr-only">
        Sort by
      </label>
      <Select
        id={id}
        value={value}
        onChange={(event) => {
          const href = hrefs[event.target.value as GameSort];
          if (href) router.push(href, { scroll: false });
        }}
        className="w-44 sm:w-52"
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {sortNames[sort]}
          </option>
        ))}
      </Select>
    </div>
  );
}
