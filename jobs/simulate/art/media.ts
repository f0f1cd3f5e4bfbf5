import type { Palette, Scene, Subject } from "@/jobs/simulate/world/concept";
import type { WorldGame } from "@/jobs/simulate/world/game";

/** A picture that every game of the demo world has. */
export interface MediaSlot {
  kind: "cover" | "hero" | "screenshot";
  position: number;
  /** Last part of the storage key, without its extension. */
  name: string;
  width: number;
  height: number;
}

/** The wide artwork, which also stands for a trailer that is not played. */
export const HERO_SLOT: MediaSlot = { kind: "hero", position: 0, name: "hero", width: 1600, height: 900 };

/** The pictures of each game. */
export const MEDIA_SLOTS: readonly MediaSlot[] = [
  { kind: "cover", position: 0, name: "cover", width: 600, height: 800 },
  HERO_SLOT,
  { kind: "screenshot", position: 0, name: "shot-1", width: 1280, height: 720 },
  { kind: "screenshot", position: 1, name: "shot-2", width: 1280, height: 720 },
  { kind: "screenshot", position: 2, name: "shot-3", width: 1280, height: 720 },
];

/** Where a picture lies in the bucket. */
export function mediaKey(slug: string, slot: MediaSlot): string {
  return `kratos/media/${slug}/${slot.name}.webp`;
}

/** Size and length of every trailer. */
export const TRAILER = { width: 640, height: 360, durationMs: 5000 } as const;

/** Where a trailer lies in the bucket. */
export function trailerKey(slug: string): string {
  return `kratos/media/${slug}/trailer.webm`;
}

const SCENE_WORDS: Readonly<Record<Scene, string>> = {
  peaks: "layered mountains under a large low sun",
  city: "a city skyline at night with lit windows",
  planet: "a ringed planet among stars",
  dungeon: "a vaulted stone hall lit from its far end",
  forest: "a misty forest crossed by shafts of light",
  sea: "an open sea under a wide sky",
  desert: "dunes and rock arches in the evening",
  cards: "a fan of ornate playing cards",
  hex: "a map of coloured hexagons",
  iso: "a small town of blocks seen from above",
  castle: "a castle on a hill against the sky",
  arena: "beams of light that meet in a circle",
  maze: "folded geometric planes and stairs",
  road: "a straight road towards a striped sun",
  ruins: "broken towers in drifting smoke",
  snow: "snow-covered pines below an aurora",
  cave: "a cave of glowing crystals",
  farm: "rolling fields with a farmstead",
  station: "a long corridor of a space station",
  sky: "floating islands above the clouds",
};

const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  wanderer: "a cloaked wanderer with a staff",
  soldier: "a soldier in armour",
  mech: "a towering walking machine",
  sword: "a great sword",
  wolf: "a howling wolf",
  ship: "a sailing ship",
  rocket: "a rocket",
  tower: "a tall tower",
  dragon: "a dragon with spread wings",
  tree: "a great tree",
  car: "a car with its lights on",
  lighthouse: "a lighthouse with its beam lit",
  crown: "a crown",
  skull: "a skull",
  helm: "a crested helmet",
  bird: "a bird in flight",
  stag: "a stag",
  train: "a train",
  key: "an ornate key",
  rook: "a chess rook",
  house: "a small house with a lit window",
  balloon: "an airship",
  robot: "a robot",
  fish: "a large fish",
  none: "",
};

const PALETTE_WORDS: Readonly<Record<Palette, string>> = {
  ember: "glowing orange",
  dusk: "purple and orange",
  neon: "neon pink and cyan",
  frost: "pale icy blue",
  jade: "deep green",
  abyss: "dark teal",
  gold: "warm gold",
  blood: "dark red",
  violet: "violet",
  sand: "sandy ochre",
  moss: "mossy green",
  candy: "bright pink and yellow",
  steel: "cold grey",
  rose: "rose and plum",
  toxic: "acid green",
  dawn: "soft morning pink",
  noir: "black and amber",
  coral: "coral and turquoise",
  mint: "mint green",
  cobalt: "deep blue",
};

const SHOT_WORDS = ["exploring", "in the thick of it", "with its status display open"] as const;

/** What a picture shows, for people who cannot see it. */
export function describeMedia(game: Pick<WorldGame, "title" | "art">, slot: MediaSlot): string {
  const { scene, subject, palette } = game.art;
  const withSubject =
    subject === "none" ? SCENE_WORDS[scene] : `${SUBJECT_WORDS[subject]} before ${SCENE_WORDS[scene]}`;
  if (slot.kind === "cover") return `Cover of ${game.title}: ${withSubject}, in ${PALETTE_WORDS[palette]}`;
  if (slot.kind === "hero") return `Artwork of ${game.title}: ${withSubject}`;
  return `Screenshot of ${game.title}, ${SHOT_WORDS[slot.position] ?? "in play"}: ${SCENE_WORDS[scene]} in ${PALETTE_WORDS[palette]}`;
}

/** What a trailer shows, for people who cannot see it; it has no sound. */
export function describeTrailer({ title, art: { scene, subject } }: Pick<WorldGame, "title" | "art">): string {
  const figure = subject === "none" ? "" : ` with ${SUBJECT_WORDS[subject]}`;
  return `Trailer of ${title}, without sound: slow views of ${SCENE_WORDS[scene]}${figure}, two moments of play, then the title`;
}
