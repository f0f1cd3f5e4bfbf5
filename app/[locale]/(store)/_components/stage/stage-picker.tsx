"use client";

import { clsx } from "clsx";
import { CoverArt } from "@/app/_components/cover-art";
import { Link } from "@/app/_i18n/navigation";
import { toGamePath } from "@/lib/shared/site-paths";
import type { StageGame } from "./stage-game";
import { STAY_MS, type Stage } from "./use-stage";

/** The games beside the stage: pointing at one puts it there, a click leads to its page. */
export function StagePicker({ games, stage }: { games: StageGame[]; stage: Stage }) {
  return (
    <ul className="grid auto-rows-fr gap-1.5 max-lg:hidden">
      {games.map((game, place) => {
        const isCurrent = place === stage.place;
        return (
          <li key={game.id} className="min-h-0">
            <Link
              href={toGamePath(game.slug)}
              onPointerEnter={() => stage.show(place)}
              onFocus={() => stage.show(place)}
              className={clsx(
                "relative flex h-full items-center gap-3.5 overflow-hidden rounded-xl p-2 transition-colors",
                isCurrent ? "bg-raised" : "hover:bg-surface",
              )}
            >
              <span className="picture-edge relative aspect-video h-full max-h-16 min-h-10 shrink-0 overflow-hidden rounded-lg bg-raised">
                <CoverArt picture={game.picture} title="" sizes="120px" isDecorative />
              </span>
              <span className="grid min-w-0 gap-0.5">
                <span className="line-clamp-2 font-semibold text-sm leading-snug">{game.title}</span>
                <span className="truncate text-muted text-xs">{game.genres}</span>
              </span>
              {isCurrent && stage.isMoving && (
                <span
                  aria-hidden
                  style={{ animationDuration: `${STAY_MS}ms` }}
                  className="absolute inset-x-0 bottom-0 h-0.5 origin-left animate-fill bg-primary"
                />
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
