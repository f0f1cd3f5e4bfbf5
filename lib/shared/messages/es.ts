import type { Messages } from "./en";
import account from "./es/account.json";
import admin from "./es/admin.json";
import auth from "./es/auth.json";
import bundles from "./es/bundles.json";
import cart from "./es/cart.json";
import catalogue from "./es/catalogue.json";
import charts from "./es/charts.json";
import checkout from "./es/checkout.json";
import common from "./es/common.json";
import errors from "./es/errors.json";
import featured from "./es/featured.json";
import forecast from "./es/forecast.json";
import game from "./es/game.json";
import gameLive from "./es/gameLive.json";
import home from "./es/home.json";
import library from "./es/library.json";
import mails from "./es/mails.json";
import notices from "./es/notices.json";
import orders from "./es/orders.json";
import pipelines from "./es/pipelines.json";
import publisher from "./es/publisher.json";
import reviewDesk from "./es/reviewDesk.json";
import reviews from "./es/reviews.json";
import sales from "./es/sales.json";
import shell from "./es/shell.json";
import system from "./es/system.json";
import taxonomy from "./es/taxonomy.json";
import terms from "./es/terms.json";
import wishlist from "./es/wishlist.json";

/** Every text of the shop in Spanish. */
export const es: Messages = {
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
