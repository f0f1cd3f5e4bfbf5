import type { Random } from "@/jobs/simulate/random";
import type { Day } from "@/lib/shared/day";
import { CATEGORIES, CATEGORY_KEYS, type CategoryKey } from "./categories";
import {
  type ExtraConcept,
  type GameConcept,
  type MinimumAge,
  PALETTES,
  SCENES,
  SUBJECTS,
  splitList,
  splitModes,
} from "./concept";
import type { ArtBrief, LanguageSupport, WorldAgeRating, WorldGame } from "./game";
import { namedUuid } from "./ids";
import { planPrices } from "./pricing";
import { PUBLISHERS } from "./publishers";
import { planRequirements } from "./requirements";
import { LANGUAGES, listDescriptors, type PlatformSlug, toSlug } from "./vocabulary";

const ESRB: Readonly<Record<MinimumAge, readonly [string, number]>> = {
  3: ["E", 0],
  7: ["E10+", 10],
  12: ["T", 13],
  16: ["M", 17],
  18: ["M", 17],
};
const USK: Readonly<Record<MinimumAge, number>> = { 3: 0, 7: 6, 12: 12, 16: 16, 18: 18 };

function find<Item extends string>(known: readonly Item[], text: string): Item {
  const item = known.find((candidate) => candidate === text);
  if (item === undefined) throw new Error(`unknown art ${text}`);
  return item;
}

/** Reads `scene/subject/palette`. */
export function parseArt(art: string): ArtBrief {
  const [scene = "", subject = "", palette = ""] = art.split("/");
  return { scene: find(SCENES, scene), subject: find(SUBJECTS, subject), palette: find(PALETTES, palette) };
}

/** The store's long description: paragraphs, then what is in it as a list. */
export function toDescription(about: readonly string[], features: readonly string[]): string {
  return [...about, features.map((feature) => `• ${feature}`).join("\n")].join("\n\n");
}

function toCategories(modes: string): string[] {
  const keys = new Set<CategoryKey>(splitModes(modes, CATEGORY_KEYS));
  if (["coop", "ocoop", "local", "pvp"].some((mode) => keys.has(find(["coop", "ocoop", "local", "pvp"], mode))))
    keys.add("mp");
  return CATEGORIES.filter((category) => keys.has(category.key)).map((category) => category.slug);
}

function planPlatforms(scale: WorldGame["scale"], random: Random): PlatformSlug[] {
  const platforms: PlatformSlug[] = ["windows"];
  if (random.chance(scale === "big" ? 0.2 : 0.55)) platforms.push("macos");
  if (random.chance(scale === "big" ? 0.25 : 0.5)) platforms.push("linux");
  if (random.chance(scale === "big" ? 0.5 : 0.75)) platforms.push("steam-deck");
  return platforms;
}

function planLanguages(scale: WorldGame["scale"], random: Random): LanguageSupport[] {
  const count = { indie: random.int(2, 7), mid: random.int(5, 10), big: random.int(9, LANGUAGES.length) }[scale];
  const voiced = { indie: 1, mid: random.int(1, 2), big: random.int(3, 6) }[scale];
  return LANGUAGES.slice(0, count).map(({ code }, index) => ({ code, hasSubtitles: true, hasAudio: index < voiced }));
}

function toAgeRatings(age: MinimumAge, tags: string, hasPurchases: boolean): WorldAgeRating[] {
  const descriptors = listDescriptors(tags, hasPurchases);
  const [esrb, esrbAge] = ESRB[age];
  return [
    { board: "PEGI", rating: String(age), minimumAge: age, descriptors },
    { board: "ESRB", rating: esrb, minimumAge: esrbAge, descriptors },
    { board: "USK", rating: String(USK[age]), minimumAge: USK[age], descriptors },
  ];
}

/** A house that is known for a game's genre is this much likelier to publish it. */
const FOCUS_WEIGHT = 9;

