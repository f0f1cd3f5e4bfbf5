"use client";

import { clsx } from "clsx";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Link, usePathname } from "@/app/_i18n/navigation";
import { LOCALE_NAMES, LOCALES } from "@/lib/shared/locale";

/** The same page in the other languages, as links: each is an address of its own. */
export function LanguageSwitcher() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  return (
    <nav aria-label={t("language")} className="inline-flex rounded-full border border-line bg-background p-1">
      {LOCALES.map((name) => (
        <Link
          key={name}
          href={query ? `${pathname}?${query}` : pathname}
          locale={name}
          lang={name}
          hrefLang={name}
          aria-current={name === locale ? "true" : undefined}
          className={clsx(
            "grid h-9 place-items-center rounded-full px-4 text-sm transition-colors",
            name === locale ? "bg-raised font-medium text-foreground" : "text-muted hover:text-foreground",
          )}
        >
          {LOCALE_NAMES[name]}
        </Link>
      ))}
    </nav>
  );
}
