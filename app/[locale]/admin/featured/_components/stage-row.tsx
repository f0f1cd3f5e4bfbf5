"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DragEvent, KeyboardEvent } from "react";
import { CoverArt } from "@/app/_components/cover-art";
import { Badge } from "@/app/_components/ui/badge";
import type { FeaturedGame } from "@/lib/shared/featured";

export type StageRowProps = {
  game: FeaturedGame;
  place: number;
  count: number;
  isDragged: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDragOver: () => void;
  onDrop: () => void;
  onDragEnd: () => void;
};

const buttonClass =
  "grid size-10 shrink-0 place-items-center rounded-lg text-muted transition-colors hover:bg-raised hover:text-foreground " +
  "disabled:opacity-40 disabled:hover:bg-transparent";

/** A game of the stage: dragged by its handle, or moved by the arrow keys on it and by its buttons. */
export function StageRow(props: StageRowProps) {
  const { game, place, count, isDragged, onMove, onRemove, onDragStart, onDragOver, onDrop, onDragEnd } = props;
  const t = useTranslations("featured");
  const { title } = game;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(place + by);
  };
  const onOver = (event: DragEvent) => {
    event.preventDefault();
    onDragOver();
  };
  const onDropped = (event: DragEvent) => {
    // A browser may open what is dropped.
    event.preventDefault();
    onDrop();
  };
  return (
    <li
      draggable
      onDragStart={onDragStart}
      onDragOver={onOver}
      onDrop={onDropped}
      onDragEnd={onDragEnd}
      className={clsx(
        "flex items-center gap-2 border-line border-b bg-surface py-2 pr-2 pl-1 transition-opacity first:rounded-t-card last:rounded-b-card last:border-b-0 sm:gap-4",
        isDragged && "opacity-40",
      )}
    >
      <button
        type="button"
        data-handle={game.slug}
        aria-label={t("move", { title })}
        onKeyDown={onKeyDown}
        className={clsx(buttonClass, "cursor-grab active:cursor-grabbing")}
      >
        <GripVertical aria-hidden className="size-5" />
      </button>
      <span aria-hidden className="w-5 shrink-0 text-center font-bold font-display text-muted tabular-nums">
        {place + 1}
      </span>
      <span className="picture-edge relative aspect-video h-12 shrink-0 overflow-hidden rounded-lg bg-raised sm:h-14">
        <CoverArt picture={game.picture} title="" sizes="100px" isDecorative />
      </span>
      <span className="grid min-w-0 grow gap-0.5">
        <span className="truncate font-semibold text-sm">{title}</span>
        <span className="truncate text-muted text-xs">{game.publisher}</span>
        {!game.isShown && (
          <Badge tone="warning" className="justify-self-start">
            {t("withdrawn")}
          </Badge>
        )}
      </span>
      <span className="flex shrink-0">
        <button
          type="button"
          aria-label={t("moveUp", { title })}
          disabled={place === 0}
          onClick={() => onMove(place - 1)}
          className={clsx(buttonClass, "max-sm:hidden")}
        >
          <ArrowUp aria-hidden className="size-4" />
        </button>
        <button
          type="button"
          aria-label={t("moveDown", { title })}
          disabled={place === count - 1}
          onClick={() => onMove(place + 1)}
          className={buttonClass}
        >
          <ArrowDown aria-hidden className="size-4" />
        </button>
        <button type="button" aria-label={t("remove", { title })} onClick={onRemove} className={buttonClass}>
          <X aria-hidden className="size-4" />
        </button>
      </span>
    </li>
  );
}
