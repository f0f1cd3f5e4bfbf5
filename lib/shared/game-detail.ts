import { z } from "zod";
import { gameCardSchema, namedSchema, pictureSchema } from "./catalogue";
import { PLAYER_MODES } from "./catalogue-query";
import { daySchema } from "./day-schema";

/** A video that this shop serves; `alt` says what it shows to who cannot see or play it. */
export const videoSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  /** The still that stands for it until it is played. */
  posterUrl: z.string().nullable(),
  alt: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  durationMs: z.int().min(0).nullable(),
});

const requirementSchema = z.object({
  platform: namedSchema,
  tier: z.enum(["minimum", "recommended"]),
  os: z.string(),
  processor: z.string(),
  memoryMb: z.int(),
  graphics: z.string(),
  storageMb: z.int(),
  notes: z.string(),
});

/** Areas that accessibility features help in, in the order in which they are shown. */
export const ACCESSIBILITY_AREAS = ["vision", "hearing", "motor", "cognitive"] as const;

/** The newest installable file of a platform. */
const buildSchema = z.object({ platform: namedSchema, version: z.string(), sizeBytes: z.int().min(0) });

/** A game as its own page shows it. */
export const gameDetailSchema = gameCardSchema.extend({
  description: z.string(),
  developer: z.string(),
  minimumAge: z.int(),
  hero: pictureSchema.nullable(),
  screenshots: z.array(pictureSchema),
  videos: z.array(videoSchema),
  categories: z.array(namedSchema),
  /** With whom it is played, by its categories. */
  players: z.array(z.enum(PLAYER_MODES)),
  tags: z.array(namedSchema),
  platforms: z.array(namedSchema),
  languages: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      hasInterface: z.boolean(),
      hasSubtitles: z.boolean(),
      hasAudio: z.boolean(),
    }),
  ),
  systemRequirements: z.array(requirementSchema),
  builds: z.array(buildSchema),
  accessibility: z.array(namedSchema.extend({ area: z.enum(ACCESSIBILITY_AREAS) })),
  ageRatings: z.array(
    z.object({ board: z.string(), rating: z.string(), minimumAge: z.int(), descriptors: z.array(z.string()) }),
  ),
  /** The game that an edition contains or a DLC needs. */
  baseGame: gameCardSchema.nullable(),
  /** The other editions and DLC of the same base game. */
  extras: z.array(gameCardSchema),
  /** Day on which the page last changed: for search engines. */
  updatedOn: daySchema,
});

export type GameDetail = z.infer<typeof gameDetailSchema>;
export type Video = z.infer<typeof videoSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
