"use client";

import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { findDropTarget, type RowPlace, toScrollStep } from "./drop-target";

/** A row that is dragged: how far it is from its place, and before which row it would be dropped. */
export type Drag = { id: string; offset: number; before: string | null };

type Grip = { id: string; startY: number; rows: RowPlace[]; isMoved: boolean };

function measureRows(list: HTMLElement | null): RowPlace[] {
  const rows = list?.querySelectorAll<HTMLElement>("[data-wish]") ?? [];
  return Array.from(rows, (row) => {
    const { top, height } = row.getBoundingClientRect();
    return { id: row.dataset.wish ?? "", top: top + window.scrollY, height };
  });
}

/**
 * Lets rows with `data-wish` be dragged by their handles, with mouse, pen or finger. Near the window's edges the page
 * scrolls; Escape lets the row go back. Who cannot drag has the keys of the handle and the row's menu.
 */
export function useDragOrder(onDrop: (id: string, before: string | null) => void) {
  const list = useRef<HTMLUListElement>(null);
  const grip = useRef<Grip | null>(null);
  const pointerY = useRef(0);
  const [drag, setDrag] = useState<Drag | null>(null);
  const draggedId = drag?.id;

  const follow = () => {
    if (!grip.current) return;
    const { id, startY, rows } = grip.current;
    const pageY = pointerY.current + window.scrollY;
    setDrag({ id, offset: pageY - startY, before: findDropTarget(rows, id, pageY) });
  };
  const letGo = () => {
    grip.current = null;
    setDrag(null);
  };
  const followScroll = useEffectEvent(follow);
  const giveUp = useEffectEvent(letGo);

  useEffect(() => {
    if (!draggedId) return;
    let frame = 0;
    const scroll = () => {
      const step = toScrollStep(pointerY.current, window.innerHeight);
      if (step !== 0) {
        window.scrollBy(0, step);
        followScroll();
      }
      frame = requestAnimationFrame(scroll);
    };
    frame = requestAnimationFrame(scroll);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") giveUp();
    };
    window.addEventListener("keydown", onKey);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("keydown", onKey);
    };
  }, [draggedId]);

  const handleOf = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointerY.current = event.clientY;
      grip.current = { id, startY: event.clientY + window.scrollY, rows: measureRows(list.current), isMoved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      pointerY.current = event.clientY;
      if (grip.current) grip.current.isMoved = true;
      follow();
    },
    onPointerUp: () => {
      const held = grip.current;
      // Not what was rendered: a quick hand lets go before that.
      if (held?.isMoved) onDrop(held.id, findDropTarget(held.rows, held.id, pointerY.current + window.scrollY));
      letGo();
    },
    onPointerCancel: letGo,
  });
  return { list, drag, handleOf };
}
