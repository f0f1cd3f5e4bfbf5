import { describe, expect, it } from "vitest";
import type { Wish } from "@/lib/shared/wishlist";
import { applyChange, toUndo, type WishChange, type WishList } from "./changes";

const list: WishList = { gameIds: ["a", "b", "c"], wishes: { b: { gameId: "b", note: "old" } as Wish } };
const game = (gameId: string) => ({ gameId, title: gameId.toUpperCase() });
const idsAfter = (change: WishChange) => applyChange(list, change).gameIds;

describe("a change of the wishlist", () => {
  it("adds at the end or before a game, and where that game is gone, at the end", () => {
    expect(idsAfter({ kind: "add", game: game("d") })).toEqual(["a", "b", "c", "d"]);
    expect(idsAfter({ kind: "add", game: game("d"), before: "b" })).toEqual(["a", "d", "b", "c"]);
    expect(idsAfter({ kind: "add", game: game("d"), before: "x" })).toEqual(["a", "b", "c", "d"]);
  });

  it("moves before a game or to the end", () => {
    expect(idsAfter({ kind: "move", game: game("c"), before: "a" })).toEqual(["c", "a", "b"]);
    expect(idsAfter({ kind: "move", game: game("a"), before: null })).toEqual(["b", "c", "a"]);
    expect(idsAfter({ kind: "move", game: game("b"), before: "b" }).toSorted()).toEqual(["a", "b", "c"]);
  });

  it("writes a note where the wish is known", () => {
    expect(applyChange(list, { kind: "note", game: game("b"), note: "new" }).wishes.b?.note).toBe("new");
    expect(list.wishes.b?.note).toBe("old");
  });

  it.each<WishChange>([
    { kind: "add", game: game("a") },
    { kind: "remove", game: game("x") },
    { kind: "move", game: game("x"), before: "a" },
    { kind: "note", game: game("a"), note: "unknown" },
    { kind: "note", game: game("x"), note: "gone" },
  ])("that does not fit leaves the very same list: $kind $game.gameId", (change) => {
    expect(applyChange(list, change)).toBe(list);
  });

  it("is taken back with place and note", () => {
    const removed = applyChange(list, { kind: "remove", game: game("b") });
    expect(removed.gameIds).toEqual(["a", "c"]);
    expect(applyChange(removed, toUndo(list, game("b")))).toEqual(list);
    const last = applyChange(list, { kind: "remove", game: game("c") });
    expect(applyChange(last, toUndo(list, game("c"))).gameIds).toEqual(["a", "b", "c"]);
  });
});
