"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { CoverArt } from "@/app/_components/cover-art";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { type ViewedGame, viewedStore } from "@/lib/client/viewed/viewed-store";
import { toGamePath } from "@/lib/shared/site-paths";

const NOTHING: ViewedGame[] = [];

/** What was looked at in this browser, at the end of the page, where it moves nothing when it comes. */
export function RecentlyViewed() {
  const t = useTranslations("home");
  const games = useSyncExternalStore(viewedStore.subscribe, viewedStore.list, () => NOTHING);
  if (games.length === 0) return null;
  return (
    <section aria-label={t("viewed")} className="grid min-w-0 gap-5">
      <div className="flex items-center justify-between gap-4">
        <h2 className="flex items-center gap-3 font-bold text-section">
          <span aria-hidden className="h-[0.85em] w-1.5 shrink-0 -skew-x-12 rounded-[1px] bg-primary" />
          {t("viewed")}
        </h2>
        <Button variant="ghost" size="sm" className="text-muted" onClick={viewedStore.clear}>
          {t("forgetViewed")}
        </Button>
      </div>
      <ul className="scrollbar-none -mx-4 flex gap-3 overflow-x-auto px-4 py-1">
        {games.map((game) => (
          <li key={game.slug} className="w-24 shrink-0 sm:w-28">
            <Link href={toGamePath(game.slug)} className="group/card grid gap-2 rounded-lg">
              <span className="picture-edge relative aspect-[3/4] overflow-hidden rounded-lg bg-raised shadow-cover">
                <CoverArt picture={game.cover} title={game.title} sizes="112px" isDecorative />
              </span>
              <span className="line-clamp-2 text-xs leading-snug group-hover/card:text-primary">{game.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
