"use client";

import { useEffect, useState } from "react";
import { recentRemoved } from "@/lib/client/features/search/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import type { SearchOption } from "./search-options";

/** Where the arrow leads from a place in a list that has the box itself before its first row; -1 is the box. */
export function stepOption(from: number, key: "ArrowDown" | "ArrowUp", count: number): number {
  const places = count + 1;
  return ((from + 1 + (key === "ArrowDown" ? 1 : -1) + places) % places) - 1;
}

/** The row that the keys are on, and the keys of the box: arrows walk, Enter follows, Delete forgets a recent search. */
export function useSearchKeys(input: HTMLInputElement, options: readonly SearchOption[]) {
  const dispatch = useAppDispatch();
  const [activeId, setActiveId] = useState<string | null>(null);
  const index = options.findIndex(({ id }) => id === activeId);
  const active = options[index];

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        setActiveId(options[stepOption(index, event.key, options.length)]?.id ?? null);
      } else if (event.key === "Enter" && active) {
        event.preventDefault();
        document.getElementById(active.id)?.click();
      } else if (event.key === "Delete" && active?.kind === "recent") {
        event.preventDefault();
        dispatch(recentRemoved(active.text));
      }
    };
    const onInput = () => setActiveId(null);
    input.addEventListener("keydown", onKeyDown);
    input.addEventListener("input", onInput);
    return () => {
      input.removeEventListener("keydown", onKeyDown);
      input.removeEventListener("input", onInput);
    };
  }, [input, options, index, active, dispatch]);

  useEffect(() => {
    if (active) document.getElementById(active.id)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return { activeId: active?.id ?? null, setActiveId };
}
