import type { Actor } from "../auth/actor";
import { type CatalogueView, toPriceView } from "../catalogue/prices";
import { type Db, getDb } from "../db";
import { type BecauseYouOwn, loadBecauseYouOwn } from "./because-you-own";
import { loadShopWindow, type ShopWindow } from "./shop-window";

/** Everything of the landing page that is the same for everybody, with prices as the visitor sees them. */
export function getShopWindow(view: CatalogueView = {}, db: Db = getDb()): Promise<ShopWindow> {
  return loadShopWindow(db, toPriceView(view));
}

/** Games like one that a user owns; null where there is nothing to go by. */
export function findBecauseYouOwn(
  { userId }: Pick<Actor, "userId">,
  view: CatalogueView = {},
  db: Db = getDb(),
): Promise<BecauseYouOwn | null> {
  return loadBecauseYouOwn(db, userId, toPriceView(view));
}
