import type { GameConcept } from "@/jobs/simulate/world/concept";

/** The sandbox games of the demo world. */
export const SANDBOX: readonly GameConcept[] = [
  {
    title: "Blockhaven",
    genres: ["sandbox", "survival", "multiplayer"],
    short: "Build a harbour town from the seabed up, brick by slightly wonky brick.",
    about: [
      "Every stone is placed, every roof leaks a little, every neighbour has ideas. Blockhaven is a building game with a soft spot for things that are not straight.",
      "Survive the winter storms or switch them off. Invite forty people. Lose an entire weekend to one staircase.",
    ],
    features: [
      "Free-angle building without a grid",
      "Servers for forty builders",
      "Mod kit with the source of every block",
    ],
    tags: "Building, Crafting, Co-op, Relaxing, Moddable",
    modes: "sp,mp,coop,ocoop,cross,pad,cloud,ach,mods",
    art: "iso/house/dusk",
    profile: "mid/live/3",
  },
  {
    title: "Tinkerfall",
    genres: ["sandbox", "puzzle"],
    short: "A sandbox of cogs, ropes and marbles. If it can go wrong, you can automate it.",
    about: [
      "Build chain reactions the size of a cathedral, or get one egg to the other side of the kitchen. Tinkerfall supplies parts, gravity and no supervision.",
      "Community challenges arrive weekly. Solutions are judged on elegance, excess, and noise.",
    ],
    features: [
      "A hundred and ten parts that all connect",
      "Weekly challenges with replays",
      "Slow motion for the good bit",
    ],
    tags: "Physics, Building, Automation, Funny, Level Editor",
    modes: "sp,coop,local,cloud,ach,mods,boards",
    art: "maze/robot/sand",
    profile: "indie/steady/3",
  },
  {
    title: "Pocket Cosmos",
    genres: ["sandbox", "simulation"],
    short: "Make a universe in a jar. Shake gently.",
    about: [
      "Drop in dust, set the constants, wait a billion years. Pocket Cosmos simulates gravity, heat and a suspicious amount of life.",
      "Name your civilisations or flick them off the glass. Either way they will write poems about it.",
    ],
    features: [
      "Real n-body gravity on your graphics card",
      "Life that evolves its own culture",
      "Trade jars with friends",
    ],
    tags: "God Game, Space, Relaxing, Education, Physics",
    modes: "sp,cloud,ach,mods,share",
    art: "planet/none/violet",
    profile: "indie/steady/3",
  },
  {
    title: "Mudworks",
    genres: ["sandbox", "simulation", "multiplayer"],
    short: "Heavy machinery, heavier rain. Dig holes with your friends.",
    about: [
      "Ground you can truly dig, machines that truly sink. Mudworks puts you in the cab of thirty excavators, dumpers and things with no official name.",
      "Contracts, free dig and a co-op canal that has taken one community eleven months.",
    ],
    features: ["Fully deformable terrain", "Thirty working machines", "Co-op sites for eight"],
    tags: "Vehicles, Physics, Co-op, Relaxing, Realistic",
    modes: "sp,mp,coop,ocoop,pad,cloud,ach,mods",
    art: "desert/car/sand",
    profile: "mid/steady/3",
  },
  {
    title: "Skyloom",
    genres: ["sandbox", "adventure"],
    short: "Weave islands out of cloud and hang your house from the moon.",
    about: [
      "In Skyloom you do not place blocks; you pull threads. Draw land out of weather, stitch bridges to your neighbours, dye the evening.",
      "A creative world for small hands and large ideas, online with people you know and nobody else.",
    ],
    features: [
      "Sculpting by weaving, easy to begin",
      "Private worlds for family and friends",
      "Every creation exports as a picture book",
    ],
    tags: "Creative, Cute, Family Friendly, Building, Co-op",
    modes: "sp,mp,coop,ocoop,pad,cloud,ach,share",
    art: "sky/house/candy",
    profile: "indie/steady/3",
  },
  {
    title: "Dustbox Physics Club",
    genres: ["sandbox", "action"],
    short: "Everything falls, burns, bends or bounces. Homework is optional.",
    about: [
      "Two hundred materials, one small box and an eraser. Pour, freeze, ignite, vote on what happens next.",
      "A falling-sand sandbox with a campaign of impossible lab assignments and a multiplayer mode that resembles detention.",
    ],
    features: ["Two hundred reacting materials", "Assignments with absurd grading", "Shared boxes for eight"],
    tags: "Physics, Destruction, Pixel Graphics, Funny, Education",
    modes: "sp,mp,coop,ocoop,cloud,ach,mods",
    art: "iso/none/toxic",
    profile: "indie/steady/7",
  },
];
