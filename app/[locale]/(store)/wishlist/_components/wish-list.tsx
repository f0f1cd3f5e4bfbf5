"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { placeBefore } from "@/lib/shared/place-before";
import type { Wish } from "@/lib/shared/wishlist";
import { useDragOrder } from "./use-drag-order";
import { useWishActions } from "./use-wishes";
import { WishRow, type WishSteps } from "./wish-row";

/** Rows that are shown at first, and more at a time. */
const ROWS = 60;

type WishListProps = { wishes: readonly Wish[]; isReady: boolean; canOrder: boolean };

/** Says where a wish went, and keeps the focus on its handle while it moves under it. */
function useMoves(wishes: readonly Wish[]) {
  const t = useTranslations("wishlist.move");
  const { move } = useWishActions();
  const [said, setSaid] = useState("");
  const refocused = useRef<string | null>(null);
  const order = wishes.map(({ gameId }) => gameId);
  useEffect(() => {
    const handle = refocused.current && document.querySelector<HTMLElement>(`[data-handle="${refocused.current}"]`);
    if (!handle || document.activeElement === handle) return;
    refocused.current = null;
    handle.focus();
  });
  const place = (wish: Wish, before: string | null, isByKey = false) => {
    const next = placeBefore(order, wish.gameId, before);
    if (next.join() === order.join()) return;
    refocused.current = isByKey ? wish.gameId : null;
    setSaid(t("moved", { title: wish.title, place: next.indexOf(wish.gameId) + 1, count: next.length }));
    move(wish, before);
  };
  const toSteps = (wish: Wish, index: number): WishSteps => {
    const go = (before: string | null) => () => place(wish, before, true);
    const [isFirst, isLast] = [index === 0, index === order.length - 1];
    return {
      toTop: isFirst ? undefined : go(order[0] ?? null),
      up: isFirst ? undefined : go(order[index - 1] ?? null),
      down: isLast ? undefined : go(order[index + 2] ?? null),
      toEnd: isLast ? undefined : go(null),
    };
  };
  return { said, place, toSteps };
}

/** The focus of a removed row goes on to the next one, so that the keyboard does not start over. */
function focusNeighbour(gameId: string): void {
  const row = document.querySelector(`[data-wish="${gameId}"]`);
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const target = neighbour?.querySelector<HTMLElement>("h2 a, button") ?? document.getElementById("main");
  target?.focus({ preventScroll: true });
}

/** The wishes, which the shopper orders by dragging, by keys or by each one's menu. */
export function WishList({ wishes, isReady, canOrder }: WishListProps) {
  const t = useTranslations("wishlist");
  const common = useTranslations("common");
  const { remove } = useWishActions();
  const [shownCount, setShownCount] = useState(ROWS);
  const shown = wishes.slice(0, shownCount);
  const { said, place, toSteps } = useMoves(wishes);
  const { list, drag, handleOf } = useDragOrder((id, before) => {
    const wish = wishes.find(({ gameId }) => gameId === id);
    // The end of what is shown is the place before the first wish that is not.
    if (wish) place(wish, before ?? wishes[shownCount]?.gameId ?? null);
  });
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul ref={list} aria-label={t("list")} className="border-line border-b">
        {shown.map((wish, index) => (
          <WishRow
            key={wish.gameId}
            wish={wish}
            isReady={isReady}
            steps={canOrder ? toSteps(wish, index) : null}
            handle={handleOf(wish.gameId)}
            look={{
              isDragged: drag?.id === wish.gameId,
              isTarget: drag !== null && drag.before === wish.gameId,
              offset: drag?.offset ?? 0,
            }}
            onRemove={() => {
              focusNeighbour(wish.gameId);
              remove(wish);
            }}
          />
        ))}
      </ul>
      {wishes.length > shownCount && (
        <Button
          variant="secondary"
          className="justify-self-center"
          onClick={() => setShownCount((count) => count + ROWS)}
        >
          {common("loadMore")}
        </Button>
      )}
    </>
  );
}