/** Picks a house for a production: one that knows the genre, and a large one for a big game. */
export function pickPublisher(scale: WorldGame["scale"], genres: GameConcept["genres"], random: Random): number {
  const power = { indie: 0.3, mid: 0.8, big: 2 }[scale];
  const weights = PUBLISHERS.map(({ weight, focus }) => {
    const known = genres.findIndex((genre) => focus.includes(genre));
    return weight ** power * (known === 0 ? FOCUS_WEIGHT : known > 0 ? FOCUS_WEIGHT / 3 : 0.4);
  });
  return random.weightedIndex(weights);
}

type Placement = { index: number; publisherIndex: number; releaseDate: Day; day: Day };

/** Makes a base game of a concept. */
export function buildBaseGame(concept: GameConcept, placement: Placement, random: Random): WorldGame {
  const [scale, arc, age] = parseProfile(concept.profile);
  const slug = toSlug(concept.title);
  const categories = toCategories(concept.modes);
  const platforms = planPlatforms(scale, random);
  const isFree = concept.isFree ?? false;
  const quality = Math.min(0.97, Math.max(0.3, 0.8 + 0.13 * random.normal()));
  return {
    id: namedUuid(`game ${slug}`),
    index: placement.index,
    slug,
    title: concept.title,
    kind: "base",
    baseIndex: null,
    publisherIndex: placement.publisherIndex,
    developer: random.pick(PUBLISHERS[placement.publisherIndex]?.studios ?? []),
    genres: concept.genres,
    categories,
    tags: splitList(concept.tags),
    platforms,
    languages: planLanguages(scale, random),
    minimumAge: age,
    ageRatings: toAgeRatings(age, concept.tags, categories.includes("in-app-purchases")),
    requirements: planRequirements(scale, platforms, random),
    accessibility: [],
    shortDescription: concept.short,
    description: toDescription(concept.about, concept.features),
    releaseDate: placement.releaseDate,
    featuredRank: null,
    priceSteps: planPrices(
      { kind: scale, isFree, shift: 0, releaseDate: placement.releaseDate, day: placement.day },
      random,
    ),
    isFree,
    hasPrice: true,
    hasPictures: true,
    hasTrailer: false,
    version: `1.${random.int(0, 9)}.${random.int(0, 12)}`,
    scale,
    arc,
    art: parseArt(concept.art),
    quality,
    appeal: { indie: 0.62, mid: 1, big: 1.75 }[scale] * Math.exp(0.55 * random.normal() + 1.6 * (quality - 0.8)),
  };
}

/** Makes an edition or DLC, which has its base game's house, machines and audience. */
export function buildExtra(concept: ExtraConcept, base: WorldGame, placement: Placement, random: Random): WorldGame {
  const slug = toSlug(concept.title);
  const isDlc = concept.kind === "dlc";
  return {
    ...base,
    id: namedUuid(`game ${slug}`),
    index: placement.index,
    slug,
    title: concept.title,
    kind: concept.kind,
    baseIndex: base.index,
    shortDescription: concept.short,
    description: toDescription(concept.about, concept.features),
    releaseDate: placement.releaseDate,
    priceSteps: planPrices(
      {
        kind: isDlc ? "dlc" : base.scale,
        isFree: false,
        shift: isDlc ? 0 : 1,
        releaseDate: placement.releaseDate,
        day: placement.day,
      },
      random,
    ),
    art: parseArt(concept.art),
    quality: Math.min(0.96, Math.max(0.35, base.quality + 0.05 * random.normal())),
    appeal: base.appeal * random.between(0.3, 0.5),
  };
}

function parseProfile(profile: GameConcept["profile"]): [WorldGame["scale"], WorldGame["arc"], MinimumAge] {
  const [scale = "", arc = "", age = ""] = profile.split("/");
  const ages: readonly MinimumAge[] = [3, 7, 12, 16, 18];
  const minimumAge = ages.find((candidate) => String(candidate) === age);
  if (minimumAge === undefined) throw new Error(`unknown age ${age}`);
  return [find(["indie", "mid", "big"], scale), find(["story", "steady", "live"], arc), minimumAge];
}
