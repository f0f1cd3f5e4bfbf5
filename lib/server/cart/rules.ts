import type { UnavailableReason } from "@/lib/shared/cart";
import type { Day } from "@/lib/shared/day";
import type { GameKind, GameStatus } from "@/prisma/generated/enums";
import { isReleasedOn } from "../catalogue/rules";

/** What decides whether a game can be bought. */
export type SaleState = {
  status: GameStatus;
  releaseDate: Date | null;
  hasPrice: boolean;
  isOwned: boolean;
  /** The game is sold with a key from a pool, and no key is left. */
  isSoldOut: boolean;
};

/** Why a game cannot be bought on that UTC day, or null where it can. */
export function findObstacle(game: SaleState, today: Day): UnavailableReason | null {
  if (game.isOwned) return "owned";
  if (game.status !== "published") return "not_sold";
  if (!isReleasedOn(game.releaseDate, today)) return "not_released";
  if (!game.hasPrice) return "not_sold";
  return game.isSoldOut ? "sold_out" : null;
}

/** What tells which games a game needs: its kind, its base game and the editions with that. */
type Dependent = { kind: GameKind; baseGame: { id: string; extras: readonly { id: string }[] } | null };

/** The game that a DLC needs, or an edition with it; no other game needs one. */
export function listBaseIds({ kind, baseGame }: Dependent): string[] {
  return kind === "dlc" && baseGame ? [baseGame.id, ...baseGame.extras.map(({ id }) => id)] : [];
}

/** A game that shall be bought: what stands in its way by itself, and which games stand for the one that it needs. */
export type Wanted = {
  gameId: string;
  obstacle: UnavailableReason | null;
  /** The base game of a DLC and the editions with it: one of them is enough. Empty for a game that needs none. */
  baseIds: readonly string[];
};

/**
 * What stands in the way of each game when all are bought together: one that needs another game can be bought only
 * with it, or by who owns it. A game that cannot be bought itself is of no use to another.
 */
export function applyBaseRule(
  wanted: readonly Wanted[],
  ownedIds: ReadonlySet<string>,
): Map<string, UnavailableReason | null> {
  const obstacles = new Map(wanted.map(({ gameId, obstacle }) => [gameId, obstacle]));
  const isThere = (gameId: string) => ownedIds.has(gameId) || obstacles.get(gameId) === null;
  let isSettled = false;
  while (!isSettled) {
    const next = wanted.find(
      ({ gameId, baseIds }) => obstacles.get(gameId) === null && baseIds.length > 0 && !baseIds.some(isThere),
    );
    if (next) obstacles.set(next.gameId, "needs_base");
    isSettled = !next;
  }
  return obstacles;
}
