import { describe, expect, it } from "vitest";
import { describeMedia, MEDIA_SLOTS, mediaKey } from "@/jobs/simulate/art/media";
import { addDays, daysBetween } from "@/lib/shared/day";
import { ACCESSIBILITY_FEATURES } from "./accessibility";
import { CATEGORIES } from "./categories";
import { GENRE_SLUGS } from "./genres";
import { listPriceOn } from "./pricing";
import { DEPTHS, layOutDiscounts } from "./promotions";
import { listSeasonalSales, seasonFactor, thanksgivingOf } from "./seasons";
import { isSoldByKey } from "./sold-by-key";
import { toSlug } from "./vocabulary";
import { buildWorld, HISTORY_DAYS } from "./world";

const day = "2026-11-22";
const world = buildWorld({ day });
const bases = world.games.filter((game) => game.kind === "base");

describe("buildWorld", { timeout: 30_000 }, () => {
  it("is a function of day and seed alone", () => {
    expect(buildWorld({ day })).toEqual(world);
    expect(buildWorld({ day, seed: 3 }).games.map((game) => game.releaseDate)).not.toEqual(
      world.games.map((game) => game.releaseDate),
    );
    expect(buildWorld({ day: "2027-02-03" }).games.map((game) => game.id)).toEqual(world.games.map((game) => game.id));
  });

  it("has 120 games, extras that follow their base, and names and ids that are unique", () => {
    expect(bases).toHaveLength(120);
    expect(world.publishers).toHaveLength(20);
    for (const key of ["id", "slug", "title"] as const) {
      expect(new Set(world.games.map((game) => game[key])).size).toBe(world.games.length);
    }
    for (const extra of world.games.filter((game) => game.kind !== "base")) {
      const base = world.games[extra.baseIndex ?? -1];
      expect(base && daysBetween(base.releaseDate, extra.releaseDate)).toBeGreaterThan(60);
      expect(extra.releaseDate < day).toBe(true);
    }
  });

  it.each(["2026-11-22", "2026-07-01", "2027-01-03", "2028-02-29"])(
    "launched and announced games fit the day %s",
    (date) => {
      const ages = buildWorld({ day: date }).games.map((game) => daysBetween(game.releaseDate, date));
      expect(ages.filter((age) => age >= 0 && age < 7)).toHaveLength(4);
      expect(ages.filter((age) => age < 0)).toHaveLength(6);
      expect(ages.filter((age) => age >= 0 && age < HISTORY_DAYS).length).toBeGreaterThan(65);
      expect(Math.max(...ages)).toBeLessThan(5.2 * 365);
    },
  );

  it("covers every genre and says what a store page needs", () => {
    for (const genre of GENRE_SLUGS)
      expect(bases.filter((game) => game.genres.includes(genre)).length).toBeGreaterThanOrEqual(4);
    const known = new Set<string>(CATEGORIES.map((category) => category.slug));
    for (const game of world.games) {
      expect(game.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(game.shortDescription.length).toBeGreaterThan(20);
      expect(game.shortDescription.length).toBeLessThan(200);
      expect(game.description.length).toBeGreaterThan(160);
      expect(game.categories.every((slug) => known.has(slug))).toBe(true);
      expect(game.tags.length).toBeGreaterThanOrEqual(4);
      expect(game.requirements.length).toBeGreaterThanOrEqual(2);
      expect(game.ageRatings.map((rating) => rating.board)).toEqual(["PEGI", "ESRB", "USK"]);
      expect(game.isFree).toBe(listPriceOn(game.priceSteps, day).USD === 0);
    }
    const sentences = bases
      .flatMap((game) => [game.shortDescription, ...game.description.split("\n")])
      .filter((line) => line.length > 60);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("has three or four free games and prices that only step down", () => {
    expect(bases.filter((game) => game.isFree).length).toBeGreaterThanOrEqual(3);
    expect(bases.filter((game) => game.isFree).length).toBeLessThanOrEqual(4);
    for (const game of world.games) {
      const [first, second] = game.priceSteps;
      if (!first || !second) continue;
      expect(second.prices.USD).toBeLessThan(first.prices.USD);
      expect(listPriceOn(game.priceSteps, addDays(second.validFrom, -1))).toEqual(first.prices);
      expect(listPriceOn(game.priceSteps, second.validFrom)).toEqual(second.prices);
    }
  });

  it("describes every picture in its own words", () => {
    const alts = world.games.flatMap((game) => MEDIA_SLOTS.map((slot) => describeMedia(game, slot)));
    expect(alts.every((alt) => alt.length > 25 && alt.length < 200)).toBe(true);
    expect(new Set(alts).size).toBe(alts.length);
    expect(mediaKey("a-game", MEDIA_SLOTS[0] ?? { kind: "hero", position: 0, name: "", width: 1, height: 1 })).toBe(
      "kratos/media/a-game/cover.webp",
    );
  });
});

describe("bundles", { timeout: 30_000 }, () => {
  it.each(["2026-11-22", "2026-07-01", "2028-02-29"])("can all be bought on %s: out, priced, not by key", (date) => {
    const { bundles, games } = buildWorld({ day: date });
    expect(bundles).toHaveLength(7);
    expect(new Set(bundles.map(({ slug }) => slug)).size).toBe(7);
    for (const { gameIndexes } of bundles) {
      const members = gameIndexes.map((index) => games[index]);
      expect(members.length).toBeGreaterThanOrEqual(2);
      for (const game of members) {
        expect(game && game.releaseDate <= date && game.hasPrice && !game.isFree).toBe(true);
        const base = game?.baseIndex;
        if (typeof base === "number" && game?.kind === "dlc") expect(gameIndexes).toContain(base);
      }
    }
    for (const { gameIndexes } of bundles.filter(({ title }) => title.endsWith("Collection"))) {
      expect(gameIndexes.some((index) => games[index] && isSoldByKey(games[index]))).toBe(false);
    }
  });
});

describe("what the store shows", () => {
  it("has one game without pictures, another without a price, and six trailers", () => {
    const titles = (isLacking: (game: (typeof world.games)[number]) => boolean) =>
      world.games.filter(isLacking).map(({ title }) => title);
    expect(titles(({ hasPictures }) => !hasPictures)).toEqual(["Daughters of the Tide"]);
    expect(titles(({ hasPrice }) => !hasPrice)).toEqual(["Carnival Last Stand"]);
    expect(titles(({ hasTrailer }) => hasTrailer)).toHaveLength(6);
  });

  it("says of each accessibility feature which games have it, of all areas", () => {
    const known = new Map(ACCESSIBILITY_FEATURES.map(({ slug, area }) => [slug, area]));
    for (const { slug } of ACCESSIBILITY_FEATURES) {
      expect(world.games.filter(({ accessibility }) => accessibility.includes(slug)).length).toBeGreaterThan(5);
    }
    expect(new Set(known.values())).toEqual(new Set(["vision", "hearing", "motor", "cognitive"]));
    for (const { accessibility } of world.games) expect(accessibility.every((slug) => known.has(slug))).toBe(true);
  });
});

describe("promotions", { timeout: 30_000 }, () => {
  it("use the usual depths, never a free game nor one that is too young", () => {
    for (const promotion of world.promotions) {
      expect(promotion.startDay <= promotion.endDay).toBe(true);
      for (const { gameIndex, percent } of promotion.games) {
        const game = world.games[gameIndex];
        expect(DEPTHS).toContain(percent);
        expect(game?.isFree).toBe(false);
        expect(game && daysBetween(game.releaseDate, promotion.startDay)).toBeGreaterThanOrEqual(30);
      }
    }
  });

  it.each(["2026-11-22", "2026-05-10", "2026-12-24"])(
    "are live on the day after %s and planned for the next 60",
    (date) => {
      const { promotions, games } = buildWorld({ day: date });
      const today = addDays(date, 1);
      const live = new Set(
        promotions
          .filter((sale) => sale.startDay <= today && today <= sale.endDay)
          .flatMap((sale) => sale.games.map((game) => game.gameIndex)),
      );
      expect(live.size).toBeGreaterThanOrEqual(12);
      expect(live.size).toBeLessThan(games.length);
      expect(promotions.filter((sale) => sale.startDay > today).length).toBeGreaterThanOrEqual(4);
    },
  );

  it("lay out as the deepest discount of each day", () => {
    const games = [{ gameIndex: 1, percent: 20 }];
    const sale = { id: "a", name: "a", publisherIndex: null, startDay: "2026-01-02", endDay: "2026-01-04", games };
    const deeper = { ...sale, startDay: "2026-01-03", endDay: "2026-02-01", games: [{ gameIndex: 1, percent: 50 }] };
    const percent = layOutDiscounts([deeper, sale], { games: 2, days: 5, startDay: "2026-01-01" });
    expect([...percent]).toEqual([0, 0, 0, 0, 0, 0, 20, 50, 50, 50]);
  });
});

describe("seasons", () => {
  it("know Thanksgiving and the sales around it", () => {
    expect(["2024", "2025", "2026"].map((year) => thanksgivingOf(Number(year)))).toEqual([
      "2024-11-28",
      "2025-11-27",
      "2026-11-26",
    ]);
    expect(listSeasonalSales("2026-11-27", "2026-11-27").map((sale) => sale.name)).toEqual(["Autumn Sale 2026"]);
    expect(listSeasonalSales("2027-01-02", "2027-01-02").map((sale) => sale.name)).toEqual(["Winter Sale 2026"]);
    expect(seasonFactor("2026-12-25")).toBeGreaterThan(1.2 * seasonFactor("2026-09-15"));
  });
});

describe("toSlug", () => {
  it.each([
    ["Marigold & the Clockwork Sea", "marigold-and-the-clockwork-sea"],
    ["Thunder Alley '88", "thunder-alley-88"],
    ["Corner Café Stories", "corner-cafe-stories"],
    ["Sable Covenant: Ash Liturgy", "sable-covenant-ash-liturgy"],
  ])("turns %s into %s", (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });
});
