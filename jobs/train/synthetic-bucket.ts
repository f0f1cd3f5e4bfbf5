import { formatSalesCsv } from "@/jobs/etl/format-sales-csv";
import type { SalesDay } from "@/jobs/etl/sales-csv";
import {
  SALES_MANIFEST_KEY,
  SALES_VERSION,
  type SalesFile,
  type SalesManifest,
  salesCsvKey,
} from "@/jobs/etl/sales-manifest";
import { toSha256 } from "@/jobs/model/artifact";
import { toDayString } from "@/jobs/model/calendar";
import type { GameSeries } from "@/jobs/model/series";
import { SYNTHETIC_GENRES } from "@/jobs/model/synthetic-series";
import type { Storage } from "@/lib/server/storage/storage";

const toKnown = (value = Number.NaN) => (Number.isNaN(value) ? null : value);

function toSalesDays(series: GameSeries): SalesDay[] {
  return Array.from(series.units, (units, t) => {
    const price = series.unitPriceCents[t] ?? 0;
    const discountRate = series.discountRate[t] ?? 0;
    return {
      date: toDayString(series.firstDay + t),
      units,
      revenueCents: units * Math.round(price * (1 - discountRate)),
      unitPriceCents: price,
      discountRate,
      reviewScore: series.reviewScore[t] ?? 0,
      rating: series.rating[t] ?? 0,
      daysSinceRelease: series.firstAge + t,
      launchBoost: series.firstAge + t < 7,
      wishlistAdds: series.wishlistAdds[t] ?? 0,
      preReleaseWishlists: toKnown(series.preReleaseWishlists),
      publisherRecord: toKnown(series.publisherRecord[t]),
      genres: [...series.genres],
    };
  });
}

/** Fills a bucket with the sales files of series that all end on `lastDay`, as the ETL would, for tests. */
export async function fillBucket(
  storage: Storage,
  all: readonly GameSeries[],
  lastDay: number,
): Promise<SalesManifest> {
  const games: SalesFile[] = [];
  for (const series of all) {
    const text = formatSalesCsv(toSalesDays(series), SYNTHETIC_GENRES);
    const key = salesCsvKey(series.gameId);
    await storage.put(key, text);
    games.push({
      gameId: series.gameId,
      slug: series.slug,
      key,
      rows: series.units.length,
      sha256: toSha256(text),
      firstDay: toDayString(series.firstDay),
      lastDay: toDayString(lastDay),
    });
  }
  const day = toDayString(lastDay);
  const manifest: SalesManifest = {
    version: SALES_VERSION,
    day,
    generatedAt: `${day}T02:00:00.000Z`,
    genres: [...SYNTHETIC_GENRES],
    games,
  };
  await storage.put(SALES_MANIFEST_KEY, JSON.stringify(manifest));
  return manifest;
}
