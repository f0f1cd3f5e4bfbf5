import { z } from "zod";

const daySchema = z.iso.date();
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, "must be a lower-case SHA-256");

/** All that the ETL keeps in the bucket lies under here. */
export const SALES_FILES_PREFIX = "kratos/sales_data/";

/** Key of the manifest that names the complete set of sales CSVs; written last, the only thing readers start from. */
export const SALES_MANIFEST_KEY = `${SALES_FILES_PREFIX}manifest.json`;

const CSV_NAME = "/sales_data.csv";

/** Storage key of a game's sales CSV. */
export function salesCsvKey(gameId: string): string {
  return `${SALES_FILES_PREFIX}${gameId}${CSV_NAME}`;
}

/** Whether a key is one of a sales CSV. */
export function isSalesCsvKey(key: string): boolean {
  return key.startsWith(SALES_FILES_PREFIX) && key.endsWith(CSV_NAME);
}

/** One file of the manifest: whose it is, where it lies, its hash and the days it covers. */
export const salesFileSchema = z.object({
  gameId: z.string().min(1),
  slug: z.string().min(1),
  key: z.string().min(1),
  rows: z.int().positive(),
  sha256: sha256Schema,
  firstDay: daySchema,
  lastDay: daySchema,
});

/** Version of the files' columns and of the manifest itself. */
export const SALES_VERSION = 2;

/** The manifest of one ETL run: last day of data, genre columns in order, and its files. */
export const salesManifestSchema = z.object({
  version: z.literal(SALES_VERSION),
  day: daySchema,
  generatedAt: z.iso.datetime(),
  genres: z.array(z.string().min(1)),
  games: z.array(salesFileSchema),
});

/** One file of the manifest. */
export type SalesFile = z.infer<typeof salesFileSchema>;

/** The manifest of one ETL run. */
export type SalesManifest = z.infer<typeof salesManifestSchema>;

const otherVersionSchema = z.object({ version: z.int() }).refine(({ version }) => version !== SALES_VERSION);

/**
 * Reads a manifest; throws an error that names the file and the first thing wrong with it, or the way out where another
 * version of the ETL wrote it.
 */
export function parseSalesManifest(text: string, source: string = SALES_MANIFEST_KEY): SalesManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${source}: not JSON`, { cause });
  }
  const parsed = salesManifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const other = otherVersionSchema.safeParse(json);
  if (other.success) {
    const versions = `version ${other.data.version} of the sales files, not version ${SALES_VERSION}`;
    throw new Error(`${source}: ${versions}: run the ETL again`);
  }
  const issue = parsed.error.issues[0];
  throw new Error(`${source}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}`, { cause: parsed.error });
}
