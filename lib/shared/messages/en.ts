import account from "./en/account.json";
import admin from "./en/admin.json";
import auth from "./en/auth.json";
import bundles from "./en/bundles.json";
import cart from "./en/cart.json";
import catalogue from "./en/catalogue.json";
import charts from "./en/charts.json";
import checkout from "./en/checkout.json";
import common from "./en/common.json";
import errors from "./en/errors.json";
import featured from "./en/featured.json";
import forecast from "./en/forecast.json";
import game from "./en/game.json";
import gameLive from "./en/gameLive.json";
import home from "./en/home.json";
import library from "./en/library.json";
import mails from "./en/mails.json";
import notices from "./en/notices.json";
import orders from "./en/orders.json";
import pipelines from "./en/pipelines.json";
import publisher from "./en/publisher.json";
import reviewDesk from "./en/reviewDesk.json";
import reviews from "./en/reviews.json";
import sales from "./en/sales.json";
import shell from "./en/shell.json";
import system from "./en/system.json";
import taxonomy from "./en/taxonomy.json";
import terms from "./en/terms.json";
import wishlist from "./en/wishlist.json";

/** Every text of the shop in English; its shape is what each other language must have. */
export const en = {
  account,
  admin,
  auth,
  bundles,
  cart,
  catalogue,
  charts,
  checkout,
  common,
  errors,
  featured,
  forecast,
  game,
  gameLive,
  home,
  library,
  mails,
  notices,
  orders,
  pipelines,
  publisher,
  reviewDesk,
  reviews,
  sales,
  shell,
  system,
  taxonomy,
  terms,
  wishlist,
};

export type Messages = typeof en;

/** A group of texts: one feature's. */
export type Namespace = keyof Messages;
