import type { WorldGame } from "./game";

/** Publisher whose games live on another launcher, to which each buyer needs a key. */
const KEY_PUBLISHER = 7;

/** Whether a game is handed over as a licence key of a limited pool. */
export function isSoldByKey(game: WorldGame): boolean {
  return game.publisherIndex === KEY_PUBLISHER && !game.isFree;
}
