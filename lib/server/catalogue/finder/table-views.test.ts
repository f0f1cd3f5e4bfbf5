import { expect, it } from "vitest";
import { type GameFacts, GameTable } from "./game-table";
import { createPriceBoard, NO_PRICE } from "./price-board";
import { TableViews } from "./table-views";
import { TermBook } from "./terms";

const facts: GameFacts = {
  ordinal: 1,
  id: "one",
  kind: "base",
  titleKey: "one",
  popularity: 0,
  reviewCount: 0,
  positiveCount: 0,
  ratingAverage: null,
  releaseDay: 0,
  publisherId: "publisher",
  prices: { USD: 1000 },
  currency: "USD",
  offers: [],
  genres: [],
  categories: [],
  tags: [],
  platforms: [],
  languages: [],
  accessibility: [],
};

function tableOf(...games: Partial<GameFacts>[]): GameTable {
  const table = new GameTable(64, new TermBook([]));
  for (const game of games) table.put({ ...facts, ...game });
  return table;
}

it("has a price for what is sold in its own currency only", () => {
  const table = tableOf({ prices: { EUR: 900 } }, { ordinal: 2, id: "two", prices: { USD: 1000, EUR: 800 } });
  const { amounts } = createPriceBoard(table, "EUR", 0);
  expect([...amounts.subarray(1, 3)]).toEqual([NO_PRICE, 800]);
});

it("puts games in the order of what they cost now, after many other prices were asked for", () => {
  const table = tableOf({}, { ordinal: 2, id: "two", prices: { USD: 2000 } });
  const views = new TableViews(table);
  const listByPrice = () => [...views.orderOf("price_asc", views.boardAt("USD", 0), 0).ordinals];
  expect(listByPrice()).toEqual([1, 2]);
  for (let place = 0; place < 12; place += 1) views.boardAt(`X${place}`, 0);
  table.put({ ...facts, prices: { USD: 3000 } });
  views.update(new Set([1]));
  expect(listByPrice()).toEqual([2, 1]);
});
