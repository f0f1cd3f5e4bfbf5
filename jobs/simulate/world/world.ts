import { Random } from "@/jobs/simulate/random";
import { addDays, type Day } from "@/lib/shared/day";
import { buildBaseGame, buildExtra, pickPublisher } from "./build-game";
import { planBundles } from "./bundles";
import { CONCEPTS } from "./catalogue/concepts";
import { EXTRAS } from "./catalogue/extras";
import type { World, WorldGame, WorldPublisher } from "./game";
import { namedUuid } from "./ids";
import { presentGame } from "./presentation";
import { PLANNED_DAYS, PromotionPlanner } from "./promotions";
import { PUBLISHERS } from "./publishers";
import { planExtraRelease, planReleases } from "./releases";
import { toSlug } from "./vocabulary";

/** Days of sales before and with the last day of data: two years. */
export const HISTORY_DAYS = 730;

/** Seed of the world that `npm run demo` shows. */
export const DEFAULT_SEED = 20_260_101;

function buildPublishers(): WorldPublisher[] {
  return PUBLISHERS.map(({ name, description }) => {
    const slug = toSlug(name);
    return { id: namedUuid(`publisher ${slug}`), slug, name, description, website: `https://${slug}.example` };
  });
}

function assignPublishers(seed: number): number[] {
  const random = new Random(seed, "publishers");
  return CONCEPTS.map((concept) => {
    const [scale] = concept.profile.split("/");
    return pickPublisher(scale === "big" || scale === "mid" ? scale : "indie", concept.genres, random);
  });
}

function buildGames(seed: number, day: Day): WorldGame[] {
  const withExtras = new Set(EXTRAS.map((extra) => extra.base));
  const titles = CONCEPTS.map((concept) => concept.title);
  const releases = planReleases(titles, withExtras, day, new Random(seed, "releases"));
  const publishers = assignPublishers(seed);
  const bases = CONCEPTS.map((concept, index) => {
    const placement = {
      index,
      publisherIndex: publishers[index] ?? 0,
      releaseDate: releases.get(concept.title) ?? day,
      day,
    };
    return buildBaseGame(concept, placement, new Random(seed, `game ${concept.title}`));
  });
  const byTitle = new Map(bases.map((game) => [game.title, game]));
  const extras = EXTRAS.map((concept, position) => {
    const base = byTitle.get(concept.base);
    if (!base) throw new Error(`${concept.title} extends an unknown game ${concept.base}`);
    const random = new Random(seed, `game ${concept.title}`);
    const releaseDate = planExtraRelease(base.releaseDate, random);
    const placement = { index: bases.length + position, publisherIndex: base.publisherIndex, releaseDate, day };
    return buildExtra(concept, base, placement, random);
  });
  return [...bases, ...extras].map((game) => presentGame(game, seed));
}

/** Builds the demo world whose last day of data is `day`. */
export function buildWorld({ day, seed = DEFAULT_SEED }: { day: Day; seed?: number }): World {
  const openingDay = addDays(day, 1 - HISTORY_DAYS);
  const publishers = buildPublishers();
  const games = buildGames(seed, day);
  const span = { startDay: openingDay, endDay: addDays(day, PLANNED_DAYS) };
  const names = publishers.map((publisher) => publisher.name);
  const promotions = new PromotionPlanner(games, names, span, seed).plan(addDays(day, 1));
  const bundles = planBundles({ games, publishers, day });
  return { seed, day, openingDay, publishers, games, promotions, bundles };
}
