import { Random } from "@/jobs/simulate/random";
import type { World } from "@/jobs/simulate/world/game";
import { GENRE_SLUGS, type GenreSlug } from "@/jobs/simulate/world/genres";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { addDays, type Day } from "@/lib/shared/day";

/** When a shopper buys: at launch, after the reviews, or at a discount. */
export type Patience = "day-one" | "wait-and-see" | "discount";

type PlayerType = {
  name: string;
  share: number;
  activity: number;
  likes: readonly GenreSlug[];
  patience: readonly [number, number, number];
};

/** Kinds of players; `patience` weighs day-one, wait-and-see and discount buyers. */
const PLAYER_TYPES: readonly PlayerType[] = [
  {
    name: "collector",
    share: 0.1,
    activity: 2.1,
    likes: ["rpg", "adventure", "strategy", "action"],
    patience: [2, 1, 4],
  },
  {
    name: "competitor",
    share: 0.17,
    activity: 1,
    likes: ["fps", "moba", "battle-royale", "multiplayer"],
    patience: [5, 2, 1],
  },
  {
    name: "storyteller",
    share: 0.2,
    activity: 0.95,
    likes: ["adventure", "rpg", "open-world", "card"],
    patience: [2, 4, 2],
  },
  {
    name: "tinkerer",
    share: 0.18,
    activity: 1,
    likes: ["simulation", "sandbox", "strategy", "survival"],
    patience: [2, 3, 3],
  },
  {
    name: "thinker",
    share: 0.13,
    activity: 0.85,
    likes: ["puzzle", "card", "strategy", "simulation"],
    patience: [1, 3, 4],
  },
  {
    name: "socialiser",
    share: 0.14,
    activity: 0.8,
    likes: ["multiplayer", "sandbox", "action", "survival"],
    patience: [3, 3, 2],
  },
  {
    name: "bargain hunter",
    share: 0.08,
    activity: 1.2,
    likes: ["action", "survival", "open-world", "puzzle"],
    patience: [0, 1, 9],
  },
];

/** A shopper as the simulator sees one. */
export interface Shopper {
  id: string;
  name: string;
  email: string;
  type: string;
  patience: Patience;
  /** Index of the day of the store's history on which they joined; negative before the opening. */
  joinedIndex: number;
  joinedDay: Day;
  activity: number;
  /** Taste for each genre in the order of GENRE_SLUGS, around 1. */
  taste: Float32Array;
}

const FIRST_NAMES =
  "Ada Alba Amir Ana Anders Anja Anouk Arun Astrid Aya Bastian Bea Björn Bruno Carla Cem Chidi Clara Dana Dario Dina Edda Elif Elio Emeka Emil Enzo Esra Eva Fabio Farah Felix Finn Freya Gabriel Gita Greta Hana Hugo Ida Ilya Imani Ines Iris Ivo Jada Jana Jens Jonas Juno Kai Kavya Kenji Lars Lea Leila Leo Lina Luca Luis Mads Maja Malik Mara Marco Mei Mika Milan Mina Mira Nadia Naomi Nico Nils Noor Nora Olga Omar Oskar Otto Pablo Paula Pia Priya Quinn Rafael Remy Rosa Ruben Sana Sara Selma Sina Stella Sven Talia Tariq Theo Tilda Tom Uma Vera Viggo Wanda Yara Yusuf Zara Zoe".split(
    " ",
  );
const LAST_INITIALS = "ABCDEFGHIJKLMNOPRSTVWYZ";

/** Shoppers from before the opening; the rest join evenly until two months before the last day. */
const FOUNDING_SHARE = 0.55;
const LAST_JOIN_BEFORE_END = 50;
const PATIENCES: readonly Patience[] = ["day-one", "wait-and-see", "discount"];

function drawTaste(type: PlayerType, random: Random): Float32Array {
  return Float32Array.from(GENRE_SLUGS, (genre) => {
    const rank = type.likes.indexOf(genre);
    return (rank < 0 ? 0.55 : 2.2 - 0.35 * rank) * random.gamma(4);
  });
}

/** The shoppers of the demo world, in the order in which they joined. */
export function buildShoppers(world: World, count: number, days: number): Shopper[] {
  const random = new Random(world.seed, "shoppers");
  const shares = PLAYER_TYPES.map((type) => type.share);
  const joined = Array.from({ length: count }, () =>
    random.chance(FOUNDING_SHARE) ? -random.int(1, 40) : random.int(0, Math.max(0, days - LAST_JOIN_BEFORE_END)),
  ).sort((left, right) => left - right);
  return joined.map((joinedIndex, index) => {
    const type = PLAYER_TYPES[random.weightedIndex(shares)];
    if (!type) throw new Error("no player type");
    const first = random.pick(FIRST_NAMES);
    return {
      id: namedUuid(`shopper ${world.seed} ${index}`),
      name: `${first} ${random.pick([...LAST_INITIALS])}.`,
      email: `${first
        .normalize("NFKD")
        .replace(/[^a-zA-Z]/g, "")
        .toLowerCase()}.${index + 1}@shoppers.kratos.test`,
      type: type.name,
      patience: PATIENCES[random.weightedIndex(type.patience)] ?? "discount",
      joinedIndex,
      joinedDay: addDays(world.openingDay, joinedIndex),
      activity: type.activity * random.gamma(1.6),
      taste: drawTaste(type, random),
    };
  });
}
