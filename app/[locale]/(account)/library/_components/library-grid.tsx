"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import type { LibraryGame } from "@/lib/shared/library";

/** The games that are chosen for something; null where none can be. */
export type Selection = { ids: ReadonlySet<string>; toggle: (gameId: string) => void };

const sizes =
  "(min-width: 1920px) 12vw, (min-width: 1280px) 14vw, (min-width: 1024px) 18vw, (min-width: 640px) 28vw, 46vw";

function Facts({ game }: { game: LibraryGame }) {
  const t = useTranslations("library");
  const { day } = useFormats();
  const date = day(toDay(new Date(game.grantedAt)));
  return (
    <p className="truncate text-muted text-xs">
      {game.orderId ? t("bought", { day: date }) : t("since", { day: date })}
    </p>
  );
}

function Name({ game, selection }: { game: LibraryGame; selection: Selection | null }) {
  const t = useTranslations("library.select");
  if (!selection) {
    return (
      <Link
        href={`/library/${game.slug}`}
        className="outline-none after:absolute after:-inset-1 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent"
      >
        {game.title}
      </Link>
    );
  }
  return (
    <label className="cursor-pointer after:absolute after:-inset-1 after:rounded-card has-focus-visible:after:outline-2 has-focus-visible:after:outline-accent">
      <input
        type="checkbox"
        aria-label={t("game", { title: game.title })}
        checked={selection.ids.has(game.gameId)}
        onChange={() => selection.toggle(game.gameId)}
        className="absolute top-2.5 left-2.5 z-10 size-6 accent-primary"
      />
      {game.title}
    </label>
  );
}

/** The owned games as covers, each a link to what its owner gets, or a box to tick. */
export function LibraryGrid({ games, selection }: { games: readonly LibraryGame[]; selection: Selection | null }) {
  const t = useTranslations("library");
  return (
    <ul
      aria-label={t("list")}
      className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 sm:gap-x-5 lg:grid-cols-4 xl:grid-cols-5 2xl:grid-cols-6"
    >
      {games.map((game) => (
        <li key={game.gameId} className="group/card relative flex flex-col gap-2.5">
          <div
            className={clsx(
              "picture-edge relative aspect-[3/4] overflow-hidden rounded-card bg-raised shadow-cover transition-[translate,box-shadow,outline-color] duration-300",
              !selection && "group-hover/card:-translate-y-1 group-hover/card:shadow-lift",
              selection?.ids.has(game.gameId) ? "outline-3 outline-primary outline-offset-2" : "outline-transparent",
            )}
          >
            <CoverArt picture={game.cover} title={game.title} sizes={sizes} isDecorative />
          </div>
          <div className="grid gap-0.5">
            <h3 className="line-clamp-2 font-semibold text-[0.95rem] leading-snug">
              <Name game={game} selection={selection} />
            </h3>
            <Facts game={game} />
          </div>
        </li>
      ))}
    </ul>
  );
}
