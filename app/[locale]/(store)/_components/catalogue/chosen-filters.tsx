import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import type { ChosenFilter } from "./facet-groups";

type ChosenFiltersProps = {
  chosen: readonly ChosenFilter[];
  /** The address without any of them. */
  clearHref: string;
  label: string;
};

/** What the results are narrowed by, each with a way to drop it. */
export function ChosenFilters({ chosen, clearHref, label }: ChosenFiltersProps) {
  const t = useTranslations("catalogue");
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap items-center gap-2">
      {chosen.map(({ id, text, href }) => (
        <li key={id} className="min-w-0">
          <Link
            href={href}
            scroll={false}
            rel="nofollow"
            aria-label={t("removeFilter", { name: text })}
            className="inline-flex h-10 max-w-full items-center gap-1.5 rounded-full border border-line bg-surface pr-3 pl-4 text-sm transition-colors hover:border-edge hover:bg-raised"
          >
            <span className="truncate">{text}</span>
            <X aria-hidden className="size-4 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Link
            href={clearHref}
            scroll={false}
            className="inline-flex min-h-10 items-center rounded-lg px-2 font-medium text-primary text-sm hover:text-primary-strong"
          >
            {t("clearAll")}
          </Link>
        </li>
      )}
    </ul>
  );
}
