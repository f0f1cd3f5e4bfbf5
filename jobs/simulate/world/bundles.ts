import { addDays, type Day } from "@/lib/shared/day";
import type { WorldBundle, WorldGame, WorldPublisher } from "./game";
import { namedUuid } from "./ids";
import { isSoldByKey } from "./sold-by-key";
import { toSlug } from "./vocabulary";

type SeriesBundle = { title: string; description: string; percent: number; games: readonly string[] };

/** Games that belong together, named by their titles. */
const SERIES: readonly SeriesBundle[] = [
  {
    title: "Aldermere: The Whole Realm",
    description: "The chronicle from its first page to the drowned county: the game and its great expansion.",
    percent: 15,
    games: ["Chronicle of Aldermere", "Chronicle of Aldermere: The Drowned Shire"],
  },
  {
    title: "Orchard, Cider & Geese",
    description: "A village, its orchards, and an island full of geese that nobody asked for.",
    percent: 10,
    games: ["Orchard & Co.", "Orchard & Co.: Goose Island"],
  },
  {
    title: "Castaways in All Weathers",
    description: "The archipelago in sunshine and in storm: build the raft, then keep it.",
    percent: 12,
    games: ["Saltwind Castaways", "Saltwind Castaways: Storm Season"],
  },
];

/** Houses with a collection of their own, and what it takes off. */
const COLLECTION_PERCENTS = [25, 20, 20, 15] as const;
const COLLECTION_GAMES = 4;
const FEWEST_COLLECTION_GAMES = 3;
/** A collection holds no game that came out only now. */
const SETTLED_DAYS = 120;

type Shelves = { games: readonly WorldGame[]; publishers: readonly WorldPublisher[]; day: Day };

function toBundle(bundle: Omit<WorldBundle, "id" | "slug">): WorldBundle {
  const slug = toSlug(bundle.title);
  return { ...bundle, id: namedUuid(`bundle ${slug}`), slug };
}

function planSeries({ games }: Shelves): WorldBundle[] {
  const byTitle = new Map(games.map((game) => [game.title, game]));
  return SERIES.map(({ games: titles, ...bundle }) => {
    const members = titles.map((title) => byTitle.get(title));
    const gameIndexes = members.flatMap((game) => (game ? [game.index] : []));
    if (gameIndexes.length < titles.length) throw new Error(`${bundle.title} names an unknown game`);
    return toBundle({ ...bundle, publisherIndex: members[0]?.publisherIndex ?? null, gameIndexes });
  });
}

/** The house's most wanted games; keys run out, and a collection with them. */
function listCollection({ games, day }: Shelves, publisherIndex: number): number[] {
  return games
    .filter((game) => game.publisherIndex === publisherIndex && game.kind === "base" && !isSoldByKey(game))
    .filter((game) => !game.isFree && game.releaseDate <= addDays(day, -SETTLED_DAYS))
    .toSorted((left, right) => right.appeal - left.appeal || left.index - right.index)
    .slice(0, COLLECTION_GAMES)
    .map(({ index }) => index);
}

function planCollections(shelves: Shelves): WorldBundle[] {
  const collections = shelves.publishers
    .map(({ name }, publisherIndex) => ({ name, publisherIndex, gameIndexes: listCollection(shelves, publisherIndex) }))
    .filter(({ gameIndexes }) => gameIndexes.length >= FEWEST_COLLECTION_GAMES)
    .toSorted((left, right) => right.gameIndexes.length - left.gameIndexes.length);
  return COLLECTION_PERCENTS.flatMap((percent, rank) => {
    const collection = collections[rank];
    if (!collection) return [];
    const { name, ...rest } = collection;
    const description = `What ${name} is known for, on one shelf: ${collection.gameIndexes.length} games to start with or to catch up on.`;
    return [toBundle({ ...rest, title: `${name} Collection`, description, percent })];
  });
}

/** The demo's bundles: series with their expansions, and collections of publishers. */
export function planBundles(shelves: Shelves): WorldBundle[] {
  return [...planSeries(shelves), ...planCollections(shelves)];
}
