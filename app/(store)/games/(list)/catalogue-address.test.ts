import { describe, expect, it } from "vitest";
import { parseFilters, toCatalogueHref } from "./catalogue-address";

describe("parseFilters", () => {
  it("takes the empty fields of a form for none, and its own page size", () => {
    expect(parseFilters({ q: "", genre: "rpg", limit: "9999", utm: "x" })).toEqual({ genre: "rpg", limit: 30 });
  });

  it.each([{ sort: "worst" }, { genre: "No such" }, { genre: ["rpg", "fps"] }, { q: "a".repeat(101) }])(
    "is null for %j",
    (given) => expect(parseFilters(given)).toBeNull(),
  );
});

describe("toCatalogueHref", () => {
  const filters = { q: "iron & wine", genre: "rpg", sort: "title", cursor: "abc" } as const;

  it("keeps the filters and goes back to the first page", () => {
    expect(toCatalogueHref(filters, { category: "co-op" })).toBe(
      "/games?q=iron+%26+wine&genre=rpg&category=co-op&sort=title",
    );
  });

  it("removes a filter, and moves to a page by its cursor", () => {
    expect(toCatalogueHref(filters, { q: undefined, sort: undefined })).toBe("/games?genre=rpg");
    expect(toCatalogueHref(filters, { cursor: "next" })).toContain("cursor=next");
    expect(toCatalogueHref({})).toBe("/games");
  });
});
