import { describe, expect, it } from "vitest";
import { CATALOGUE, type Place, readPriceForm, readQuery, toggleChoice, toOwnFilters, toPlaceHref } from "./place";
import { toCents } from "./to-cents";

const rpg: Place = { path: "/genres/rpg", fixed: { genre: ["rpg"] } };

describe("readQuery", () => {
  it("takes the empty fields of a form for none, and its own page size", () => {
    const query = readQuery(CATALOGUE, { q: "", genre: "rpg", limit: "9999", utm: "x" });
    expect(query).toMatchObject({ genre: ["rpg"], tag: [], limit: 24 });
  });

  it("keeps what the place itself has chosen, whatever the address says", () => {
    expect(readQuery(rpg, { genre: "action", tag: "pirates" })).toMatchObject({ genre: ["rpg"], tag: ["pirates"] });
  });

  it.each([
    { sort: "worst" },
    { genre: "No such" },
    { genre: "rpg,No such" },
    { q: "a".repeat(101) },
    { rating: "9" },
    { priceMinCents: "-1" },
    { priceMinCents: "900", priceMaxCents: "100" },
    { cursor: "x".repeat(1001) },
    { q: ["one", "two"] },
    { release: "tomorrow" },
  ])("is null for %j", (given) => expect(readQuery(CATALOGUE, given)).toBeNull());
});

describe("toPlaceHref", () => {
  const filters = { q: "iron & wine", genre: ["rpg"], sort: "title" as const, cursor: "abc" };

  it("keeps the filters and goes back to the first page", () => {
    const href = "/games?q=iron+%26+wine&genre=rpg&category=co-op&sort=title";
    expect(toPlaceHref(CATALOGUE, filters, { category: ["co-op"] })).toBe(href);
  });

  it("removes a filter, and moves to a page by its cursor", () => {
    expect(toPlaceHref(CATALOGUE, filters, { q: undefined, sort: undefined })).toBe("/games?genre=rpg");
    expect(toPlaceHref(CATALOGUE, filters, { cursor: "next" })).toContain("cursor=next");
    expect(toPlaceHref(CATALOGUE, {})).toBe("/games");
  });

  it("does not repeat what the place's address says already", () => {
    const query = readQuery(rpg, { tag: "pirates", sort: "newest" });
    if (!query) throw new Error("the query makes sense");
    expect(toPlaceHref(rpg, toOwnFilters(rpg, query))).toBe("/genres/rpg?tag=pirates&sort=newest");
  });
});

describe("toggleChoice", () => {
  it("adds a value and takes it out again", () => {
    expect(toggleChoice({}, "tag", "pirates")).toEqual({ tag: ["pirates"] });
    expect(toggleChoice({ tag: ["noir", "pirates"] }, "tag", "pirates")).toEqual({ tag: ["noir"] });
  });
});

describe("amounts that people type", () => {
  it.each([
    ["9.99", "USD", 999],
    [" 9,5 ", "EUR", 950],
    ["0", "USD", 0],
    ["1500", "JPY", 1500],
    ["-1", "USD", undefined],
    ["1e3", "USD", undefined],
    ["", "USD", undefined],
    ["99999999", "USD", undefined],
  ])("%s %s is %s", (text, currency, cents) => expect(toCents(text, currency)).toBe(cents));

  it("lead to an address in minor units, the lesser first, beside the other filters", () => {
    const given = { genre: "rpg", priceMin: "20", priceMax: "5" };
    expect(readPriceForm(CATALOGUE, given, "USD")).toBe("/games?genre=rpg&priceMinCents=500&priceMaxCents=2000");
    expect(readPriceForm(CATALOGUE, { priceMin: "", priceMax: "abc" }, "USD")).toBe("/games");
    expect(readPriceForm(CATALOGUE, { genre: "rpg" }, "USD")).toBeNull();
  });
});
