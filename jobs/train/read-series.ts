import pLimit from "p-limit";
import { parseSalesCsv } from "@/jobs/etl/sales-csv";
import { parseSalesManifest, SALES_MANIFEST_KEY, type SalesFile, type SalesManifest } from "@/jobs/etl/sales-manifest";
import { toSha256 } from "@/jobs/model/artifact";
import { findOpeningDay, type GameSeries, toGameSeries, trimBeforeOpening } from "@/jobs/model/series";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";

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
const PARALLEL_READS = 8;

async function readGame(storage: Storage, file: SalesFile, day: Day): Promise<GameSeries | null> {
  const text = await storage.getText(file.key);
  if (toSha256(text) !== file.sha256) throw new Error(`${file.key}: the file does not match its hash in the manifest`);
  // A run for an earlier day must not see what came after it.
  const days = parseSalesCsv(text, file.key).filter(({ date }) => date <= day);
  if (days.length === 0) return null;
  const last = days.at(-1)?.date;
  if (last !== day) throw new Error(`${file.key}: ends on ${last}, not on ${day}`);
  return toGameSeries(file, days);
}

async function readManifest(storage: Storage, day: Day): Promise<SalesManifest> {
  const bytes = await storage.find(SALES_MANIFEST_KEY);
  if (!bytes) throw new Error(`There are no sales data for ${day} yet: run the ETL first`);
  const manifest = parseSalesManifest(new TextDecoder().decode(bytes));
  if (manifest.day < day) throw new Error(`The sales data end on ${manifest.day}: run the ETL for ${day} first`);
  return manifest;
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
  const manifest = await readManifest(storage, day);
  const file = manifest.games.find((game) => game.gameId === gameId);
  const series = file ? await readGame(storage, file, day) : null;
  return series && trimBeforeOpening(series, openingDay);
}

/** Reads every file of the sales manifest; a broken one is a failure beside the others, not the end. */
export async function readSalesSeries(storage: Storage, day: Day): Promise<SalesSeries> {
  const manifest = await readManifest(storage, day);
  const files = manifest.games.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const limit = pLimit(PARALLEL_READS);
  const failures: SeriesFailure[] = [];
  const read = await Promise.all(
    files.map((file) =>
      limit(async () => {
        try {
          return await readGame(storage, file, day);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          failures.push({ gameId: file.gameId, slug: file.slug, error: reason });
          return null;
        }
      }),
    ),
  );
  const series = read.filter((one) => one !== null);
  const [firstFailure] = failures;
  if (series.length === 0 && firstFailure)
    throw new Error(`None of the sales files can be used: ${firstFailure.error}`);
  const openingDay = findOpeningDay(series);
  return {
    genres: manifest.genres,
    series: series.map((one) => trimBeforeOpening(one, openingDay)),
    failures: failures.sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    openingDay,
    dataSha256: toSha256(files.map((file) => `${file.slug} ${file.sha256}\n`).join("")),
  };
}
