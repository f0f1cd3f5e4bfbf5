import type { GameConcept } from "@/jobs/simulate/world/concept";

/** The battle royale games of the demo world. */
export const BATTLE_ROYALE: readonly GameConcept[] = [
  {
    title: "Last Lantern",
    genres: ["battle-royale", "survival", "multiplayer"],
    short: "Sixty players, one night, and only as much light as you can steal.",
    about: [
      "The ring does not close; the dark does. Carry a lantern and everyone sees you. Carry none and something else will.",
      "Matches last one night of twenty minutes. Dawn counts whoever is still standing in their own light.",
    ],
    features: ["Light as armour, bait and scoreboard", "Solo, duo and trio queues", "New nights every season"],
    tags: "PvP, Horror, Competitive, Shooter, Stealth",
    modes: "mp,pvp,cross,pad,ach,boards,iap",
    art: "forest/lighthouse/violet",
    profile: "mid/live/16",
    isFree: true,
  },
  {
    title: "Skydrop Sixty",
    genres: ["battle-royale", "fps", "multiplayer"],
    short: "Sixty fall, the islands keep falling too. Land well, then keep landing.",
    about: [
      "The arena is an archipelago in mid-air and it is coming down in pieces. Loot fast, glide far, fight on whatever is left.",
      "Movement first, aim second: grapple, slide and wing-suit your way through matches that never stand still.",
    ],
    features: [
      "A map that breaks differently each match",
      "Movement built for replays",
      "Cross-play with input-based lobbies",
    ],
    tags: "Shooter, Fast-Paced, PvP, Parkour, Competitive",
    modes: "mp,pvp,cross,pad,ach,boards,iap",
    art: "sky/soldier/dusk",
    profile: "big/live/16",
  },
  {
    title: "Frostline Royale",
    genres: ["battle-royale", "survival"],
    short: "Battle royale above the tree line. Stay warm, stay armed, stay off the ice.",
    about: [
      "A storm closes on a mountain resort and so do ninety strangers. Fire keeps you alive and gives you away.",
      "Tracks stay in the snow, avalanches have owners and the cable car is the most contested seat in gaming.",
    ],
    features: ["Footprints, avalanches and thin ice", "Skis. Obviously skis", "Squads of four, mountains of ninety"],
    tags: "Snow, PvP, Shooter, Tactical, Multiplayer",
    modes: "mp,pvp,cross,pad,ach,boards",
    art: "snow/none/steel",
    profile: "mid/live/16",
  },
  {
    title: "Feathers & Fury",
    genres: ["battle-royale", "multiplayer", "action"],
    short: "Forty birds. One breadcrumb.",
    about: [
      "Pick a bird, dive into the plaza and steal until nobody else can. Feathers & Fury is a battle royale without guns, blood or dignity.",
      "Gulls grab, owls ambush, pigeons come in numbers. The swan is banned in ranked, for reasons.",
    ],
    features: ["Twenty-two birds with real flight", "Five-minute matches", "Local party mode for eight"],
    tags: "Funny, Party Game, Cute, Family Friendly, PvP",
    modes: "mp,pvp,local,cross,pad,ach,share",
    art: "city/bird/dawn",
    profile: "indie/live/3",
  },
  {
    title: "Carnival Last Stand",
    genres: ["battle-royale", "action", "multiplayer"],
    short: "The rides are running, the gates are locked, and the prizes shoot back.",
    about: [
      "Thirty contestants enter an abandoned fun fair with nothing but tickets. Win games for weapons, win weapons for games.",
      "Every ride is a trap somebody else can operate. The carousel has the highest kill count in the park.",
    ],
    features: [
      "Fairground games under fire",
      "A park you can turn on your enemies",
      "Duos with one shared ticket purse",
    ],
    tags: "PvP, Funny, Shooter, Horror, Party Game",
    modes: "mp,pvp,pad,ach,boards",
    art: "arena/skull/candy",
    profile: "indie/live/16",
  },
];
