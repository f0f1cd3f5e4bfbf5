import type { Random } from "@/jobs/simulate/random";
import type { Scale } from "./concept";
import type { GenreSlug } from "./genres";

/** Whom a feature helps: people who see, hear, move or think differently. */
export type AccessibilityArea = "vision" | "hearing" | "motor" | "cognitive";

type Feature = {
  slug: string;
  name: string;
  area: AccessibilityArea;
  /** Share of large productions that have it. */
  share: number;
  /** Genres in which it means something; all where it is left out. */
  genres?: readonly GenreSlug[];
};

/** What games do for players with a disability. */
export const ACCESSIBILITY_FEATURES: readonly Feature[] = [
  { slug: "text-size", name: "Adjustable text size", area: "vision", share: 0.85 },
  { slug: "high-contrast", name: "High-contrast mode", area: "vision", share: 0.55 },
  { slug: "colour-filters", name: "Colour-blind filters", area: "vision", share: 0.8 },
  { slug: "narrated-menus", name: "Narrated menus", area: "vision", share: 0.4 },
  { slug: "subtitle-options", name: "Subtitle options", area: "hearing", share: 0.9 },
  { slug: "sound-captions", name: "Captions for sounds", area: "hearing", share: 0.45 },
  { slug: "visual-sound-cues", name: "Visual cues for sounds", area: "hearing", share: 0.5 },
  { slug: "remappable-controls", name: "Remappable controls", area: "motor", share: 0.95 },
  { slug: "one-handed-play", name: "One-handed play", area: "motor", share: 0.3 },
  { slug: "hold-to-toggle", name: "Toggle instead of hold", area: "motor", share: 0.6 },
  {
    slug: "aim-assist",
    name: "Aim assistance",
    area: "motor",
    share: 0.9,
    genres: ["action", "fps", "battle-royale", "multiplayer"],
  },
  { slug: "difficulty-options", name: "Difficulty options", area: "cognitive", share: 0.85 },
  { slug: "pause-anytime", name: "Pause at any time", area: "cognitive", share: 0.75 },
  { slug: "replayable-tutorials", name: "Replayable tutorials", area: "cognitive", share: 0.55 },
  { slug: "reduced-motion", name: "Reduced motion", area: "cognitive", share: 0.6 },
];

/** Smaller teams build less of it. */
const SCALE_FACTOR: Readonly<Record<Scale, number>> = { indie: 0.55, mid: 0.8, big: 1 };

/** The features of a game, by what its production can afford and its genre asks for. */
export function planAccessibility(
  game: { scale: Scale; genres: readonly GenreSlug[] },
  random: Random,
): readonly string[] {
  return ACCESSIBILITY_FEATURES.filter(({ share, genres }) => {
    const isDrawn = random.chance(share * SCALE_FACTOR[game.scale]);
    return isDrawn && (!genres || game.genres.some((genre) => genres.includes(genre)));
  }).map(({ slug }) => slug);
}
