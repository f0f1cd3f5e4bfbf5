import type { GameConcept } from "@/jobs/simulate/world/concept";

/** The open-world games of the demo world. */
export const OPEN_WORLD: readonly GameConcept[] = [
  {
    title: "Wildmark",
    genres: ["open-world", "rpg", "action"],
    short: "A frontier without a map, a beast without a name, and you without shoes.",
    about: [
      "Wake in the Wildmark with nothing. Walk until you have something. Hunt beasts the size of parishes, learn from those who have failed, draw your own map on a hide.",
      "No quest log, no compass, no level gates. What you know is what you have.",
    ],
    features: [
      "Sixty named beasts with territories",
      "Navigation by star, smoke and rumour",
      "Weather that shapes every hunt",
    ],
    tags: "Exploration, Hunting, Fantasy, Atmospheric, Action RPG",
    modes: "sp,coop,ocoop,pad,cloud,ach",
    art: "peaks/wolf/dusk",
    profile: "big/story/16",
  },
  {
    title: "Sunken Meridian",
    genres: ["open-world", "adventure", "survival"],
    short: "Sail the drowned latitudes in a boat you can also live in.",
    about: [
      "The sea rose four hundred metres. Mountaintops are harbours, skyscrapers are reefs, and the wind is the only road left.",
      "Restore a boat, dive cities, trade seeds and stories, and follow a radio signal to the far side of the world.",
    ],
    features: ["Ocean at true horizon distance", "Free diving into drowned cities", "Two-player voyages"],
    tags: "Sailing, Exploration, Post-apocalyptic, Relaxing, Underwater",
    modes: "sp,coop,ocoop,pad,cloud,ach",
    art: "sea/tower/cobalt",
    profile: "big/story/12",
  },
  {
    title: "Highplains Outriders",
    genres: ["open-world", "action", "multiplayer"],
    short: "Ride for the mail, the law or yourself across an honest-to-God frontier.",
    about: [
      "A territory of cattle, copper and bad intentions. Take contracts alone or raise a posse of eight; the plains keep no secrets and neither do saloons.",
      "Horses with temperaments, gunfights that end quickly, and a reputation that rides ahead of you.",
    ],
    features: [
      "A persistent territory for posses of eight",
      "Horses bred, named and mourned",
      "Single-player story of thirty hours",
    ],
    tags: "Western, Horses, Multiplayer, Story Rich, Shooter",
    modes: "sp,mp,coop,ocoop,pvp,pad,cloud,ach,iap",
    art: "desert/wanderer/ember",
    profile: "big/live/18",
  },
  {
    title: "Neon Prefecture",
    genres: ["open-world", "action", "rpg"],
    short:
      "One district, eleven towers, no sky. A dense open world you can cross in ten minutes and know in fifty hours.",
    about: [
      "Small and endlessly deep: Neon Prefecture is a single vertical district with every door open. Private detective, courier, ramen heir: pick a life and the towers will pick a fight.",
      "Interiors everywhere, residents with full days, and a case file that fills from eavesdropping.",
    ],
    features: ["Every door opens", "Nine hundred residents with daily lives", "Play as three intertwined leads"],
    tags: "Cyberpunk, Detective, Story Rich, Immersive Sim, Noir",
    modes: "sp,pad,cloud,ach",
    art: "city/none/neon",
    profile: "big/story/18",
  },
  {
    title: "Isle of a Thousand Gates",
    genres: ["open-world", "puzzle", "adventure"],
    short: "An island, a ring of keys and a thousand doors, only one of which is yours.",
    about: [
      "Each gate leads somewhere small and strange: a stairwell in the sea, a year in a garden, your own kitchen. Find keys, hand them on, make a way home.",
      "Explore at your own pace. The island is shared, silently, with everyone else playing it.",
    ],
    features: ["A thousand handcrafted gates", "Wordless, shared exploration", "Puzzles in any order"],
    tags: "Exploration, Surreal, Relaxing, Beautiful, Mystery",
    modes: "sp,mp,pad,cloud,ach,share",
    art: "sky/key/mint",
    profile: "mid/steady/3",
  },
  {
    title: "Redrock Frontier",
    genres: ["open-world", "survival", "sandbox"],
    short: "Homestead on Mars. Fences are hard, air is harder.",
    about: [
      "Stake a claim, seal a dome, plant a potato. Redrock Frontier is an open-world homesteading game on a planet that has never once been helpful.",
      "Drive for hours, trade with strangers, terraform a crater, and look up when the Earth rises.",
    ],
    features: ["A crater region of 200 square kilometres", "Modular rovers and homes", "Servers for sixteen settlers"],
    tags: "Mars, Crafting, Base Building, Space, Co-op",
    modes: "sp,mp,coop,ocoop,cross,pad,cloud,ach,mods",
    art: "desert/rocket/coral",
    profile: "mid/live/7",
  },
  {
    title: "Far Beacon",
    genres: ["open-world", "simulation", "adventure"],
    short: "Tend lighthouses at the edge of the known galaxy.",
    about: [
      "Ships find their way by your lamps. Fly between them, mend them, meet whoever the dark washes in.",
      "A gentle space game of maintenance and wonder, with planets that have tides and pilots who write back.",
    ],
    features: [
      "A galaxy of hand-placed beacons",
      "Flight model for hands that like to hover",
      "Letters that cross in the post",
    ],
    tags: "Space, Exploration, Relaxing, Atmospheric, Flight",
    modes: "sp,pad,cloud,ach,vr,share",
    art: "planet/lighthouse/frost",
    profile: "mid/steady/3",
  },
];
