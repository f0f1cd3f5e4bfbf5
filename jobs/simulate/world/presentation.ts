import { Random } from "@/jobs/simulate/random";
import { planAccessibility } from "./accessibility";
import type { WorldGame } from "./game";

/** The landing page's carousel, in its order. */
const FEATURED_TITLES = [
  "Wildmark",
  "Sunken Meridian",
  "Saltglass Coast",
  "Neon Prefecture",
  "Chronicle of Aldermere",
  "Velvet Riot",
  "Starless Infantry",
  "Orchard & Co.",
];

/** As many of the featured games have a trailer. */
const TRAILERS = 6;

/** Announced with a name and a date only. */
const UNSEEN_TITLE = "Daughters of the Tide";

/** Announced, and nobody says yet for how much. */
const UNPRICED_TITLE = "Carnival Last Stand";

/** Adds how the store shows a game: where, with what, and what it says of it beside its makers' words. */
export function presentGame(game: WorldGame, seed: number): WorldGame {
  const rank = game.kind === "base" ? FEATURED_TITLES.indexOf(game.title) : -1;
  return {
    ...game,
    featuredRank: rank < 0 ? null : rank + 1,
    hasTrailer: rank >= 0 && rank < TRAILERS,
    hasPictures: game.title !== UNSEEN_TITLE,
    hasPrice: game.title !== UNPRICED_TITLE,
    accessibility: planAccessibility(game, new Random(seed, `accessibility ${game.title}`)),
  };
}
