"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { LIBRARY_SORTS, type LibraryFacets, type LibraryView } from "@/lib/shared/library";

/** What can be chosen, each named in the reader's language. */
export type FilterChoices = Pick<LibraryFacets, "platforms" | "genres">;

type LibraryFiltersProps = {
  view: LibraryView;
  choices: FilterChoices;
  onChange: (change: Partial<LibraryView>) => void;
};

type ChoiceProps = {
  name: "platform" | "genre";
  value: string | undefined;
  facets: FilterChoices["genres"];
  onChange: (slug: string | undefined) => void;
};

function Choice({ name, value, facets, onChange }: ChoiceProps) {
  const t = useTranslations(`library.${name}`);
  return (
    <Field label={t("label")} hideLabel className="min-w-40 max-sm:grow">
      <Select name={name} value={value ?? ""} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{t("any")}</option>
        {facets.map((facet) => (
          <option key={facet.slug} value={facet.slug}>
            {facet.name} ({facet.gameCount})
          </option>
        ))}
      </Select>
    </Field>
  );
}

function SearchField({ q, children }: { q: string | undefined; children: ReactNode }) {
  const t = useTranslations("library.search");
  return (
    <search className="flex min-w-60 grow gap-2 sm:max-w-sm">
      <Input
        type="search"
        name="q"
        key={q}
        defaultValue={q}
        maxLength={100}
        aria-label={t("label")}
        placeholder={t("label")}
      />
      <Button type="submit" variant="secondary" className="px-3.5" aria-label={t("submit")}>
        <Search aria-hidden />
      </Button>
      {children}
    </search>
  );
}

/** What of the library is shown, and in which order; without scripts it is a form that is sent. */
export function LibraryFilters({ view, choices, onChange }: LibraryFiltersProps) {
  const t = useTranslations("library");
  return (
    <form
      className="flex flex-wrap items-center gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ q: String(new FormData(event.currentTarget).get("q") ?? "").trim() || undefined });
      }}
    >
      <SearchField q={view.q}>
        {view.collection && <input type="hidden" name="collection" value={view.collection} />}
      </SearchField>
      <Choice
        name="platform"
        value={view.platform}
        facets={choices.platforms}
        onChange={(platform) => onChange({ platform })}
      />
      <Choice name="genre" value={view.genre} facets={choices.genres} onChange={(genre) => onChange({ genre })} />
      <Field label={t("sort.label")} hideLabel className="min-w-40 max-sm:grow">
        <Select
          name="sort"
          value={view.sort}
          onChange={(event) => onChange({ sort: event.target.value as LibraryView["sort"] })}
        >
          {LIBRARY_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </Select>
      </Field>
    </form>
  );
}
