import { describe, expect, it } from "vitest";
import type { FacetValue, GameFacets } from "@/lib/shared/catalogue-facets";
import { CHOICE_FACETS, type ChoiceFacet } from "@/lib/shared/catalogue-query";
import { countChosen, type FacetWords, listChosen, listFacetGroups } from "./facet-groups";
import { CATALOGUE, type Place, readQuery } from "./place";

const words: FacetWords = {
  value: (_facet, value, name) => name ?? value,
  range: (minCents, maxCents) => `${minCents} to ${maxCents ?? "any"}`,
};

const toValue = (value: string, count: number): FacetValue => ({
  value,
  name: value.toUpperCase(),
  count,
  isCapped: false,
});

function makeFacets(choices: Partial<Record<ChoiceFacet, FacetValue[]>>): GameFacets {
  const none = Object.fromEntries(CHOICE_FACETS.map((facet) => [facet, []])) as unknown as GameFacets["choices"];
  return {
    total: { count: 3, isCapped: false },
    currency: "USD",
    choices: { ...none, ...choices },
    rating: [toValue("4", 2)],
    price: [
      { minCents: 0, maxCents: 999, count: 2, isCapped: false },
      { minCents: 1000, maxCents: null, count: 0, isCapped: false },
    ],
  };
}

const facets = makeFacets({
  genre: [toValue("rpg", 3), toValue("puzzle", 1), toValue("card", 0)],
  tag: [toValue("noir", 2)],
});

function read(given: Record<string, string>, place: Place = CATALOGUE) {
  const query = readQuery(place, given);
  if (!query) throw new Error("the query makes sense");
  const groups = listFacetGroups(place, query, facets, words);
  const hrefs = (name: string) =>
    groups.find((group) => group.name === name)?.rows.map(({ text, isChosen, href }) => [text, isChosen, href]);
  return { query, groups, hrefs, chosen: listChosen(place, query, groups, words) };
}

describe("the panel's groups", () => {
  it("lead to the address with a value more, or less where it is chosen; what leaves no game is left out", () => {
    const { hrefs } = read({ genre: "rpg", sort: "newest" });
    expect(hrefs("genre")).toEqual([
      ["RPG", true, "/games?sort=newest"],
      ["PUZZLE", false, "/games?genre=puzzle%2Crpg&sort=newest"],
    ]);
    expect(hrefs("tag")).toEqual([["NOIR", false, "/games?genre=rpg&tag=noir&sort=newest"]]);
    expect(hrefs("rating")).toEqual([["4", false, "/games?genre=rpg&rating=4&sort=newest"]]);
  });

  it("keep a chosen value that leaves no game, so that it can be dropped", () => {
    expect(read({ genre: "card" }).hrefs("genre")).toContainEqual(["CARD", true, "/games"]);
  });

  it("choose a range of prices, and drop it", () => {
    expect(read({}).hrefs("price")).toEqual([["0 to 999", false, "/games?priceMaxCents=999"]]);
    expect(read({ priceMaxCents: "999" }).hrefs("price")).toEqual([["0 to 999", true, "/games"]]);
  });

  it("begin at the first page again", () => {
    expect(read({ cursor: "abc" }).hrefs("tag")).toEqual([["NOIR", false, "/games?tag=noir"]]);
  });

  it("leave out what the place itself is", () => {
    const rpg: Place = { path: "/genres/rpg", fixed: { genre: ["rpg"] } };
    const { groups, hrefs, chosen } = read({ tag: "noir" }, rpg);
    expect(groups.map(({ name }) => name)).not.toContain("genre");
    expect(hrefs("tag")).toEqual([["NOIR", true, "/genres/rpg"]]);
    expect(chosen).toMatchObject([{ text: "NOIR", href: "/genres/rpg" }]);
  });

  it("are open where something is chosen in them", () => {
    const isOpen = (given: Record<string, string>) => read(given).groups.find(({ name }) => name === "tag")?.isOpen;
    expect([isOpen({}), isOpen({ tag: "noir" })]).toEqual([false, true]);
  });
});

describe("chosen filters", () => {
  it("are each named with the address without it", () => {
    const { chosen } = read({ q: "nova", genre: "rpg", priceMinCents: "500", rating: "4" });
    expect(chosen.map(({ text, href }) => [text, href])).toEqual([
      ["“nova”", "/games?genre=rpg&rating=4&priceMinCents=500"],
      ["RPG", "/games?q=nova&rating=4&priceMinCents=500"],
      ["4", "/games?q=nova&genre=rpg&priceMinCents=500"],
      ["500 to any", "/games?q=nova&genre=rpg&rating=4"],
    ]);
  });

  it("are counted without the search and the place's own", () => {
    const { query } = read({ q: "nova", genre: "rpg,puzzle", priceMinCents: "500", rating: "4" });
    expect(countChosen(CATALOGUE, query)).toBe(4);
    expect(countChosen({ path: "/genres/rpg", fixed: { genre: ["rpg"] } }, query)).toBe(2);
  });
});
