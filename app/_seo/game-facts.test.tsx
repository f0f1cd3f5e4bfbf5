import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toGameFacts } from "./game-facts";
import { JsonLd } from "./json-ld";

const game: GameDetail = {
  id: "0b8f5f0e-7e2f-4f0e-8a54-0d9a3c1f0a11",
  slug: "ember-tide",
  title: "Ember Tide </script><script>alert(1)</script>",
  kind: "base",
  shortDescription: "A tide of embers.",
  publisher: { slug: "lantern", name: "Lantern" },
  developer: "Lantern Works",
  genres: [{ slug: "rpg", name: "RPG" }],
  cover: null,
  price: {
    listCents: 2000,
    amountCents: 1500,
    discountPercent: 25,
    currency: "USD",
    promotionEndsAt: "2026-12-01T18:00:00.000Z",
  },
  releaseDate: "2026-05-01",
  isReleased: true,
  rating: { average: 4.21, count: 12, positivePercent: 90, summary: "Very Positive" },
  description: "",
  minimumAge: 18,
  hero: null,
  screenshots: [],
  videos: [],
  categories: [
    { slug: "co-op", name: "Co-op" },
    { slug: "cloud-saves", name: "Cloud saves" },
  ],
  players: ["co-op"],
  tags: [],
  platforms: [{ slug: "windows", name: "Windows" }],
  languages: [{ code: "en", name: "English", hasInterface: true, hasSubtitles: true, hasAudio: true }],
  systemRequirements: [],
  builds: [],
  accessibility: [],
  ageRatings: [],
  baseGame: null,
  extras: [],
  updatedOn: "2026-11-01",
};

const page = {
  locale: "es",
  crumbs: [{ name: "Juegos", path: "/games" }],
  picture: { url: "/share/ember-tide.jpg", width: 1200, height: 630, alt: "" },
} as const;

// biome-ignore lint/suspicious/noExplicitAny: a test looks into the data by what it expects there
const factsOf = (changes: Partial<GameDetail> = {}): any[] =>
  JSON.parse(JSON.stringify(toGameFacts({ ...game, ...changes }, page)))["@graph"];

describe("the facts of a game's page", () => {
  it("offer the game at its price of the moment, in the currency's own unit", () => {
    const [videoGame, product] = factsOf();
    expect([videoGame["@type"], product["@type"]]).toEqual(["VideoGame", "Product"]);
    expect(product.offers).toMatchObject({
      price: "15.00",
      priceCurrency: "USD",
      priceValidUntil: "2026-12-01",
      availability: "https://schema.org/InStock",
    });
    expect(videoGame.offers).toEqual(product.offers);
    const yen = factsOf({ price: { ...game.price, amountCents: 1980, currency: "JPY" } as GameDetail["price"] });
    expect(yen[1].offers.price).toBe("1980");
  });

  it("say what they know and nothing else", () => {
    const [videoGame] = factsOf();
    expect(videoGame).toMatchObject({
      playMode: ["https://schema.org/CoOp"],
      typicalAgeRange: "18-",
      aggregateRating: { ratingValue: 4.21, ratingCount: 12, bestRating: 5, worstRating: 1 },
    });
    const rating = { average: null, count: 0, positivePercent: null, summary: null };
    const [bare] = factsOf({
      price: null,
      rating,
      releaseDate: null,
      isReleased: false,
      minimumAge: 0,
      categories: [],
      players: [],
    });
    for (const key of ["offers", "aggregateRating", "datePublished", "typicalAgeRange", "playMode"]) {
      expect(bare).not.toHaveProperty(key);
    }
  });

  it("name each way to play once, for imported games as well", () => {
    const [videoGame] = factsOf({
      categories: [{ slug: "multi-player", name: "Multi-player" }],
      players: ["single", "local-multiplayer", "online-multiplayer"],
    });
    expect(videoGame.playMode).toEqual(["https://schema.org/SinglePlayer", "https://schema.org/MultiPlayer"]);
  });

  it("offer nothing that is not out yet, since nobody can order it", () => {
    const rating = { average: null, count: 0, positivePercent: null, summary: null };
    const facts = factsOf({ isReleased: false, releaseDate: "2027-01-15", rating });
    expect(facts.map((fact) => fact["@type"])).toEqual(["VideoGame", "BreadcrumbList"]);
    for (const fact of facts) expect(fact).not.toHaveProperty("offers");
  });

  it("lead to the page in its language", () => {
    const [, , breadcrumbs] = factsOf();
    const steps = breadcrumbs.itemListElement.map(({ position, item }: { position: number; item: string }) => [
      position,
      new URL(item).pathname,
    ]);
    expect(steps).toEqual([
      [1, "/es/games"],
      [2, "/es/games/ember-tide"],
    ]);
  });

  it("end no script, whatever a title holds, and are read back as they were", () => {
    const html = renderToStaticMarkup(<JsonLd data={toGameFacts(game, page)} />);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    const json = html.replace(/^<script[^>]*>/, "").replace(/<\/script>$/, "");
    expect(JSON.parse(json)["@graph"][0].name).toBe(game.title);
  });
});
