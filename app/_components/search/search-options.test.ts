import { describe, expect, it } from "vitest";
import { listOptions } from "./search-options";
import { stepOption } from "./use-search-keys";

const suggestions = {
  games: [{ slug: "nova", title: "Nova", cover: null, price: null }],
  terms: [
    { facet: "publisher" as const, value: "nova-house", name: "Nova House" },
    { facet: "category" as const, value: "co-op", name: "Co-op" },
  ],
};

const listHrefs = (view: Parameters<typeof listOptions>[0]) =>
  listOptions(view, "list").map(({ name, options }) => [name, ...options.map(({ href }) => href)]);

describe("listOptions", () => {
  it("offers what was searched for lately, and places, while the box is empty", () => {
    expect(listHrefs({ text: "", recent: ["iron & wine"], suggestions })).toEqual([
      ["recent", "/games?q=iron+%26+wine"],
      ["explore", "/games?sort=newest", "/games?offer=sale&sort=discount", "/genres"],
    ]);
    expect(listHrefs({ text: "", recent: [], suggestions: null }).map(([name]) => name)).toEqual(["explore"]);
  });

  it("offers games, then terms at their own pages, then all results of what was typed", () => {
    expect(listHrefs({ text: "nova", recent: ["iron"], suggestions })).toEqual([
      ["games", "/games/nova"],
      ["more", "/publishers/nova-house", "/categories/co-op"],
      ["all", "/games?q=nova"],
    ]);
  });

  it("offers all results before any suggestion is there", () => {
    expect(listHrefs({ text: "nova", recent: [], suggestions: null })).toEqual([["all", "/games?q=nova"]]);
  });

  it("gives each row an id of its own", () => {
    const ids = listOptions({ text: "nova", recent: [], suggestions }, "list").flatMap(({ options }) =>
      options.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("stepOption", () => {
  it("walks from the box through the rows and back to the box, both ways", () => {
    const walk = (key: "ArrowDown" | "ArrowUp") =>
      [0, 1, 2].reduce((places) => [...places, stepOption(places.at(-1) ?? -1, key, 2)], [-1]);
    expect(walk("ArrowDown")).toEqual([-1, 0, 1, -1]);
    expect(walk("ArrowUp")).toEqual([-1, 1, 0, -1]);
    expect(stepOption(-1, "ArrowDown", 0)).toBe(-1);
  });
});
