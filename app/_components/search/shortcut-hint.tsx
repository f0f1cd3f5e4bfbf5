"use client";

import { useTranslations } from "next-intl";
import { useHydrated } from "@/lib/client/use-hydrated";
import { isApple } from "./search-shortcut";

/** Shows the keys of the search in its box. The server knows no keyboard: a Mac's sign comes once React runs. */
export function ShortcutHint() {
  const t = useTranslations("shell.search.keys");
  const hasAppleKeys = useHydrated() && isApple(navigator);
  return (
    <kbd
      aria-hidden
      className="pointer-events-none absolute top-3 right-4 rounded border border-line bg-background px-1.5 font-sans text-muted text-xs leading-5 group-focus-within/search:hidden max-xl:hidden"
    >
      {t(hasAppleKeys ? "command" : "control")}
    </kbd>
  );
}
