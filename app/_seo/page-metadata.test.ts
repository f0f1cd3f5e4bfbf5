import { describe, expect, it } from "vitest";
import { toPageMetadata } from "./page-metadata";

const facts = { path: "/games/ember-tide", locale: "es", title: "Ember Tide", description: "Mareas." } as const;

describe("the metadata of a page", () => {
  it("names its own address and every language's, readers of others sent to the first", () => {
    expect(toPageMetadata(facts).alternates).toEqual({
      canonical: "http://localhost:3000/es/games/ember-tide",
      languages: {
        en: "http://localhost:3000/games/ember-tide",
        es: "http://localhost:3000/es/games/ember-tide",
        "x-default": "http://localhost:3000/games/ember-tide",
      },
    });
  });

  it("keeps a landing page in a language an address of its own", () => {
    expect(toPageMetadata({ ...facts, path: "/" }).alternates?.canonical).toBe("http://localhost:3000/es");
    expect(toPageMetadata({ ...facts, path: "/", locale: "en" }).alternates?.canonical).toBe("http://localhost:3000/");
  });

  it("shows who shares it the page's own picture, else the shop's, by its full address", () => {
    const [picture] = [toPageMetadata(facts).openGraph?.images].flat();
    expect(picture).toMatchObject({ url: "http://localhost:3000/share.png", width: 1200, height: 630 });
    const image = { url: "/media/games/ember-tide/hero.webp", width: 1920, height: 620, alt: "A red sea" };
    const own = toPageMetadata({ ...facts, image });
    expect(own.openGraph?.images).toEqual([
      { ...image, url: "http://localhost:3000/media/games/ember-tide/hero.webp" },
    ]);
    expect(own.twitter).toMatchObject({ card: "summary_large_image", title: "Ember Tide" });
  });

  it("keeps out of search engines what is not to be found there, and lets them follow its links", () => {
    expect(toPageMetadata(facts).robots).toBeUndefined();
    expect(toPageMetadata({ ...facts, isIndexed: false }).robots).toEqual({ index: false, follow: true });
  });
});
