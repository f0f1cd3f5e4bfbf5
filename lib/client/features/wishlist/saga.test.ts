import { afterEach, describe, expect, it, vi } from "vitest";
import type { CartLine } from "@/lib/shared/cart";
import { say } from "@/lib/shared/say";
import type { MovedToCart, Wish } from "@/lib/shared/wishlist";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { createTestBrowser } from "../../store/test-tabs";
import { gamesBought } from "../cart/slice";
import { sessionChanged } from "../session/slice";
import type { WishlistApi } from "./api";
import { applyChange, type WishChange } from "./changes";
import { wishlistSaga } from "./saga";
import { selectIsMovingToCart, selectIsWished, selectWishes } from "./selectors";
import { loadRequested, moveToCartRequest, toShownList, wishChanged } from "./slice";

const toWish = (title: string): Wish => ({
  gameId: `game-${title}`,
  slug: title.toLowerCase(),
  title,
  kind: "base",
  cover: null,
  price: null,
  unavailable: "not_released",
  missingBase: null,
  releaseDate: null,
  note: "",
  addedAt: "2026-01-01T00:00:00.000Z",
});

const [ember, tide, winter] = [toWish("Ember"), toWish("Tide"), toWish("Winter")];
const refused = new ApiError("network", "The store cannot be reached");

