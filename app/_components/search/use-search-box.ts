"use client";

import { useSearchParams } from "next/navigation";
import { type ComponentType, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { usePathname } from "@/app/_i18n/navigation";
import type { SearchPanelProps } from "./search-panel";
import { isApple, isSearchShortcut } from "./search-shortcut";

/** Opens and closes what the search box offers, and loads its code when it is first wanted. */
export function useSearchBox(input: RefObject<HTMLInputElement | null>) {
  const [Panel, setPanel] = useState<ComponentType<SearchPanelProps> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const pathname = usePathname();
  const query = useSearchParams().toString();

  const load = useCallback(() => {
    // Without it the box is still a form; the next time it is gone near, it is asked for again.
    const onMissing = (error: unknown) => console.error(error);
    import("./search-panel").then((code) => setPanel(() => code.SearchPanel), onMissing);
  }, []);

  const open = useCallback(() => {
    load();
    setOpen(true);
  }, [load]);

  const close = useCallback(() => {
    setOpen(false);
    setActiveId(null);
  }, []);

  const address = `${pathname}?${query}`;
  const shownAddress = useRef(address);
  useEffect(() => {
    if (shownAddress.current === address) return;
    shownAddress.current = address;
    close();
    input.current?.blur();
  }, [address, close, input]);

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!isSearchShortcut(event, isApple(navigator))) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [input]);

  return { Panel, isOpen, activeId, setActiveId, open, close, load };
}
