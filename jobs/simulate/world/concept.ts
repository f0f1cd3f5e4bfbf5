import type { CategoryKey } from "./categories";
import type { GenreSlug } from "./genres";

export const SCENES = [
  "peaks",
  "city",
  "planet",
  "dungeon",
  "forest",
  "sea",
  "desert",
  "cards",
  "hex",
  "iso",
  "castle",
  "arena",
  "maze",
  "road",
  "ruins",
  "snow",
  "cave",
  "farm",
  "station",
  "sky",
] as const;
export type Scene = (typeof SCENES)[number];

export const SUBJECTS = [
  "wanderer",
  "soldier",
  "mech",
  "sword",
  "wolf",
  "ship",
  "rocket",
  "tower",
  "dragon",
  "tree",
  "car",
  "lighthouse",
  "crown",
  "skull",
  "helm",
  "bird",
  "stag",
  "train",
  "key",
  "rook",
  "house",
  "balloon",
  "robot",
  "fish",
  "none",
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const PALETTES = [
  "ember",
  "dusk",
  "neon",
  "frost",
  "jade",
  "abyss",
  "gold",
  "blood",
  "violet",
  "sand",
  "moss",
  "candy",
  "steel",
  "rose",
  "toxic",
  "dawn",
  "noir",
  "coral",
  "mint",
  "cobalt",
] as const;
export type Palette = (typeof PALETTES)[number];

/** How big a production is; sets price, audience, download size and requirements. */
export type Scale = "indie" | "mid" | "big";

/** How sales age: a story is bought early, a steady seller keeps its level, a live game falls slowly and has updates. */
export type Arc = "story" | "steady" | "live";

export type MinimumAge = 3 | 7 | 12 | 16 | 18;

/** One hand-written game of the demo world, in the compact form that it is authored in. */
export interface GameConcept {
  title: string;
  /** The first genre is the one that sets the demand profile. */
  genres: readonly [GenreSlug, ...GenreSlug[]];
  short: string;
  about: readonly string[];
  features: readonly string[];
  /** Comma-separated, most fitting first. */
  tags: string;
  /** Comma-separated category keys. */
  modes: string;
  art: `${Scene}/${Subject}/${Palette}`;
  profile: `${Scale}/${Arc}/${MinimumAge}`;
  isFree?: true;
}

/** An edition or a DLC of a concept named by title. */
export interface ExtraConcept {
  base: string;
  title: string;
  kind: "edition" | "dlc";
  short: string;
  about: readonly string[];
  features: readonly string[];
  art: GameConcept["art"];
}

/** Splits an authored comma list. */
export function splitList(list: string): string[] {
  return list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Splits the authored category list and checks it against the known keys. */
export function splitModes(modes: string, known: ReadonlyMap<string, CategoryKey>): CategoryKey[] {
  return splitList(modes).map((mode) => {
    const key = known.get(mode);
    if (key === undefined) throw new Error(`unknown category ${mode}`);
    return key;
  });
}
