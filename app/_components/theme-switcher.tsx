"use client";

import { clsx } from "clsx";
import { type LucideIcon, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { THEME_COOKIE, THEMES, type Theme } from "@/lib/shared/theme";

const icons: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon };

const ONE_YEAR_SECONDS = 60 * 60 * 24 * 365;

function applyTheme(theme: Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Light, dark, or as the system: at once, and kept by a cookie for the server's first paint. */
export function ThemeSwitcher({ theme }: { theme: Theme }) {
  const t = useTranslations("shell.theme");
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    applyTheme(next);
  };
  return (
    <fieldset className="inline-flex rounded-full border border-line bg-background p-1">
      <legend className="sr-only">{t("label")}</legend>
      {THEMES.map((name) => {
        const Icon = icons[name];
        return (
          <label
            key={name}
            title={t(name)}
            className={clsx(
              "grid size-9 cursor-pointer place-items-center rounded-full transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
              name === chosen ? "bg-raised text-foreground" : "text-muted hover:text-foreground",
            )}
          >
            <input
              type="radio"
              name="theme"
              value={name}
              checked={name === chosen}
              onChange={() => choose(name)}
              aria-label={t(name)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4" />
          </label>
        );
      })}
    </fieldset>
  );
}
