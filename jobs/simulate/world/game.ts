import type { Day } from "@/lib/shared/day";
import type { TierPrices } from "@/lib/shared/price-tiers";
import type { Arc, MinimumAge, Palette, Scale, Scene, Subject } from "./concept";
import type { GenreSlug } from "./genres";
import type { PlatformSlug } from "./vocabulary";

/** A list price and the day from which it holds. */
export type PriceStep = { validFrom: Day; prices: TierPrices };

/** One line of a game's language table. */
export type LanguageSupport = { code: string; hasSubtitles: boolean; hasAudio: boolean };

/** A rating as an age board gives it. */
export type WorldAgeRating = {
  board: "ESRB" | "PEGI" | "USK";
  rating: string;
  minimumAge: number;
  descriptors: string[];
};

/** What a machine must have. */
export type Requirement = {
  platform: PlatformSlug;
  tier: "minimum" | "recommended";
  os: string;
  processor: string;
  memoryMb: number;
  graphics: string;
  storageMb: number;
};

/** What the art generator draws a game from. */
export type ArtBrief = { scene: Scene; subject: Subject; palette: Palette };

/** A game of the demo world with all that the store shows of it. */
export interface WorldGame {
  id: string;
  /** Position in `World.games`. */
  index: number;
  slug: string;
  title: string;
  kind: "base" | "edition" | "dlc";
  /** Index of the base game of an edition or DLC. */
  baseIndex: number | null;
  publisherIndex: number;
  developer: string;
  genres: readonly GenreSlug[];
  categories: readonly string[];
  tags: readonly string[];
  platforms: readonly PlatformSlug[];
  languages: readonly LanguageSupport[];
  minimumAge: MinimumAge;
  ageRatings: readonly WorldAgeRating[];
  requirements: readonly Requirement[];
  /** Slugs of what it does for players with a disability. */
  accessibility: readonly string[];
  shortDescription: string;
  description: string;
  releaseDate: Day;
  featuredRank: number | null;
  /** Oldest first; the last is the price of today. */
  priceSteps: readonly PriceStep[];
  isFree: boolean;
  /** False for a game whose price is not announced; its steps are what it will cost. */
  hasPrice: boolean;
  /** False for a game that has shown nothing yet. */
  hasPictures: boolean;
  hasTrailer: boolean;
  version: string;
  scale: Scale;
  arc: Arc;
  art: ArtBrief;
  /** Share of players who would recommend it, 0 to 1. */
  quality: number;
  /** Relative demand against other games. */
  appeal: number;
}

/** A publisher of the demo world. */
export interface WorldPublisher {
  id: string;
  slug: string;
  name: string;
  description: string;
  website: string;
}

/** A sale of some games, from `startDay` to `endDay`, both included. */
export interface WorldPromotion {
  id: string;
  name: string;
  /** Null for a sale of the whole store. */
  publisherIndex: number | null;
  startDay: Day;
  endDay: Day;
  games: readonly { gameIndex: number; percent: number }[];
}

/** Games that cost less together. */
export interface WorldBundle {
  id: string;
  slug: string;
  title: string;
  description: string;
  percent: number;
  publisherIndex: number | null;
  /** Indexes of its games, in their order. */
  gameIndexes: readonly number[];
}

/** The demo world: a pure function of its seed and its last day of data. */
export interface World {
  seed: number;
  /** Last day with sales. */
  day: Day;
  /** First day with sales: the store opened two years before. */
  openingDay: Day;
  publishers: readonly WorldPublisher[];
  games: readonly WorldGame[];
  promotions: readonly WorldPromotion[];
  bundles: readonly WorldBundle[];
}
