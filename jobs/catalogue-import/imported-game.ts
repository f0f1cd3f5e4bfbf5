import { createHash } from "node:crypto";
import { z } from "zod";
import { daySchema } from "@/lib/shared/day-schema";
import { currencySchema } from "@/lib/shared/money-schema";

const nameSchema = z.string().trim().min(1).max(200);
const namesSchema = z.array(nameSchema).max(200);
const pictureUrlSchema = z.url({ protocol: /^https?$/ }).max(2_000);

/** A game as an importer hands it over, whatever file it came from. Prices keep the currency of the file. */
export const importedGameSchema = z.object({
  source: z.literal("steam"),
  sourceId: z.string().regex(/^[0-9]{1,12}$/, "must be a whole number"),
  title: z.string().trim().min(1, "is empty").max(300),
  developer: z.string().trim().max(300),
  publisher: z.string().trim().min(1).max(300),
  releaseDate: daySchema.nullable(),
  minimumAge: z.int().min(0).max(21),
  currency: currencySchema,
  priceCents: z.int().min(0).max(100_000_00),
  positiveCount: z.int().min(0),
  negativeCount: z.int().min(0),
  shortDescription: z.string().max(2_000),
  description: z.string().max(100_000),
  genres: namesSchema,
  categories: namesSchema,
  tags: z.array(z.object({ name: nameSchema, weight: z.int().min(1) })).max(200),
  platforms: z.array(z.enum(["windows", "macos", "linux"])),
  coverUrl: pictureUrlSchema.nullable(),
  screenshotUrls: z.array(pictureUrlSchema).max(50),
});

export type ImportedGame = z.infer<typeof importedGameSchema>;

/** A row that was read: the game, or why it cannot be one. `place` says where in the file it stands. */
export type ImportRow = { place: string } & ({ game: ImportedGame } | { problem: string });

/** Checks a candidate and says in one line everything that is wrong with it. */
export function toImportRow(place: string, candidate: unknown): ImportRow {
  const result = importedGameSchema.safeParse(candidate);
  if (result.success) return { place, game: result.data };
  const problem = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
  return { place, problem };
}

/** Lower-case words joined by hyphens, accents taken off; empty where a name has no Latin letter or digit. */
export function toSlug(name: string): string {
  return name
    .replace(/['’™®©]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 120)
    .replace(/-+$/, "");
}

/** A slug for a name in any script: by its letters, or by a hash where it has none that fit. */
export function toStableSlug(name: string): string {
  return toSlug(name) || `n-${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
}

/** Changes when anything that is imported changes. */
export function hashOf(game: ImportedGame): string {
  return createHash("sha256").update(JSON.stringify(game)).digest("hex");
}
