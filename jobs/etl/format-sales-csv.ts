import { stringify } from "csv-stringify/sync";
import { FIXED_COLUMNS, type SalesDay, toGenreColumn } from "./sales-csv";

/** Text of a decimal, kept from row to row: most values hold for weeks. */
function createDecimalText(): (value: number) => string {
  let last = Number.NaN;
  let text = "";
  return (value) => {
    if (value !== last) {
      last = value;
      // Number(…) drops the trailing zeros and toFixed keeps 1e-7 out of exponent notation.
      text = String(Number(value.toFixed(4)));
    }
    return text;
  };
}

/** The one-hot cells of a game's genres with the comma before them, kept from row to row. */
function createGenreFlags(genres: readonly string[]): (own: readonly string[]) => string {
  let last: readonly string[] | undefined;
  let text = "";
  return (own) => {
    if (own !== last) {
      last = own;
      text = genres.map((genre) => (own.includes(genre) ? ",1" : ",0")).join("");
    }
    return text;
  };
}

/**
 * The CSV text of a series, one column a store genre in the given (slug) order. Rows are put together by hand, since
 * their cells are numbers and days that need no quotes: millions of cells take seconds.
 */
export function formatSalesCsv(rows: Iterable<SalesDay>, genres: readonly string[]): string {
  const [discount, score, rating, record] = [
    createDecimalText(),
    createDecimalText(),
    createDecimalText(),
    createDecimalText(),
  ];
  const flags = createGenreFlags(genres);
  let text = stringify([[...FIXED_COLUMNS, ...genres.map(toGenreColumn)]]);
  for (const row of rows) {
    const past = row.publisherRecord === null ? "" : record(row.publisherRecord);
    text +=
      `${row.date},${row.units},${row.revenueCents},${row.unitPriceCents},${discount(row.discountRate)},` +
      `${score(row.reviewScore)},${rating(row.rating)},${row.daysSinceRelease},${row.launchBoost ? "1" : "0"},` +
      `${row.wishlistAdds},${row.preReleaseWishlists ?? ""},${past}${flags(row.genres)}\n`;
  }
  return text;
}
