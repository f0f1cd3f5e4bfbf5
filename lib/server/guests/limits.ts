import type { RateLimit } from "../http/rate-limit";

/** How often one account or network address may change a cart: more than anybody clicks, less than a script wants. */
export const CART_LIMIT: RateLimit = { name: "cart.change", points: 240, durationSeconds: 600 };

/** How often it may change a wishlist; ordering one by the keyboard takes a request for a step. */
export const WISHLIST_LIMIT: RateLimit = { name: "wishlist.change", points: 600, durationSeconds: 600 };
