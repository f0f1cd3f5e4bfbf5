/** The store's genres; slugs are the ones in URLs. */
export const GENRES = [
  { slug: "action", name: "Action", description: "Fast hands, quick wits and fights that leave you breathless." },
  {
    slug: "adventure",
    name: "Adventure",
    description: "Stories to walk into: places, people and secrets worth the detour.",
  },
  { slug: "strategy", name: "Strategy", description: "Plan, build, outthink. One more turn never hurt anybody." },
  { slug: "fps", name: "FPS", description: "First-person shooters, from tense squad tactics to glorious chaos." },
  {
    slug: "simulation",
    name: "Simulation",
    description: "Run a railway, keep bees, fly at dawn: other lives, well made.",
  },
  { slug: "puzzle", name: "Puzzle", description: "Small rooms with big ideas, and the click when it all makes sense." },
  { slug: "battle-royale", name: "Battle Royale", description: "Many drop in, one walks out." },
  { slug: "multiplayer", name: "Multiplayer", description: "Better together, on one sofa or across an ocean." },
  {
    slug: "survival",
    name: "Survival",
    description: "Hunger, weather and the things in the dark. Make it to morning.",
  },
  { slug: "card", name: "Card", description: "Draw, bluff, combine: decks to build and duels to win." },
  { slug: "rpg", name: "RPG", description: "Make a hero, make a choice, live with both." },
  { slug: "open-world", name: "Open-world", description: "A horizon, and nothing that stops you from going there." },
  { slug: "sandbox", name: "Sandbox", description: "Toys with no wrong answer. Build it, break it, share it." },
  { slug: "moba", name: "MOBA", description: "Lanes, heroes and five minds that have to become one." },
] as const;

export type GenreSlug = (typeof GENRES)[number]["slug"];

/** Every genre slug, in the store's order. */
export const GENRE_SLUGS: readonly GenreSlug[] = GENRES.map((genre) => genre.slug);
