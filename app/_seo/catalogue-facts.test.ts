import { describe, expect, it } from "vitest";
import { gameQuerySchema } from "@/lib/shared/catalogue-query";
import { toCatalogueFacts } from "./catalogue-facts";

const factsOf = (query: string) =>
  toCatalogueFacts(gameQuerySchema.parse(Object.fromEntries(new URLSearchParams(query))));

describe("the catalogue's address for search engines", () => {
  it.each([
    ["", "/games"],
    ["sort=newest", "/games"],
    ["genre=rpg", "/genres/rpg"],
    ["genre=rpg&sort=price_asc", "/genres/rpg"],
    ["category=co-op", "/categories/co-op"],
    ["tag=roguelike", "/tags/roguelike"],
    ["publisher=lantern", "/publishers/lantern"],
    ["platform=linux", "/games?platform=linux"],
    ["offer=sale&sort=discount", "/games?offer=sale"],
  ])("of %j is %s", (query, path) => {
    expect(factsOf(query)).toEqual({ path, isIndexed: true });
  });

  it.each([
    ["q=ember", "/games?q=ember"],
    ["q=ember&genre=rpg", "/games?q=ember&genre=rpg"],
    ["genre=rpg,action", "/games?genre=action%2Crpg"],
    ["tag=roguelike&genre=rpg", "/games?genre=rpg&tag=roguelike"],
    ["rating=4", "/games?rating=4"],
    ["priceMaxCents=999", "/games?priceMaxCents=999"],
    ["cursor=abc", "/games"],
    ["genre=rpg&cursor=abc", "/games?genre=rpg"],
  ])("of %j stays out of the index, as one page in whatever order", (query, path) => {
    expect(factsOf(query)).toEqual({ path, isIndexed: false });
  });
});
