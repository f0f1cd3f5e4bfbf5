import { placeBefore } from "@/lib/shared/place-before";
import type { Wish } from "@/lib/shared/wishlist";

/** A wishlist as a browser knows it: the games in order, and what it was told of them. */
export type WishList = { gameIds: string[]; wishes: Record<string, Wish> };

/** Names a game where nothing more is known of it. */
export type WishedGame = { gameId: string; title: string };

/** What the visitor did to the wishlist. */
export type WishChange =
  | { kind: "add"; game: WishedGame; wish?: Wish; before?: string | null }
  | { kind: "remove"; game: WishedGame }
  | { kind: "move"; game: WishedGame; before: string | null }
  | { kind: "note"; game: WishedGame; note: string };

/** The wishlist after a change; one that does not fit any more changes nothing. */
export function applyChange(list: WishList, change: WishChange): WishList {
  const { gameIds, wishes } = list;
  const { gameId } = change.game;
  const isThere = gameIds.includes(gameId);
  switch (change.kind) {
    case "add": {
      if (isThere) return list;
      const known = change.wish ? { ...wishes, [gameId]: change.wish } : wishes;
      return { gameIds: placeBefore(gameIds, gameId, change.before ?? null), wishes: known };
    }
    case "remove":
      return isThere ? { gameIds: gameIds.filter((id) => id !== gameId), wishes } : list;
    case "move":
      return isThere ? { gameIds: placeBefore(gameIds, gameId, change.before), wishes } : list;
    case "note": {
      const wish = wishes[gameId];
      return isThere && wish ? { gameIds, wishes: { ...wishes, [gameId]: { ...wish, note: change.note } } } : list;
    }
  }
}

/** The change that takes a removal back: where the game stood, with what was known of it. */
export function toUndo({ gameIds, wishes }: WishList, game: WishedGame): WishChange {
  const index = gameIds.indexOf(game.gameId);
  const wish = wishes[game.gameId];
  return { kind: "add", game, before: gameIds[index + 1] ?? null, ...(wish && { wish }) };
}
