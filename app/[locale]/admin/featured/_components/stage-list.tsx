"use client";

import { GalleryHorizontalEnd } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { FeaturedGame } from "@/lib/shared/featured";
import { moveItem } from "./move-game";
import { StageRow } from "./stage-row";

type StageListProps = { games: FeaturedGame[]; onChange: (games: FeaturedGame[]) => void };

/** The order while a game is dragged; it counts when the game is dropped on the list, and not after Escape. */
function useDrag(games: FeaturedGame[], onDrop: (games: FeaturedGame[]) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [order, setOrder] = useState<FeaturedGame[] | null>(null);
  const shown = order ?? games;
  const letGo = () => {
    setDragged(null);
    setOrder(null);
  };
  return {
    shown,
    dragged,
    start: (slug: string) => setDragged(slug),
    over: (to: number) => {
      const from = shown.findIndex(({ slug }) => slug === dragged);
      if (from >= 0 && from !== to) setOrder(moveItem(shown, from, to));
    },
    drop: () => {
      if (order) onDrop(order);
      letGo();
    },
    /** The browser says so at the end of every drag, after the drop where there was one. */
    end: letGo,
  };
}

/** The games of the stage in their order: dragged, moved by keys, taken off. */
export function StageList({ games, onChange }: StageListProps) {
  const t = useTranslations("featured");
  const list = useRef<HTMLOListElement>(null);
  const drag = useDrag(games, onChange);
  const [told, setTold] = useState("");
  const focused = useRef<string | null>(null);

  // The row that was moved by keys keeps the focus at its new place; that of one that is gone goes to its neighbour.
  useEffect(() => {
    const slug = focused.current;
    focused.current = null;
    if (slug) list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(slug)}"]`)?.focus();
  });

  const move = (game: FeaturedGame, from: number, to: number) => {
    if (to < 0 || to >= games.length) return;
    focused.current = document.activeElement?.matches("[data-handle]") ? game.slug : null;
    onChange(moveItem(games, from, to));
    setTold(t("moved", { title: game.title, place: to + 1, count: games.length }));
  };
  const remove = (game: FeaturedGame, place: number) => {
    focused.current = (games[place + 1] ?? games[place - 1])?.slug ?? null;
    onChange(games.filter(({ slug }) => slug !== game.slug));
  };
  if (games.length === 0) {
    return <EmptyState icon={<GalleryHorizontalEnd />} title={t("empty.title")} text={t("empty.text")} />;
  }
  return (
    <>
      <ol ref={list} aria-label={t("list")} className="rounded-card border border-line">
        {drag.shown.map((game, place) => (
          <StageRow
            key={game.slug}
            game={game}
            place={place}
            count={drag.shown.length}
            isDragged={game.slug === drag.dragged}
            onMove={(to) => move(game, place, to)}
            onRemove={() => remove(game, place)}
            onDragStart={() => drag.start(game.slug)}
            onDragOver={() => drag.over(place)}
            onDrop={drag.drop}
            onDragEnd={drag.end}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
