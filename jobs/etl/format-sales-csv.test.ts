import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { Random } from "@/jobs/simulate/random";
import { addDays } from "@/lib/shared/day";
import { formatSalesCsv } from "./format-sales-csv";
import { FIXED_COLUMNS, parseSalesCsv, type SalesDay, toGenreColumn } from "./sales-csv";

const genres = ["action", "open-world", "rpg"];

/** The format as it was first: every cell by itself, through the CSV library. */
function formatByLibrary(rows: readonly SalesDay[]): string {
  const decimal = (value: number) => String(Number(value.toFixed(4)));
  const body = rows.map((row) => [
    row.date,
    String(row.units),
    String(row.revenueCents),
    String(row.unitPriceCents),
    decimal(row.discountRate),
    decimal(row.reviewScore),
    decimal(row.rating),
    String(row.daysSinceRelease),
    row.launchBoost ? "1" : "0",
    String(row.wishlistAdds),
    String(row.preReleaseWishlists ?? ""),
    row.publisherRecord === null ? "" : decimal(row.publisherRecord),
    ...genres.map((genre) => (row.genres.includes(genre) ? "1" : "0")),
  ]);
  return stringify([[...FIXED_COLUMNS, ...genres.map(toGenreColumn)], ...body]);
}

function drawSeries(random: Random): SalesDay[] {
  const firstDay = addDays("2024-02-27", random.int(0, 900));
  const own = random.sample(genres, random.int(0, 3));
  return Array.from({ length: random.int(1, 40) }, (_, index) => ({
    date: addDays(firstDay, index),
    units: random.chance(0.3) ? 0 : random.int(0, 100_000_000),
    revenueCents: random.int(0, 100_000_000_000_000),
    unitPriceCents: random.pick([0, 1, 1999, 100_000]),
    discountRate: random.pick([0, 0.25, 1 / 3, 1e-7, 0.99995, 1]),
    reviewScore: random.int(0, 5),
    rating: random.pick([0, 5, 4.3333, 2.675, random.between(1, 5)]),
    daysSinceRelease: index,
    launchBoost: index < 7,
    wishlistAdds: random.int(0, 9),
    preReleaseWishlists: random.chance(0.5) ? null : random.int(0, 5_000),
    publisherRecord: random.chance(0.3) ? null : random.between(0, 20),
    genres: random.chance(0.1) ? [...own] : own,
  }));
}

describe("formatSalesCsv", () => {
  it("writes the same bytes as the CSV library would", () => {
    const random = new Random(7, "csv");
    for (let round = 0; round < 200; round += 1) {
      const rows = drawSeries(random);
      expect(formatSalesCsv(rows, genres)).toBe(formatByLibrary(rows));
    }
  });

  it("is read back as it was, to four digits", () => {
    const random = new Random(8, "csv");
    const rows = drawSeries(random).map((row) => ({ ...row, discountRate: 0.25, rating: 4.5, publisherRecord: null }));
    const sorted = rows.map((row) => ({ ...row, genres: genres.filter((genre) => row.genres.includes(genre)) }));
    expect(parseSalesCsv(formatSalesCsv(rows, genres), "a.csv")).toEqual(sorted);
  });
});
