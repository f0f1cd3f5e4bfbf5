import type { GenreSlug } from "./genres";

/** A made-up publisher with the studios that it publishes. */
export interface PublisherConcept {
  name: string;
  description: string;
  studios: readonly string[];
  /** Genres that it is known for. */
  focus: readonly GenreSlug[];
  /** How large the house is; larger ones publish more of the big games. */
  weight: number;
}

/** The publishers of the demo world. None of them exists. */
export const PUBLISHERS: readonly PublisherConcept[] = [
  {
    name: "Meridian Forge",
    focus: ["rpg", "open-world"],
    weight: 5,
    studios: ["Forge Norrland", "Seventh Anvil", "Meridian South"],
    description:
      "Big worlds, built slowly. Meridian Forge has published ambitious role-playing and open-world games since 2004.",
  },
  {
    name: "Halcyon Interactive",
    focus: ["action", "fps", "moba"],
    weight: 5,
    studios: ["Halcyon Montreux", "Kite & Anchor", "Redoubt Games"],
    description: "A publisher of blockbusters with the seams left visible, and a soft spot for the unlikely sequel.",
  },
  {
    name: "Northlight Works",
    focus: ["survival", "open-world"],
    weight: 4,
    studios: ["Northlight Tromsø", "Pine & Iron", "Coldframe"],
    description: "Games from high latitudes: weather, wilderness and people who talk little.",
  },
  {
    name: "Copper Kettle Games",
    focus: ["simulation", "sandbox"],
    weight: 3,
    studios: ["Copper Kettle", "Small Spoon", "Teatime Systems"],
    description: "Cosy games for long evenings. Every one is playable with one hand and a mug.",
  },
  {
    name: "Paperlantern",
    focus: ["adventure", "puzzle"],
    weight: 3,
    studios: ["Paperlantern Osaka", "Folded Corner", "Moth & Flame"],
    description: "Hand-drawn games by small teams, with generous schedules and no crunch.",
  },
  {
    name: "Black Anchor",
    focus: ["survival", "adventure"],
    weight: 4,
    studios: ["Black Anchor Bristol", "Undertow", "Nine Fathoms"],
    description: "Salt, storms and things below. If it floats or sinks, Black Anchor has published it.",
  },
  {
    name: "Sundial Collective",
    focus: ["puzzle", "card"],
    weight: 2,
    studios: ["Sundial", "Gnomon", "Long Shadow Studio"],
    description: "A cooperative owned by the people who make its games. Profits are split at noon on midsummer’s day.",
  },
  {
    name: "Ironbridge Digital",
    focus: ["simulation", "strategy"],
    weight: 4,
    studios: ["Ironbridge Leeds", "Gantry", "Slag & Spark"],
    description: "Simulations with grease under the nails: trains, ports, lorries and everything that carries them.",
  },
  {
    name: "Vantablade",
    focus: ["action", "battle-royale"],
    weight: 3,
    studios: ["Vantablade", "Hard Edge", "Null Studio"],
    description: "Sharp action games. Fast to learn, slow to forgive.",
  },
  {
    name: "Tessellate",
    focus: ["puzzle"],
    weight: 2,
    studios: ["Tessellate", "Quarter Turn", "Euler’s Attic"],
    description: "Puzzles with one idea each, followed to the end.",
  },
  {
    name: "Foxfire & Sons",
    focus: ["rpg", "adventure"],
    weight: 3,
    studios: ["Foxfire", "Bramblewood", "Hollow Log"],
    description: "Folk tales, old woods and the occasional goose. A family firm, mostly.",
  },
  {
    name: "Parallax Union",
    focus: ["strategy", "simulation"],
    weight: 3,
    studios: ["Parallax Kraków", "Second Orbit", "Apogee Lane"],
    description: "Science fiction that shows its working. Rockets included.",
  },
  {
    name: "Grand Bazaar Games",
    focus: ["strategy", "card"],
    weight: 2,
    studios: ["Grand Bazaar", "Brass Abacus", "Caravan Nine"],
    description: "Strategy games about trade, tact and taking your time.",
  },
  {
    name: "Loud Neighbour",
    focus: ["multiplayer"],
    weight: 3,
    studios: ["Loud Neighbour", "Upstairs", "Thin Walls"],
    description: "Party games for people in the same room, or at least in the same shouting match.",
  },
  {
    name: "Obsidian Choir",
    focus: ["rpg", "action"],
    weight: 3,
    studios: ["Choir of Ghent", "Vesper Studio", "Cold Nave"],
    description: "Gothic games with great soundtracks. Wear headphones, leave a light on.",
  },
  {
    name: "Brightside Arcade",
    focus: ["action", "multiplayer"],
    weight: 2,
    studios: ["Brightside", "Coin Return", "Hi-Score Club"],
    description: "Arcade games made as if the machine were still in the corner shop.",
  },
  {
    name: "Cartwheel",
    focus: ["sandbox", "multiplayer"],
    weight: 2,
    studios: ["Cartwheel", "Grass Stain", "Two Left Shoes"],
    description: "Playful games for all ages, tested on real children and reluctant aunts.",
  },
  {
    name: "Tidewater Press",
    focus: ["adventure", "card"],
    weight: 2,
    studios: ["Tidewater", "Inkwell House", "Marginalia"],
    description: "Narrative games from former book people. Expect footnotes.",
  },
  {
    name: "Static Palace",
    focus: ["moba", "survival"],
    weight: 3,
    studios: ["Static Palace", "Channel Zero", "Test Card"],
    description: "Neon, noise and night time. Independent since the day the cable was cut.",
  },
  {
    name: "Longbow Tactical",
    focus: ["fps", "battle-royale"],
    weight: 3,
    studios: ["Longbow", "Overwatch Hill", "Ridgeline"],
    description: "Careful shooters and careful wars, researched with people who were there.",
  },
];
