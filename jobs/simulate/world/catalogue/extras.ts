import type { ExtraConcept } from "@/jobs/simulate/world/concept";

/** The editions and DLC of the demo world; each belongs to a released base game. */
export const EXTRAS: readonly ExtraConcept[] = [
  {
    base: "Chronicle of Aldermere",
    title: "Chronicle of Aldermere: The Drowned Shire",
    kind: "dlc",
    art: "sea/wanderer/jade",
    short: "A flooded county, a new calling and the prophecy nobody filed.",
    about: [
      "South of Aldermere the river kept a county for itself. The Drowned Shire adds a region of reed, ruin and rumour, with twenty hours of quests and a ferryman class.",
    ],
    features: ["A new region larger than the capital", "The Ferryman class", "New companions with old grudges"],
  },
  {
    base: "Chronicle of Aldermere",
    title: "Chronicle of Aldermere: Reeve Edition",
    kind: "edition",
    art: "castle/crown/gold",
    short: "The complete realm, with score, art book and every later chapter.",
    about: [
      "Everything Aldermere ever was in one box: the base game, The Drowned Shire, the recorded score and an art book of two hundred pages.",
    ],
    features: [
      "Base game and The Drowned Shire",
      "Digital score in lossless audio",
      "Art book with the designers’ notes",
    ],
  },
  {
    base: "Seven Winters War",
    title: "Seven Winters War: Eighth Winter",
    kind: "dlc",
    art: "snow/mech/steel",
    short: "A new faction, a frozen sea and the ships that fight on it.",
    about: [
      "The strait froze and the navy stayed. Eighth Winter brings sled-borne artillery, ice-bound battleships and a campaign for the faction that everyone agreed was beaten.",
    ],
    features: ["The Strait Guard faction", "Fourteen missions", "Nine new multiplayer maps"],
  },
  {
    base: "Longhaul Meridian",
    title: "Longhaul Meridian: Northern Routes",
    kind: "dlc",
    art: "snow/car/cobalt",
    short: "Ice roads, fjord ferries and the midnight sun.",
    about: [
      "Twelve hundred kilometres of new road above the sixtieth parallel. Fit the chains, pack a blanket, and wait for the ferry with everybody else.",
    ],
    features: ["Four new countries", "Ice and ferry driving", "Aurora, on the right nights"],
  },
  {
    base: "Saltwind Castaways",
    title: "Saltwind Castaways: Storm Season",
    kind: "dlc",
    art: "sea/ship/abyss",
    short: "Hurricanes, outriggers and the island that was not there yesterday.",
    about: [
      "Storm Season turns the archipelago inside out once a month. Batten down, ride it out, and sail at first light to see what it left behind.",
    ],
    features: ["Dynamic hurricanes", "Outriggers and sea anchors", "A new island with every storm"],
  },
  {
    base: "Granary and Gunpowder",
    title: "Granary and Gunpowder: Mills & Millers",
    kind: "dlc",
    art: "iso/house/gold",
    short: "Wind, water and the politics of flour.",
    about: [
      "Forty new buildings for the most important trade of all. Mills & Millers deepens supply, adds guilds with votes, and finally lets you build on the bridge.",
    ],
    features: ["Forty buildings", "Guild politics", "Bridges you can live on"],
  },
  {
    base: "Thornking",
    title: "Thornking: Rosebud Rebellion",
    kind: "dlc",
    art: "forest/helm/rose",
    short: "A seventh class, a second garden and much worse weeds.",
    about: [
      "The flowers have had enough too. Rosebud Rebellion adds the Florist, a class for people who like to throw things, and an act set in the hothouse of the gods.",
    ],
    features: ["The Florist class", "A complete fifth act", "Two hundred new items"],
  },
  {
    base: "Orchard & Co.",
    title: "Orchard & Co.: Goose Island",
    kind: "dlc",
    art: "sea/house/gold",
    short: "An island, a ferry and rather a lot of geese.",
    about: [
      "It turns out that the goose had family. Goose Island opens a second plot across the water, with perry pears, smokehouses and a feud to settle.",
    ],
    features: [
      "A second farm across the water",
      "Perry, smoking and salting",
      "Eleven new neighbours, most of them geese",
    ],
  },
  {
    base: "Redline Ronin",
    title: "Redline Ronin: Deluxe Edition",
    kind: "edition",
    art: "road/car/blood",
    short: "The game, the soundtrack and three bikes with history.",
    about: [
      "Includes the full game, the seventy-minute soundtrack and three motorcycles out of the clan museum. They are not in good condition. That is rather the point.",
    ],
    features: ["Full base game", "Seventy minutes of soundtrack", "Three museum bikes"],
  },
  {
    base: "Sable Covenant",
    title: "Sable Covenant: Ash Liturgy",
    kind: "dlc",
    art: "dungeon/skull/violet",
    short: "Descend beneath the cathedral to sing with what is buried there.",
    about: [
      "Below the crypt is a choir, and below the choir is the reason for it. Ash Liturgy adds a descent of ten hours, five guardians and curses that harmonise.",
    ],
    features: ["A new descent beneath the world", "Five guardians", "Fourteen curses"],
  },
  {
    base: "Blockhaven",
    title: "Blockhaven: Canal Kit",
    kind: "dlc",
    art: "iso/ship/mint",
    short: "Locks, barges and water that goes where you tell it.",
    about: [
      "Flowing water, at last, and everything to spoil it with: locks, weirs, mills, barges and a heron that judges your masonry.",
    ],
    features: ["Flowing water", "Barges and locks", "Ninety new blocks"],
  },
  {
    base: "Deck of the Drowned",
    title: "Deck of the Drowned: Captain’s Table",
    kind: "dlc",
    art: "cards/fish/coral",
    short: "A fifth gambler sits down, and the sea leans in.",
    about: [
      "The Captain plays with other people’s cards. A new character, sixty cards and a set of house rules that make every old run feel unfamiliar.",
    ],
    features: ["The Captain", "Sixty new cards", "House rules for every tide"],
  },
  {
    base: "Harborlight Tycoon",
    title: "Harborlight Tycoon: Shipyard",
    kind: "dlc",
    art: "sea/ship/steel",
    short: "Why wait for ships when you can launch your own?",
    about: [
      "Lay a keel, rivet a hull and break the bottle. Shipyard lets you design vessels plate by plate and then suffer them in your own harbour.",
    ],
    features: ["Design and launch ships", "Dry docks and sea trials", "Six new scenarios"],
  },
  {
    base: "Wildmark",
    title: "Wildmark: Hunter’s Edition",
    kind: "edition",
    art: "peaks/stag/ember",
    short: "The frontier, its music and a cloak that keeps nothing out.",
    about: [
      "The full game with the orchestral score, a field guide to all sixty beasts and the Ragged Cloak, which offers no protection and enormous charm.",
    ],
    features: ["Full base game", "Illustrated field guide", "Orchestral score"],
  },
];
