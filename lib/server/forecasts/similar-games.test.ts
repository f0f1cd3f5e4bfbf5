import { describe, expect, it } from "vitest";
import { type ComparedGame, rankSimilarGames } from "./similar-games";

const genre = (name: string) => ({ slug: name.toLowerCase(), name });
const game = (slug: string, genres: string[], rest: Partial<ComparedGame> = {}): ComparedGame => ({
  slug,
  publisher: `publisher of ${slug}`,
  genres: genres.map(genre),
  priceCents: 1999,
  currency: "USD",
  releaseDate: "2026-01-01",
  ...rest,
});
const coming = game("coming", ["Action", "RPG"], { publisher: "acme" });
const rank = (others: ComparedGame[], count = 5) =>
  rankSimilarGames(coming, others, count).map((similar) => similar.game.slug);

describe("rankSimilarGames", () => {
  it("puts genres first, then publisher and price", () => {
    const both = game("both", ["Action", "RPG"], { priceCents: 5999 });
    const one = game("one", ["Action"]);
    const oneOfOurs = game("one-of-ours", ["Action"], { publisher: "acme" });
    const dear = game("dear", ["Action"], { priceCents: 5999 });
    expect(rank([dear, one, oneOfOurs, both])).toEqual(["both", "one-of-ours", "one", "dear"]);
  });

  it("names neither itself nor a game without a genre in common, and no more than asked for", () => {
    expect(rank([coming, game("puzzle", ["Puzzle"], { publisher: "acme" })])).toEqual([]);
    expect(rank([game("a", ["RPG"]), game("b", ["RPG"])], 1)).toHaveLength(1);
  });

  it("prefers the fresher of equals", () => {
    expect(rank([game("old", ["RPG"]), game("new", ["RPG"], { releaseDate: "2026-03-01" })])).toEqual(["new", "old"]);
  });

  it("says why", () => {
    const near = game("near", ["RPG", "Action", "Indie"], { publisher: "acme", priceCents: 2199 });
    expect(rankSimilarGames(coming, [near], 1)[0]?.reasons).toEqual([
      { about: "genres", genres: [genre("RPG"), genre("Action")] },
      { about: "publisher" },
      { about: "price", priceCents: 2199, currency: "USD" },
    ]);
  });

  it("compares no prices of different currencies, and takes two free games for alike", () => {
    const reasonsOf = (a: ComparedGame, b: ComparedGame) => rankSimilarGames(a, [b], 1)[0]?.reasons;
    expect(reasonsOf(coming, game("yen", ["RPG"], { currency: "JPY" }))).toEqual([
      { about: "genres", genres: [genre("RPG")] },
    ]);
    const free = { priceCents: 0 };
    expect(reasonsOf(game("f", ["RPG"], free), game("g", ["RPG"], free))?.at(-1)).toMatchObject({
      about: "price",
      priceCents: 0,
    });
    expect(reasonsOf(game("f", ["RPG"], free), game("g", ["RPG"]))).toHaveLength(1);
  });
});
