"use client";

import { useEffect } from "react";
import { type ViewedGame, viewedStore } from "@/lib/client/viewed/viewed-store";

/** Remembers in this browser that the game's page was looked at. */
export function RecordView({ game }: { game: ViewedGame }) {
  useEffect(() => viewedStore.add(game), [game]);
  return null;
}
