import type { GameConcept } from "@/jobs/simulate/world/concept";

/** The MOBAs of the demo world. */
export const MOBA: readonly GameConcept[] = [
  {
    title: "Wardens of Olun",
    genres: ["moba", "multiplayer", "strategy"],
    short: "Five against five on a living island that picks a side.",
    about: [
      "Olun wakes at minute ten. Tend its shrines and the jungle fights for you; neglect them and it fights everyone. Sixty wardens, no hero ever locked behind a wallet.",
      "Matches of twenty-five minutes, coached ranked play and the friendliest report system in the business.",
    ],
    features: ["Sixty wardens, all unlocked", "A map that joins the battle", "Ranked with built-in coaching"],
    tags: "PvP, Competitive, Team-Based, Fantasy, eSports",
    modes: "mp,pvp,cross,ach,boards,iap",
    art: "arena/dragon/jade",
    profile: "big/live/12",
  },
  {
    title: "Third Lane",
    genres: ["moba", "action", "multiplayer"],
    short: "A third-person MOBA in ten minutes flat. One lane, three heights.",
    about: [
      "One lane on the ground, one on the rooftops, one under the street. Third Lane throws teams of three through all of them at once.",
      "Short matches, vertical fights and a roster of thirty city legends.",
    ],
    features: ["Ten-minute matches", "Fight over, on and under the street", "Thirty legends with two forms each"],
    tags: "PvP, Third-Person, Fast-Paced, Hero Shooter, Team-Based",
    modes: "mp,pvp,cross,pad,ach,boards",
    art: "city/mech/cobalt",
    profile: "mid/live/12",
  },
  {
    title: "Spirit Circuit",
    genres: ["moba", "card", "multiplayer"],
    short: "Draft spirits, wire the lane, let them run. A MOBA for planners.",
    about: [
      "Half circuit board, half battlefield. Spirits follow the current you lay; your opponent is laying theirs across it.",
      "Strategic, readable and kind to slow fingers. Spectators understand it by the second minute.",
    ],
    features: ["Draw the lanes yourself", "Ninety spirits to draft", "Spectator tools for tournaments"],
    tags: "Strategy, PvP, Auto Battler, Competitive, Sci-fi",
    modes: "sp,mp,pvp,cross,cloud,ach,boards",
    art: "hex/robot/neon",
    profile: "indie/live/7",
  },
  {
    title: "Brine & Bronze",
    genres: ["moba", "strategy", "multiplayer"],
    short: "Captains, triremes and sea gods: naval MOBA, six to a crew.",
    about: [
      "Each team is a ship, each player a station. Row, steer, board, pray. Lanes are currents; the jungle has tentacles.",
      "A team game in the oldest sense, with ranked regattas and a pantheon that takes bribes.",
    ],
    features: ["Six crew to a ship, every seat matters", "Sea gods with shifting favour", "Weekly regattas"],
    tags: "Naval, Mythology, Team-Based, PvP, Co-op",
    modes: "mp,pvp,coop,cross,pad,ach,boards",
    art: "sea/helm/gold",
    profile: "mid/live/12",
  },
];
