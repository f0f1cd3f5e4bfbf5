"use client";

import { useCallback, useState } from "react";

/** Which games are chosen while games are chosen. */
export function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const toggle = useCallback((gameId: string) => {
    setIds((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(gameId)) next.add(gameId);
      return next;
    });
  }, []);
  return {
    selection: ids && { ids, toggle },
    start: () => setIds(new Set()),
    end: () => setIds(null),
    selectAll: (gameIds: readonly string[]) => setIds(new Set(gameIds)),
    clear: () => setIds(new Set()),
  };
}
