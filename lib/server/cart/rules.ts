import type { UnavailableReason } from "@/lib/shared/cart";
import type { Day } from "@/lib/shared/day";
import type { GameStatus } from "@/prisma/generated/enums";
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
