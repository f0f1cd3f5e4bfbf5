import { describe, expect, it } from "vitest";
import { formatSalesCsv } from "@/jobs/etl/format-sales-csv";
import { parseSalesCsv, type SalesDay } from "@/jobs/etl/sales-csv";
import { toDayNumber } from "@/jobs/model/calendar";
import { createRandom } from "@/jobs/model/random";
import { addDays } from "@/lib/shared/day";
import { readSalesColumns, type SalesColumns } from "./sales-columns";

const GENRES = ["action", "open-world", "rpg"];
const encode = (text: string) => new TextEncoder().encode(text);

/** Days over a leap day and a year's end, with values of every kind. */
function createDays(count: number, seed: number): SalesDay[] {
  const random = createRandom(seed);
  const round = (value: number) => Number(value.toFixed(4));
  return Array.from({ length: count }, (_, t) => ({
    date: addDays("2027-11-20", t),
    units: Math.floor(random() * 10 ** Math.floor(random() * 8)),
    revenueCents: Math.floor(random() * 1e13),
    unitPriceCents: Math.floor(random() * 6000),
    discountRate: round(random()),
    reviewScore: Math.floor(random() * 6),
    rating: round(5 * random()),
    daysSinceRelease: 300 + t,
    launchBoost: random() < 0.5,
    wishlistAdds: Math.floor(random() * 50),
    preReleaseWishlists: seed % 2 === 0 ? null : 77,
    publisherRecord: random() < 0.2 ? null : round(9 * random()),
    genres: GENRES.filter(() => random() < 0.5),
  }));
}

/** What the slow reader says, by columns. */
function toColumns(days: readonly SalesDay[]): Omit<SalesColumns, "flags" | "rows" | "genres"> {
  const column = (pick: (day: SalesDay) => number | null) => Float64Array.from(days, (day) => pick(day) ?? Number.NaN);
  return {
    firstDay: toDayNumber(days[0]?.date ?? ""),
    units: column((day) => day.units),
    unitPriceCents: column((day) => day.unitPriceCents),
    discountRate: column((day) => day.discountRate),
    reviewScore: column((day) => day.reviewScore),
    rating: column((day) => day.rating),
    wishlistAdds: column((day) => day.wishlistAdds),
    publisherRecord: column((day) => day.publisherRecord),
    daysSinceRelease: days[0]?.daysSinceRelease ?? 0,
    preReleaseWishlists: days[0]?.preReleaseWishlists ?? Number.NaN,
  };
}

const text = formatSalesCsv(createDays(120, 1), GENRES);

describe("readSalesColumns", () => {
  it.each([1, 2, 3, 4])("gives the values of the other reader to the last bit (seed %i)", (seed) => {
    const csv = formatSalesCsv(createDays(500, seed), GENRES);
    const slow = parseSalesCsv(csv, "file");
    const columns = readSalesColumns(encode(csv));
    expect(columns).toMatchObject(toColumns(slow));
    expect(columns?.genres).toEqual(GENRES);
    const own = slow.map(({ genres }) => GENRES.map((genre) => Number(genres.includes(genre))));
    expect([...(columns?.flags ?? [])]).toEqual(own.flat());
  });

  it("reads a file without genres", () => {
    const csv = formatSalesCsv(createDays(3, 1), []);
    expect(readSalesColumns(encode(csv))).toMatchObject({ rows: 3, genres: [] });
  });

  it.each([
    ["another order of columns", (csv: string) => csv.replace("units,revenue_cents", "revenue_cents,units")],
    ["a genre twice", (csv: string) => csv.replace("genre_rpg", "genre_action")],
    ["a quoted cell", (csv: string) => csv.replace("2027-12-01", '"2027-12-01"')],
    ["no number", (csv: string) => csv.replace(/(2027-12-01),\d+/, "$1,NaN")],
    ["a negative number", (csv: string) => csv.replace(/(2027-12-01),/, "$1,-")],
    ["an exponent", (csv: string) => csv.replace(/(2027-12-01),\d+/, "$1,1e3")],
    ["a day left out", (csv: string) => csv.replace(/2027-12-01.*\n/, "")],
    ["a day twice", (csv: string) => csv.replace(/(2027-12-01.*\n)/, "$1$1")],
    ["a day that is none", (csv: string) => csv.replace("2028-02-29", "2028-02-30")],
    ["an age that jumps", (csv: string) => csv.replace(/,311,([01]),/, ",312,$1,")],
    ["a flag of 2", (csv: string) => csv.replace(/[01]\n/, "2\n")],
    ["a cell too few", (csv: string) => csv.replace(/,[01]\n/, "\n")],
    ["a cell too many", (csv: string) => csv.replace(/([01])\n/, "$1,1\n")],
    ["a discount above 1", (csv: string) => csv.replace(/(2027-12-01,\d+,\d+,\d+),[\d.]+/, "$1,1.5")],
    ["an empty cell", (csv: string) => csv.replace(/(2027-12-01),\d+/, "$1,")],
    ["half a last line", (csv: string) => csv.slice(0, -9)],
    ["windows line ends", (csv: string) => csv.replaceAll("\n", "\r\n")],
    ["an empty line", (csv: string) => `${csv}\n`],
    ["nothing", () => ""],
  ])("leaves a file with %s to the other reader", (_, spoil) => {
    expect(readSalesColumns(encode(spoil(text)))).toBeNull();
  });
});
