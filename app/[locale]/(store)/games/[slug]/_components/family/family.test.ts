import { describe, expect, it } from "vitest";
import type { GameCard } from "@/lib/shared/catalogue";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toFamily } from "./family";

const card = (id: string, kind: GameCard["kind"]) => ({ id, kind }) as GameCard;
const [base, gold, sands, ice] = [
  card("base", "base"),
  card("gold", "edition"),
  card("sands", "dlc"),
  card("ice", "dlc"),
];
const page = (game: GameCard, baseGame: GameCard | null, extras: GameCard[]) =>
  ({ ...game, baseGame, extras }) as GameDetail;

const ids = (games: GameCard[]) => games.map(({ id }) => id);

describe("the family of a game", () => {
  it("is sorted into what stands for the base game and what needs it", () => {
    const family = toFamily(page(base, null, [gold, sands, ice]), new Set());
    expect([ids(family.main), ids(family.dlc)]).toEqual([["gold"], ["sands", "ice"]]);
    const ofDlc = toFamily(page(sands, base, [gold, ice]), new Set());
    expect([ids(ofDlc.main), ids(ofDlc.dlc)]).toEqual([["base", "gold"], ["ice"]]);
  });

  it.each([
    { owned: [], missing: "base" },
    { owned: ["sands"], missing: "base" },
    { owned: ["base"], missing: undefined },
    { owned: ["gold"], missing: undefined },
  ])("misses $missing for who owns $owned", ({ owned, missing }) => {
    for (const game of [page(base, null, [gold, sands]), page(sands, base, [gold])]) {
      expect(toFamily(game, new Set(owned)).missingBase?.id).toBe(missing);
    }
  });
});
