import pLimit from "p-limit";
import { parseSalesCsv } from "@/jobs/etl/sales-csv";
import { parseSalesManifest, SALES_MANIFEST_KEY, type SalesFile, type SalesManifest } from "@/jobs/etl/sales-manifest";
import { toSha256 } from "@/jobs/model/artifact";
import { toDayNumber, toDayString } from "@/jobs/model/calendar";
import { findOpeningDay, type GameSeries, toGameSeries, trimBeforeOpening } from "@/jobs/model/series";
import { AppError } from "@/lib/server/errors";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import { readSalesColumns, type SalesColumns } from "./sales-columns";

/** A game whose file could not be used, and why. */
export type SeriesFailure = { gameId: string; slug: string; error: string };

/** The store's series up to a day, by slug, from the store's opening on. */
export type SalesSeries = {
  genres: string[];
  series: GameSeries[];
  failures: SeriesFailure[];
  /** First day number on which the store sold anything; infinite where it never did. */
  openingDay: number;
  /** Hash over the names and contents of all files. */
  dataSha256: string;
};

// Files in flight at once: enough to hide the latency of a bucket, few enough for memory.
const PARALLEL_READS = 24;

/** A game's series, null where all its days are later; or why its file cannot be used. */
export type SeriesRead = { series: GameSeries | null; error: null } | { series: null; error: string };

function toSeries({ gameId, slug }: SalesFile, columns: SalesColumns, day: Day): GameSeries | null {
  const days = Math.min(columns.rows, toDayNumber(day) - columns.firstDay + 1);
  if (days <= 0) return null;
  const cut = (column: Float64Array) => column.subarray(0, days);
  const { genres, flags } = columns;
  return {
    gameId,
    slug,
    firstDay: columns.firstDay,
    firstAge: columns.daysSinceRelease,
    units: cut(columns.units),
    discountRate: cut(columns.discountRate),
    unitPriceCents: cut(columns.unitPriceCents),
    reviewScore: cut(columns.reviewScore),
    rating: cut(columns.rating),
    wishlistAdds: cut(columns.wishlistAdds),
    preReleaseWishlists: columns.preReleaseWishlists,
    publisherRecord: cut(columns.publisherRecord),
    genres: genres.filter((_, genre) => flags[(days - 1) * genres.length + genre] === 1),
  };
}

/** The series up to a day, by the reader that words what is wrong with a file. */
function parseSeries(file: SalesFile, bytes: Uint8Array, day: Day): GameSeries | null {
  const days = parseSalesCsv(new TextDecoder().decode(bytes), file.key).filter(({ date }) => date <= day);
  return days.length === 0 ? null : toGameSeries(file, days);
}

function decodeSeries(file: SalesFile, bytes: Uint8Array | null, day: Day): GameSeries | null {
  if (!bytes) throw new Error(`${file.key}: the file that the manifest names is missing`);
  if (toSha256(bytes) !== file.sha256) {
    throw new Error(`${file.key}: the file does not match its hash in the manifest`);
  }
  const columns = readSalesColumns(bytes);
  // A run for an earlier day must not see what came after it.
  const series = columns ? toSeries(file, columns, day) : parseSeries(file, bytes, day);
  if (!series) return null;
  const last = toDayString(series.firstDay + series.units.length - 1);
  if (last !== day) throw new Error(`${file.key}: ends on ${last}, not on ${day}`);
  return series;
}

/** Reads a game's file. A bucket that is away is nobody's broken file: it throws. */
async function readGame(storage: Storage, file: SalesFile, day: Day): Promise<SeriesRead> {
  const bytes = await storage.find(file.key);
  try {
    return { series: decodeSeries(file, bytes, day), error: null };
  } catch (error) {
    return { series: null, error: error instanceof Error ? error.message : String(error) };
  }
}

async function readManifest(storage: Storage, day: Day): Promise<SalesManifest> {
  const bytes = await storage.find(SALES_MANIFEST_KEY);
  if (!bytes) throw new AppError("conflict", `There are no sales data for ${day} yet: run the ETL first`);
  const manifest = parseSalesManifest(new TextDecoder().decode(bytes));
  if (manifest.day < day)
    throw new AppError("conflict", `The sales data end on ${manifest.day}: run the ETL for ${day} first`);
  return manifest;
}

/** Reads single files of the sales manifest. */
export type SalesReader = {
  /** A game's series from the store's opening on; null where it has no file. */
  read: (gameId: string, openingDay: number) => Promise<SeriesRead>;
};

/** Opens the sales files up to `day`; throws where there are none. */
export async function openSales(storage: Storage, day: Day): Promise<SalesReader> {
  const manifest = await readManifest(storage, day);
  const files = new Map(manifest.games.map((file) => [file.gameId, file]));
  return {
    read: async (gameId, openingDay) => {
      const file = files.get(gameId);
      const read: SeriesRead = file ? await readGame(storage, file, day) : { series: null, error: null };
      return read.series ? { series: trimBeforeOpening(read.series, openingDay), error: null } : read;
    },
  };
}

/**
 * Reads one game's file of the sales manifest, up to `day` and from the store's opening on; null where the game has no
 * file or its days are all later.
 */
export async function readOneSeries(
  storage: Storage,
  gameId: string,
  { day, openingDay }: { day: Day; openingDay: number },
): Promise<GameSeries | null> {
  const { series, error } = await (await openSales(storage, day)).read(gameId, openingDay);
  if (error !== null) throw new Error(error);
  return series;
}

/** Reads every file of the sales manifest; a broken one is a failure beside the others, not the end. */
export async function readSalesSeries(storage: Storage, day: Day): Promise<SalesSeries> {
  const manifest = await readManifest(storage, day);
  const files = manifest.games.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const read = await pLimit(PARALLEL_READS).map(files, (file) => readGame(storage, file, day));
  const failures = files.flatMap(({ gameId, slug }, i): SeriesFailure[] => {
    const error = read[i]?.error ?? null;
    return error === null ? [] : [{ gameId, slug, error }];
  });
  const series = read.flatMap((one) => (one.series ? [one.series] : []));
  const [firstFailure] = failures;
  if (series.length === 0 && firstFailure) {
    throw new Error(`None of the sales files can be used: ${firstFailure.error}`);
  }
  const openingDay = findOpeningDay(series);
  return {
    genres: manifest.genres,
    series: series.map((one) => trimBeforeOpening(one, openingDay)),
    failures,
    openingDay,
    dataSha256: toSha256(files.map((file) => `${file.slug} ${file.sha256}\n`).join("")),
  };
}
