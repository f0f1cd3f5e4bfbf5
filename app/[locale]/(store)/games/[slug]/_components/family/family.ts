import type { GameCard } from "@/lib/shared/catalogue";
import type { GameDetail } from "@/lib/shared/game-detail";

/** The other games of the family, and what stands for the base game. */
export type Family = {
  /** The base game and the editions with it. */
  main: GameCard[];
  dlc: GameCard[];
  /** The game that a DLC of this family must be bought with; null where the shopper owns it or an edition with it. */
  missingBase: GameCard | null;
};

/** Sorts a game's relatives by what they are to it and to who owns some of them. */
export function toFamily(game: GameDetail, ownedIds: ReadonlySet<string>): Family {
  const base = game.kind === "base" ? game : game.baseGame;
  const relatives = game.baseGame ? [game.baseGame, ...game.extras] : game.extras;
  const standsForBase = [game, ...relatives].filter(({ kind }) => kind !== "dlc");
  const hasBase = standsForBase.some(({ id }) => ownedIds.has(id));
  return {
    main: relatives.filter(({ kind }) => kind !== "dlc"),
    dlc: relatives.filter(({ kind }) => kind === "dlc"),
    missingBase: hasBase ? null : base,
  };
}