/** A server that keeps a wishlist, and fails where it is told to. */
function createServer(wishes: Wish[] = []) {
  let list = {
    gameIds: wishes.map(({ gameId }) => gameId),
    wishes: Object.fromEntries(wishes.map((w) => [w.gameId, w])),
  };
  const catalogue = new Map([ember, tide, winter].map((wish) => [wish.gameId, wish]));
  const toItems = () => list.gameIds.flatMap((gameId) => list.wishes[gameId] ?? catalogue.get(gameId) ?? []);
  return {
    loadIds: vi.fn(async () => [...list.gameIds]),
    loadWishes: vi.fn(async () => ({ items: toItems() })),
    sendChange: vi.fn(async (change: WishChange): Promise<Wish | undefined> => {
      const wish = catalogue.get(change.game.gameId);
      list = applyChange(list, change.kind === "add" && wish ? { wish, ...change } : change);
      return toItems().find(({ gameId }) => gameId === change.game.gameId);
    }),
    moveToCart: vi.fn(async (gameIds: string[]): Promise<MovedToCart> => {
      list = { ...list, gameIds: list.gameIds.filter((gameId) => !gameIds.includes(gameId)) };
      return { movedIds: gameIds, kept: [], cart: { lines: [{ ...ember } as unknown as CartLine] } };
    }),
  } satisfies WishlistApi;
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

async function start(server: ReturnType<typeof createServer>, browser = createTestBrowser()) {
  const store = makeStore();
  const task = runSagas(store, () => wishlistSaga(server, browser.openTab()));
  running.push(() => task.cancel());
  const view = () => store.getState().wishlist.view;
  await vi.waitFor(() => expect(view().status).not.toBe("loading"));
  const ids = () => toShownList(view()).gameIds;
  const settled = () =>
    vi.waitFor(async () => {
      expect(view().pending).toEqual([]);
      expect(ids()).toEqual(await server.loadIds());
    });
  const notes = () => store.getState().notifications.items;
  const change = (given: WishChange) => store.dispatch(wishChanged(given));
  return { store, view, ids, settled, notes, change };
}

describe("the wishlist's saga", () => {
  it("marks a game at once, keeps it, and says so", async () => {
    const server = createServer([ember]);
    const { store, ids, settled, notes, change } = await start(server);
    change({ kind: "add", game: tide });
    expect(selectIsWished(store.getState(), tide.gameId)).toBe(true);
    await settled();
    expect(ids()).toEqual([ember.gameId, tide.gameId]);
    expect(notes()).toMatchObject([{ kind: "success", text: say("notices.wishAdded", { title: "Tide" }) }]);
  });

  it.each<WishChange>([
    { kind: "add", game: winter },
    { kind: "remove", game: ember },
    { kind: "move", game: ember, before: null },
    { kind: "note", game: ember, note: "soon" },
  ])("takes a refused $kind back and says why", async (given) => {
    const server = createServer([ember, tide]);
    const { store, ids, settled, notes, change } = await start(server);
    store.dispatch(loadRequested({ withWishes: true }));
    await vi.waitFor(() => expect(selectWishes(store.getState())).toHaveLength(2));
    server.sendChange.mockRejectedValueOnce(refused);
    change(given);
    await settled();
    expect(ids()).toEqual([ember.gameId, tide.gameId]);
    expect(selectWishes(store.getState())).toEqual([ember, tide]);
    expect(notes()).toMatchObject([{ kind: "error", text: "The store cannot be reached" }]);
  });

  it("loads the list anew where it turns out to be another one", async () => {
    const server = createServer([ember, tide]);
    const { ids, change } = await start(server);
    server.sendChange.mockRejectedValueOnce(new ApiError("conflict", "Your wishlist was changed elsewhere"));
    server.loadIds.mockResolvedValueOnce([winter.gameId]);
    change({ kind: "move", game: ember, before: null });
    await vi.waitFor(() => expect(ids()).toEqual([winter.gameId]));
  });

  it("shows what the server made of a change whose answer was lost", async () => {
    const server = createServer([ember]);
    const { ids, change } = await start(server);
    server.sendChange.mockImplementationOnce(async (given) => {
      await server.sendChange(given);
      throw new ApiError("timeout", "No answer in time");
    });
    change({ kind: "add", game: tide });
    await vi.waitFor(() => expect(server.loadIds).toHaveBeenCalledTimes(2));
    await vi.waitFor(() => expect(ids()).toEqual([ember.gameId, tide.gameId]));
  });

  it("sends a double click once", async () => {
    const server = createServer();
    const { settled, change } = await start(server);
    change({ kind: "add", game: ember });
    change({ kind: "add", game: ember });
    await settled();
    expect(server.sendChange).toHaveBeenCalledTimes(1);
  });

  it("offers to undo a removal, which brings place and note back", async () => {
    const server = createServer([ember, tide, winter]);
    const { store, ids, settled, notes, change } = await start(server);
    store.dispatch(loadRequested({ withWishes: true }));
    await vi.waitFor(() => expect(selectWishes(store.getState())).toHaveLength(3));
    change({ kind: "note", game: tide, note: "for Kim" });
    await settled();
    change({ kind: "remove", game: tide });
    await settled();
    expect(ids()).toEqual([ember.gameId, winter.gameId]);
    const undo = notes().find(({ action }) => action)?.action?.event;
    if (!undo) throw new Error("no undo was offered");
    store.dispatch(undo);
    await settled();
    expect(ids()).toEqual([ember.gameId, tide.gameId, winter.gameId]);
    expect(selectWishes(store.getState())[1]).toMatchObject({ title: "Tide", note: "for Kim" });
  });

  it("ends as the last of quick changes wants it, here and on the server", async () => {
    const server = createServer([ember, tide, winter]);
    const { ids, settled, change } = await start(server);
    change({ kind: "move", game: winter, before: ember.gameId });
    change({ kind: "remove", game: ember });
    change({ kind: "move", game: winter, before: null });
    change({ kind: "add", game: ember });
    await settled();
    expect(ids()).toEqual([tide.gameId, winter.gameId, ember.gameId]);
  });

  it("keeps unconfirmed changes over a load that does not know them yet", async () => {
    const server = createServer([ember]);
    const { store, view, ids, change } = await start(server);
    let answer = (_stale: string[]) => {};
    server.loadIds.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    store.dispatch(loadRequested({ withWishes: false }));
    change({ kind: "add", game: tide });
    answer([ember.gameId, winter.gameId]);
    await vi.waitFor(() => expect(ids()).toEqual([ember.gameId, winter.gameId, tide.gameId]));
    await vi.waitFor(() => expect(view().pending).toEqual([]));
    expect(ids()).toEqual([ember.gameId, winter.gameId, tide.gameId]);
  });

  it("moves wishes into the cart that is shown, and says what stays", async () => {
    const server = createServer([ember, tide]);
    const { store, ids, notes } = await start(server);
    const kept = [{ gameId: tide.gameId, reason: "not_released" as const }];
    server.moveToCart.mockResolvedValueOnce({
      movedIds: [ember.gameId],
      kept,
      cart: { lines: [{ ...ember } as unknown as CartLine] },
    });
    store.dispatch(moveToCartRequest.requested([ember.gameId, tide.gameId]));
    expect(selectIsMovingToCart(store.getState())).toBe(true);
    await vi.waitFor(() => expect(ids()).toEqual([tide.gameId]));
    expect(store.getState().cart.lines.map(({ title }) => title)).toEqual(["Ember"]);
    await vi.waitFor(() => expect(notes()[0]?.text).toBe(say("notices.wishesMoved", { moved: 1, kept: 1 })));
  });

  it("says why wishes could not be moved, and leaves them", async () => {
    const server = createServer([ember]);
    const { store, ids, notes } = await start(server);
    server.moveToCart.mockRejectedValueOnce(refused);
    store.dispatch(moveToCartRequest.requested([ember.gameId]));
    await vi.waitFor(() => expect(notes()).toMatchObject([{ kind: "error", text: "The store cannot be reached" }]));
    expect([ids(), selectIsMovingToCart(store.getState())]).toEqual([[ember.gameId], false]);
  });

  it("shows in every tab what was done in one", async () => {
    const [server, browser] = [createServer([ember, tide]), createTestBrowser()];
    const [one, other] = [await start(server, browser), await start(server, browser)];
    one.change({ kind: "move", game: tide, before: ember.gameId });
    await vi.waitFor(() => expect(other.ids()).toEqual([tide.gameId, ember.gameId]));
    other.change({ kind: "remove", game: tide });
    await vi.waitFor(() => expect(one.ids()).toEqual([ember.gameId]));
    expect(one.notes()).toEqual([]);
    other.store.dispatch(moveToCartRequest.requested([ember.gameId]));
    await vi.waitFor(() => expect(one.ids()).toEqual([]));
    expect(browser.told).toEqual(["wishlist", "wishlist", "cart", "wishlist"]);
  });

  it("drops what is under way when somebody else signs in, and loads their list", async () => {
    const server = createServer([ember]);
    const { store, view, ids, change } = await start(server);
    const signals: AbortSignal[] = [];
    const hang = (_input: unknown, signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<never>(() => undefined);
    };
    server.sendChange.mockImplementationOnce(hang as unknown as typeof server.sendChange);
    server.moveToCart.mockImplementationOnce(hang as unknown as typeof server.moveToCart);
    change({ kind: "add", game: tide });
    store.dispatch(moveToCartRequest.requested([ember.gameId]));
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    store.dispatch(sessionChanged({ view: null, cause: "sign_out" }));
    await vi.waitFor(() => expect(ids()).toEqual([ember.gameId]));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect([view().pending, selectIsMovingToCart(store.getState())]).toEqual([[], false]);
  });

  it("says that the list could not be loaded, and loads it when asked again", async () => {
    const server = createServer([ember]);
    server.loadIds.mockRejectedValueOnce(refused);
    const { store, view, ids } = await start(server);
    expect(view().status).toBe("failed");
    store.dispatch(loadRequested({ withWishes: true }));
    await vi.waitFor(() => expect(ids()).toEqual([ember.gameId]));
  });

  it("forgets what was bought, in every tab", async () => {
    const [server, browser] = [createServer([ember, tide]), createTestBrowser()];
    const [one, other] = [await start(server, browser), await start(server, browser)];
    await server.sendChange({ kind: "remove", game: ember });
    one.store.dispatch(gamesBought());
    await vi.waitFor(() => expect([one.ids(), other.ids()]).toEqual([[tide.gameId], [tide.gameId]]));
  });
});
