import { describe, expect, it } from "vitest";
import { formatSalesCsv } from "./format-sales-csv";
import { parseSalesCsv, type SalesDay, toGenreColumn } from "./sales-csv";
import { parseSalesManifest, salesCsvKey } from "./sales-manifest";

const genres = ["action", "open-world", "rpg"];
const day = (date: string, over: Partial<SalesDay> = {}): SalesDay => ({
  date,
  units: 3,
  revenueCents: 4500,
  unitPriceCents: 1500,
  discountRate: 0.25,
  reviewScore: 4,
  rating: 4.3333,
  daysSinceRelease: 0,
  launchBoost: true,
  wishlistAdds: 2,
  preReleaseWishlists: 57,
  publisherRecord: 4.1234,
  genres: ["open-world"],
  ...over,
});
const unknown = { preReleaseWishlists: null, publisherRecord: null };
const rows = [
  day("2026-02-28"),
  day("2026-03-01", { units: 0, daysSinceRelease: 1, launchBoost: false, genres: [], ...unknown }),
];
const text = formatSalesCsv(rows, genres);

describe("sales CSV", () => {
  it("has the agreed header and survives a round trip", () => {
    expect(text.split("\n")[0]).toBe(
      "date,units,revenue_cents,unit_price_cents,discount_rate,review_score,rating,days_since_release,launch_boost,wishlist_adds,pre_release_wishlists,publisher_record,genre_action,genre_open_world,genre_rpg",
    );
    expect(toGenreColumn("battle-royale")).toBe("genre_battle_royale");
    expect(parseSalesCsv(text, "a.csv")).toEqual(rows);
  });

  it("never writes an exponent", () => {
    expect(formatSalesCsv([day("2026-01-01", { discountRate: 1e-7 })], [])).toContain(",0,4,");
  });

  it.each([
    ["2026-02-28", "2026-02-30", "a.csv:2: not a calendar day"],
    ["2026-03-01,", "2026-03-02,", "a.csv:3: date 2026-03-02 does not follow 2026-02-28"],
    ["2026-03-01,0", "2026-03-01,-1", "a.csv:3: units: must be a whole number"],
    ["2026-03-01,0", "2026-03-01,NaN", "a.csv:3: units"],
    ["2026-03-01,0", "2026-03-01,1e308", "a.csv:3: units"],
    ["2026-03-01,0", "2026-03-01,99999999999999", "a.csv:3: units"],
    ["0.25", "1.5", "a.csv:2: discount_rate"],
    ["4.3333", "", "a.csv:2: rating"],
    [",57,4.1234,0,1,0", ",57,4.1234,0,2,0", "a.csv:2: genre_open_world: must be 0 or 1"],
    [",57,", ",5.7,", "a.csv:2: pre_release_wishlists"],
    [",4.1234,", ",-1,", "a.csv:2: publisher_record"],
    ["1,2,57", "1,,57", "a.csv:2: wishlist_adds"],
    ["date,units", "date,sold", "a.csv:1: column 2 must be units, is sold"],
    ["genre_rpg", "genre_action", "a.csv:1: unexpected or repeated column"],
    ["genre_rpg", "surprise", "a.csv:1: unexpected or repeated column"],
  ])("refuses %s -> %s with file, line and reason", (from, to, message) => {
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    expect(() => parseSalesCsv(broken, "a.csv")).toThrow(message);
  });

  it("refuses a short row and an empty file", () => {
    expect(() => parseSalesCsv(`${text}2026-03-02,1\n`, "a.csv")).toThrow(/^a\.csv:4: /);
    expect(() => parseSalesCsv("", "a.csv")).toThrow("a.csv:1: the file is empty");
  });
});

describe("sales manifest", () => {
  const manifest = {
    version: 2,
    day: "2026-03-01",
    generatedAt: "2026-03-02T02:00:00.000Z",
    genres,
    games: [
      {
        gameId: "g1",
        slug: "one",
        key: salesCsvKey("g1"),
        rows: 2,
        sha256: "a".repeat(64),
        firstDay: "2026-02-28",
        lastDay: "2026-03-01",
      },
    ],
  };

  it("reads what it should and names what is wrong", () => {
    expect(parseSalesManifest(JSON.stringify(manifest)).games[0]?.key).toBe("kratos/sales_data/g1/sales_data.csv");
    expect(() => parseSalesManifest("{")).toThrow("kratos/sales_data/manifest.json: not JSON");
    expect(() => parseSalesManifest(JSON.stringify({ ...manifest, version: 1 }))).toThrow(
      "version 1 of the sales files, not version 2: run the ETL again",
    );
    expect(() => parseSalesManifest(JSON.stringify({ ...manifest, day: "2026-13-01" }))).toThrow("day");
  });
});
