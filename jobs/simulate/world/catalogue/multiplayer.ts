import type { GameConcept } from "@/jobs/simulate/world/concept";

/** The multiplayer games of the demo world. */
export const MULTIPLAYER: readonly GameConcept[] = [
  {
    title: "Couch Comets",
    genres: ["multiplayer", "action"],
    short: "Eight players, one sofa, a solar system to ricochet around.",
    about: [
      "Everybody is a comet. Everybody has one button. Orbit, slingshot and shatter through sixty tiny solar systems.",
      "Grandparents have beaten tournament players at this. We have the footage.",
    ],
    features: ["One-button controls", "Phones work as controllers", "Sixty arenas with their own gravity"],
    tags: "Party Game, Local Multiplayer, Casual, Family Friendly, Physics",
    modes: "mp,local,pvp,pad,ach,share",
    art: "planet/none/candy",
    profile: "indie/live/3",
  },
  {
    title: "Goblin Garage League",
    genres: ["multiplayer", "sandbox"],
    short: "Build a car out of rubbish in three minutes, then race it against people who also did that.",
    about: [
      "A lobby, a scrapyard and a clock. Weld what you find, test nothing, line up. Goblin Garage League is equal parts engineering and regret.",
      "Championships run weekly. The rule book is one page and has been eaten.",
    ],
    features: [
      "Free-form building against the clock",
      "Races for twelve, demolition for eight",
      "Keep the blueprints of what survived",
    ],
    tags: "Racing, Building, Physics, Funny, PvP",
    modes: "mp,pvp,cross,pad,ach,mods",
    art: "road/mech/toxic",
    profile: "indie/live/7",
  },
  {
    title: "Ghost Shift",
    genres: ["multiplayer", "puzzle"],
    short: "Four night guards, one museum, and a fifth player who used to work here.",
    about: [
      "Three shifts a night. Guards restore the exhibits; the ghost rearranges them. Nobody is sure how many of the statues are people.",
      "An asymmetrical hide-and-seek that gets quieter the better everybody becomes.",
    ],
    features: [
      "Four against one, roles rotate",
      "Museums that never repeat",
      "Voice chat through walls and walkie-talkies",
    ],
    tags: "Asymmetric, Horror, Funny, Co-op, Social Deduction",
    modes: "mp,coop,ocoop,pvp,cross,pad,ach",
    art: "dungeon/none/cobalt",
    profile: "indie/live/12",
  },
  {
    title: "Bumper Bay",
    genres: ["multiplayer", "action"],
    short: "Sumo with boats. Bring a friend, lose a friend, fish them out.",
    about: [
      "Push everyone else off the bay before the tide does. Bumper Bay has ten boats, three weapons and one rule about the lighthouse.",
      "Tournaments, teams and a campaign for two that is secretly a love story between tugboats.",
    ],
    features: ["Water physics you will blame", "Ten boats from dinghy to ferry", "Two-player campaign"],
    tags: "Party Game, Physics, Local Multiplayer, Cute, Arcade",
    modes: "mp,local,pvp,coop,pad,ach,share",
    art: "sea/ship/candy",
    profile: "indie/live/3",
  },
  {
    title: "Heist Club Nocturne",
    genres: ["multiplayer", "strategy", "action"],
    short: "Gentleman thievery for four: plan it, rehearse it, ruin it.",
    about: [
      "Meet at the club, pick a mark, study the house, buy the forged invitation. Then go in, and see how long the plan survives the dog.",
      "Stealth, disguise and sleight of hand for four specialists. Violence is possible and terribly bad form.",
    ],
    features: [
      "Eighteen houses with daily routines",
      "Six specialists, four seats",
      "Rehearsal mode with a ghost of the plan",
    ],
    tags: "Co-op, Stealth, Heist, Stylish, Tactical",
    modes: "mp,coop,ocoop,cross,pad,cloud,ach",
    art: "city/key/noir",
    profile: "mid/live/12",
  },
  {
    title: "Potion Panic Party",
    genres: ["multiplayer", "simulation"],
    short: "Brew together, explode together. A shouting game for two to six.",
    about: [
      "The recipe is on your screen, the ingredients are on everyone else’s. Shout, stir, and do not lick the ladle.",
      "Thirty-six potions across a campaign of worsening customers, with a party mode that mixes players who joined by phone.",
    ],
    features: ["Two to six players, one cauldron", "Join by phone, no download", "Kitchen hazards with feelings"],
    tags: "Party Game, Co-op, Cooking, Funny, Family Friendly",
    modes: "mp,coop,local,ocoop,cross,pad,ach,share",
    art: "cave/none/toxic",
    profile: "indie/live/3",
  },
];
