import { describe, expect, it } from "vitest";
import { gameQuerySchema, resolveSort, toGameParams } from "./catalogue-query";

describe("gameQuerySchema", () => {
  it("gives one choice one address, however it was written", () => {
    const one = gameQuerySchema.parse({ genre: "rpg,,action,rpg", q: "  iron \n nova " });
    const other = gameQuerySchema.parse({ q: "iron nova", genre: ["action", "rpg"] });
    expect(one).toEqual(other);
    expect(toGameParams(one)).toEqual({ q: "iron nova", genre: "action,rpg" });
  });

  it("reads back every address that it makes", () => {
    const query = gameQuerySchema.parse({
      q: "a",
      tag: "cosy",
      language: "pt-BR,en",
      players: "co-op,single",
      kind: "dlc",
      offer: "free,sale",
      release: "week",
      rating: "4",
      priceMinCents: "0",
      priceMaxCents: "1999",
      sort: "price_asc",
    });
    expect(gameQuerySchema.parse(toGameParams(query))).toEqual(query);
  });

  it("leaves the default order out of the address", () => {
    expect(toGameParams({ sort: "popular" })).toEqual({});
    expect(toGameParams({ q: "a", sort: "relevance" })).toEqual({ q: "a" });
    expect(toGameParams({ q: "a", sort: "popular" })).toEqual({ q: "a", sort: "popular" });
    expect([resolveSort({ q: undefined, sort: undefined }), resolveSort({ q: "a", sort: undefined })]).toEqual([
      "popular",
      "relevance",
    ]);
  });

  it("makes half characters whole, and takes a search of blanks for none", () => {
    expect(gameQuerySchema.parse({ q: "a\ud800" }).q).toBe("a\ufffd");
    expect(gameQuerySchema.parse({ q: " \t " }).q).toBeUndefined();
  });

  it.each([
    { rating: "5" },
    { rating: "" },
    { priceMinCents: "1.5" },
    { priceMinCents: "2", priceMaxCents: "1" },
    { tag: "A" },
  ])("refuses %j", (given) => expect(gameQuerySchema.safeParse(given).success).toBe(false));
});
