"use client";

import { clsx } from "clsx";
import { LayoutGrid, type LucideIcon, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { RESULTS_VIEW_COOKIE, type ResultsView as View } from "./view-cookie";

const ONE_YEAR_SECONDS = 60 * 60 * 24 * 365;

const looks = {
  grid: { Icon: LayoutGrid, text: "viewGrid" },
  list: { Icon: Rows3, text: "viewList" },
} as const satisfies Record<View, { Icon: LucideIcon; text: string }>;

function keepView(view: View): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${RESULTS_VIEW_COOKIE}=${view}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}

type ResultsViewProps = {
  view: View;
  /** What stands above the games, beside the switch. */
  toolbar: ReactNode;
  children: ReactNode;
};

/** Games as pictures or as rows: by the same markup, at once, and kept by a cookie for the server's first paint. */
export function ResultsView({ view: given, toolbar, children }: ResultsViewProps) {
  const t = useTranslations("catalogue");
  const [view, setView] = useState(given);
  const choose = (next: View) => {
    setView(next);
    keepView(next);
  };
  return (
    <section id="games" tabIndex={-1} aria-label={t("results")} data-view={view} className="grid gap-6 outline-none">
      <div className="flex flex-wrap items-center gap-3">
        {toolbar}
        <fieldset className="flex rounded-lg border border-line bg-surface p-1 max-sm:hidden">
          <legend className="sr-only">{t("view")}</legend>
          {(["grid", "list"] as const).map((name) => {
            const { Icon, text } = looks[name];
            return (
              <button
                key={name}
                type="button"
                aria-label={t(text)}
                aria-pressed={name === view}
                title={t(text)}
                onClick={() => choose(name)}
                className={clsx(
                  "grid size-9 place-items-center rounded-md transition-colors",
                  name === view ? "bg-raised text-foreground" : "text-muted hover:text-foreground",
                )}
              >
                <Icon aria-hidden className="size-4" />
              </button>
            );
          })}
        </fieldset>
      </div>
      {children}
    </section>
  );
}
