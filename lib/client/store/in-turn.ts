const LOCK = "kratos.shopper";

/**
 * Runs what changes a visitor's cart or wishlist one after the other, in all tabs of the browser: a guest's first change
 * brings the cookie that the next one needs. Browsers without locks run it at once.
 */
export async function inTurn<Result>(signal: AbortSignal, run: () => Promise<Result>): Promise<Result> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request(LOCK, { signal }, run) : run();
}
