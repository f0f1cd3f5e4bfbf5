"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import type { FacetGroup, FacetRow } from "./facet-groups";
import { FacetMark } from "./facet-mark";

/** Values that a group shows before it is asked for all. */
const SHORT = 7;

function Row({ row }: { row: FacetRow }) {
  const t = useTranslations("catalogue");
  const { count: format } = useFormats();
  const { text, count, isCapped, isChosen, href } = row;
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        rel="nofollow"
        aria-current={isChosen ? "true" : undefined}
        className="group/facet flex min-h-10 items-center gap-3 rounded-lg px-2 text-sm transition-colors hover:bg-raised lg:min-h-9"
      >
        <FacetMark isChosen={isChosen} />
        <span className={isChosen ? "min-w-0 grow font-semibold" : "min-w-0 grow"}>{text}</span>
        <span className="shrink-0 text-muted text-xs tabular-nums">
          <span aria-hidden>{isCapped ? `${format(count)}+` : format(count)}</span>
          <span className="sr-only">
            {", "}
            {t(isCapped ? "rowCountCapped" : "rowCount", { count })}
            {isChosen && t("rowChosen")}
          </span>
        </span>
      </Link>
    </li>
  );
}

function Rows({ rows }: { rows: FacetRow[] }) {
  const t = useTranslations("catalogue");
  const [first, rest] = [rows.slice(0, SHORT), rows.slice(SHORT)];
  return (
    <>
      <ul>
        {first.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details open={rest.some(({ isChosen }) => isChosen)} className="group/rest">
          <summary className="inline-flex min-h-9 items-center rounded-lg px-2 font-medium text-primary text-sm hover:text-primary-strong group-open/rest:hidden">
            {t("showMore", { count: rest.length })}
          </summary>
          <ul>
            {rest.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type FilterPanelProps = {
  groups: FacetGroup[];
  /** The form of the price, below its ranges. */
  priceForm: ReactNode;
};

/**
 * Filters as plain links: they work without a script, and the address always says what is shown. A part of the browser, so
 * that the page carries each value once.
 */
export function FilterPanel({ groups, priceForm }: FilterPanelProps) {
  const t = useTranslations("catalogue");
  return (
    <div className="divide-y divide-line">
      {groups.map(({ name, isOpen, rows }) => (
        <details key={name} open={isOpen} className="group/facets py-2 first:pt-0">
          <summary className="flex min-h-11 items-center justify-between gap-3 rounded-lg px-2 hover:bg-raised">
            <h3 className="font-semibold text-sm">{t(`groups.${name}`)}</h3>
            <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open/facets:rotate-180" />
          </summary>
          <div className="grid gap-1 pt-1 pb-2">
            <Rows rows={rows} />
            {name === "price" && priceForm}
          </div>
        </details>
      ))}
    </div>
  );
}
