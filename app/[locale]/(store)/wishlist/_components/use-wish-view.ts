"use client";

import { useSearchParams } from "next/navigation";
import { isFiltered, readWishView, toWishParams, type WishView } from "@/lib/shared/wish-view";

/** What the address says of the list. A change needs no server: the whole list is in the browser. */
export function useWishView() {
  const params = useSearchParams();
  const view = readWishView(Object.fromEntries(params));
  const setView = (change: Partial<WishView>) => {
    const query = toWishParams({ ...view, ...change }).toString();
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
  };
  return { view, setView, isFiltered: isFiltered(view), canOrder: view.sort === "own" && !isFiltered(view) };
}
