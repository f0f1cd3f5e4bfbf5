import { parse } from "csv-parse/sync";
import { z } from "zod";
import { toDayNumber } from "@/jobs/model/calendar";

/** Columns before those of the genres. */
export const FIXED_COLUMNS = [
  "date",
  "units",
  "revenue_cents",
  "unit_price_cents",
  "discount_rate",
  "review_score",
  "rating",
  "days_since_release",
  "launch_boost",
  "wishlist_adds",
  "pre_release_wishlists",
  "publisher_record",
] as const;
const GENRE_PREFIX = "genre_";

/** Most units of a day: far above any store's, low enough that sums over decades stay exact integers. */
export const MAX_UNITS = 100_000_000;

/** Most cents of a day. */
export const MAX_CENTS = 100_000_000_000_000;

/** Longest series. */
export const MAX_DAYS = 100_000;

const count = (max: number) =>
  z.string().regex(/^\d+$/, "must be a whole number >= 0").transform(Number).pipe(z.number().max(max));
const decimal = (max: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, "must be a plain decimal >= 0")
    .transform(Number)
    .pipe(z.number().max(max));
/** An empty cell where the value is not known. */
const known = <Value extends z.ZodType<number, string>>(value: Value) =>
  z.union([z.literal("").transform(() => null), value]);
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" });

const rowSchema = z.object({
  date: z.string(),
  units: count(MAX_UNITS),
  revenue_cents: count(MAX_CENTS),
  unit_price_cents: count(MAX_CENTS),
  discount_rate: decimal(1),
  review_score: decimal(5),
  rating: decimal(5),
  days_since_release: count(MAX_DAYS),
  launch_boost: flag,
  wishlist_adds: count(MAX_UNITS),
  pre_release_wishlists: known(count(MAX_UNITS)),
  publisher_record: known(decimal(100)),
});

/** One game's sales on one UTC calendar day, as in its `sales_data.csv`; money is integer minor units. */
export interface SalesDay {
  date: string;
  units: number;
  revenueCents: number;
  unitPriceCents: number;
  discountRate: number;
  reviewScore: number;
  rating: number;
  daysSinceRelease: number;
  launchBoost: boolean;
  /** Shoppers who put the game on their wishlist on the day. */
  wishlistAdds: number;
  /** Wishlist adds in the 28 days before the series began, the same in each row; null where they were not seen. */
  preReleaseWishlists: number | null;
  /** The publisher's record as known on the day (see publisher-record.ts); null before its first one. */
  publisherRecord: number | null;
  /** Slugs of the game's genres: those whose one-hot column is 1. */
  genres: string[];
}

/** A sales CSV that must not be used; the message names the file, the line (header = 1) and the reason. */
export class SalesCsvError extends Error {
  constructor(source: string, line: number, reason: string, options?: ErrorOptions) {
    super(`${source}:${line}: ${reason}`, options);
    this.name = "SalesCsvError";
  }
}

/** One-hot column name of a genre slug: `open-world` becomes `genre_open_world`. */
export function toGenreColumn(slug: string): string {
  return GENRE_PREFIX + slug.replaceAll("-", "_");
}

function readHeader(header: readonly string[], source: string): string[] {
  FIXED_COLUMNS.forEach((name, i) => {
    if (header[i] !== name) {
      throw new SalesCsvError(source, 1, `column ${i + 1} must be ${name}, is ${header[i] ?? "missing"}`);
    }
  });
  const genreColumns = header.slice(FIXED_COLUMNS.length);
  const bad = genreColumns.find((name, i) => !/^genre_[a-z0-9_]+$/.test(name) || genreColumns.indexOf(name) !== i);
  if (bad !== undefined) throw new SalesCsvError(source, 1, `unexpected or repeated column ${JSON.stringify(bad)}`);
  return genreColumns.map((name) => name.slice(GENRE_PREFIX.length).replaceAll("_", "-"));
}

function readRow(cells: readonly string[], genres: readonly string[], fail: (reason: string) => never): SalesDay {
  const named = Object.fromEntries(FIXED_COLUMNS.map((name, i) => [name, cells[i]]));
  const parsed = rowSchema.safeParse(named);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail(`${issue?.path.join(".") ?? "row"}: ${issue?.message ?? "invalid"}`);
  }
  const flags = cells.slice(FIXED_COLUMNS.length);
  const badFlag = flags.findIndex((value) => value !== "0" && value !== "1");
  if (badFlag >= 0) return fail(`${toGenreColumn(genres[badFlag] ?? "")}: must be 0 or 1`);
  const row = parsed.data;
  return {
    date: row.date,
    units: row.units,
    revenueCents: row.revenue_cents,
    unitPriceCents: row.unit_price_cents,
    discountRate: row.discount_rate,
    reviewScore: row.review_score,
    rating: row.rating,
    daysSinceRelease: row.days_since_release,
    launchBoost: row.launch_boost === "1",
    wishlistAdds: row.wishlist_adds,
    preReleaseWishlists: row.pre_release_wishlists,
    publisherRecord: row.publisher_record,
    genres: genres.filter((_, i) => flags[i] === "1"),
  };
}

function readDay(date: string, fail: (reason: string) => never): number {
  try {
    return toDayNumber(date);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
}

function readTable(text: string, source: string): string[][] {
  try {
    return parse(text, { skip_empty_lines: false });
  } catch (cause) {
    const line = cause instanceof Error && "lines" in cause ? Number(cause.lines) : 1;
    throw new SalesCsvError(source, line, cause instanceof Error ? cause.message : "unreadable", { cause });
  }
}

/** Reads a sales CSV; days must be consecutive. Throws {@link SalesCsvError} naming `source`, line and reason. */
export function parseSalesCsv(text: string, source: string): SalesDay[] {
  const [header, ...body] = readTable(text, source);
  if (!header) throw new SalesCsvError(source, 1, "the file is empty");
  const genres = readHeader(header, source);
  let previous: SalesDay | undefined;
  return body.map((cells, i) => {
    const fail = (reason: string): never => {
      throw new SalesCsvError(source, i + 2, reason);
    };
    const row = readRow(cells, genres, fail);
    const day = readDay(row.date, fail);
    if (previous && day !== toDayNumber(previous.date) + 1) fail(`date ${row.date} does not follow ${previous.date}`);
    if (previous && row.daysSinceRelease !== previous.daysSinceRelease + 1) {
      fail(`days_since_release ${row.daysSinceRelease} does not follow ${previous.daysSinceRelease}`);
    }
    previous = row;
    return row;
  });
}
