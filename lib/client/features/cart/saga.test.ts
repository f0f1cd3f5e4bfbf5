import { afterEach, describe, expect, it, vi } from "vitest";
import type { Cart, CartLine } from "@/lib/shared/cart";
import { computeCartTotals } from "@/lib/shared/cart-totals";
import { say } from "@/lib/shared/say";
import type { Wish } from "@/lib/shared/wishlist";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { createTestBrowser } from "../../store/test-tabs";
import { dismissed } from "../notifications/slice";
import { sessionChanged } from "../session/slice";
import type { CartApi } from "./api";
import { cartSaga } from "./saga";
import { withoutRemoved } from "./selectors";
import { drawerOpened, gamesBought, itemAdded, itemRemoved, itemSaved, loadRequested } from "./slice";

const toLine = (title: string, amountCents = 1999): CartLine => ({
  gameId: `game-${title}`,
  slug: title.toLowerCase(),
  title,
  cover: null,
  price: { listCents: amountCents, amountCents, discountPercent: 0, currency: "USD", promotionEndsAt: null },
  unavailable: null,
  base: null,
  bundle: null,
});

const [ember, tide, winter] = [toLine("Ember"), toLine("Tide"), toLine("Winter")];

/** A server that keeps a cart at its own prices, and fails where it is told to. */
function createServer(lines: CartLine[] = [], toOwn = (line: CartLine): CartLine => line) {
  const cart = new Map(lines.map((line) => [line.gameId, line]));
  return {
    loadCart: vi.fn(async (): Promise<Cart> => ({ lines: [...cart.values()].map(toOwn) })),
    addItem: vi.fn(async (line: CartLine): Promise<CartLine> => {
      cart.set(line.gameId, line);
      return toOwn(line);
    }),
    removeItem: vi.fn(async (line: CartLine): Promise<undefined> => {
      cart.delete(line.gameId);
    }),
    saveForLater: vi.fn(async (line: CartLine): Promise<Wish> => {
      cart.delete(line.gameId);
      const { bundle: _bundle, base: _base, ...game } = line;
      const wish = { kind: "base", missingBase: null, releaseDate: null, note: "", addedAt: "2026-01-01T00:00:00Z" };
      return { ...game, ...wish } as Wish;
    }),
  } satisfies CartApi;
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

async function start(server: ReturnType<typeof createServer>, browser = createTestBrowser()) {
  const store = makeStore();
  const task = runSagas(store, () => cartSaga(server, browser.openTab()));
  running.push(() => task.cancel());
  await vi.waitFor(() => expect(store.getState().cart.status).not.toBe("loading"));
  const titles = () => store.getState().cart.lines.map(({ title }) => title);
  const settled = () =>
    vi.waitFor(async () => {
      expect(store.getState().cart.pending).toEqual({});
      expect(titles()).toEqual((await server.loadCart()).lines.map(({ title }) => title));
    });
  const notes = () => store.getState().notifications.items;
  return { store, titles, settled, notes };
}

describe("the cart's saga", () => {
  it("shows an added game at once, and the price that the server answers with", async () => {
    const server = createServer([ember], (line) => (line.title === "Tide" ? toLine("Tide", 999) : line));
    const { store, titles, settled, notes } = await start(server);
    store.dispatch(itemAdded(tide));
    expect(titles()).toEqual(["Ember", "Tide"]);
    await settled();
    expect(computeCartTotals(store.getState().cart.lines)).toMatchObject([{ amountCents: 2998, currency: "USD" }]);
    expect(notes().map(({ text }) => text)).toEqual([say("notices.cartAdded", { title: "Tide" })]);
  });

  it("takes a refused game out again and says why", async () => {
    const server = createServer([ember]);
    const { store, titles, settled, notes } = await start(server);
    server.addItem.mockRejectedValueOnce(new ApiError("conflict", "This game is already in your library"));
    store.dispatch(itemAdded(tide));
    await settled();
    expect(titles()).toEqual(["Ember"]);
    expect(notes()).toMatchObject([{ kind: "error", text: "This game is already in your library" }]);
  });

  it("shows what the server made of a change whose answer was lost", async () => {
    const server = createServer([ember]);
    const { store, titles } = await start(server);
    server.addItem.mockImplementationOnce(async (line) => {
      await server.addItem(line);
      throw new ApiError("timeout", "No answer in time");
    });
    store.dispatch(itemAdded(tide));
    await vi.waitFor(() => expect(server.loadCart).toHaveBeenCalledTimes(2));
    await vi.waitFor(() => expect(titles()).toEqual(["Ember", "Tide"]));
  });

  it("sends what is taken out of the server's page before the browser has loaded its own cart, once", async () => {
    const server = createServer([ember, tide]);
    const store = makeStore();
    store.dispatch(itemRemoved(ember));
    store.dispatch(itemRemoved(ember));
    expect(withoutRemoved([ember, tide], store.getState().cart)).toEqual([tide]);
    const task = runSagas(store, () => cartSaga(server, createTestBrowser().openTab()));
    running.push(() => task.cancel());
    await vi.waitFor(() => expect(server.removeItem).toHaveBeenCalledTimes(1));
    await vi.waitFor(() => expect(store.getState().cart).toMatchObject({ status: "ready", pending: {} }));
    expect(store.getState().cart.lines).toEqual([tide]);
  });

  it("sends a double click once", async () => {
    const server = createServer();
    const { store, settled } = await start(server);
    store.dispatch(itemAdded(ember));
    store.dispatch(itemAdded(ember));
    await settled();
    expect(server.addItem).toHaveBeenCalledTimes(1);
  });

  it("puts a line back where it stood when its removal fails", async () => {
    const server = createServer([ember, tide, winter]);
    const { store, titles, settled } = await start(server);
    server.removeItem.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached"));
    store.dispatch(itemRemoved(tide));
    expect(titles()).toEqual(["Ember", "Winter"]);
    await settled();
    expect(titles()).toEqual(["Ember", "Tide", "Winter"]);
  });

  it("offers to undo a removal, and undoes it", async () => {
    const server = createServer([ember, tide]);
    const { store, titles, settled, notes } = await start(server);
    store.dispatch(itemRemoved(ember));
    await settled();
    const [note] = notes();
    if (!note?.action) throw new Error("no undo was offered");
    store.dispatch(note.action.event);
    store.dispatch(dismissed(note.id));
    await settled();
    expect(titles().toSorted()).toEqual(["Ember", "Tide"]);
    expect((await server.loadCart()).lines).toHaveLength(2);
  });

  it("ends as the last of quick changes wants it, here and on the server", async () => {
    const server = createServer();
    const { store, titles, settled } = await start(server);
    store.dispatch(itemAdded(ember));
    store.dispatch(itemRemoved(ember));
    store.dispatch(itemAdded(tide));
    store.dispatch(itemRemoved(tide));
    store.dispatch(itemAdded(tide));
    await settled();
    expect(titles()).toEqual(["Tide"]);
    expect((await server.loadCart()).lines.map(({ title }) => title)).toEqual(["Tide"]);
  });

  it("keeps unconfirmed changes over a load that does not know them yet", async () => {
    const server = createServer([ember]);
    const { store, titles, settled } = await start(server);
    let answer = (_stale: Cart) => {};
    server.loadCart.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    let confirm = () => {};
    server.addItem.mockReturnValueOnce(
      new Promise((resolve) => {
        confirm = () => void server.addItem(tide).then(resolve);
      }),
    );
    store.dispatch(loadRequested());
    store.dispatch(itemAdded(tide));
    store.dispatch(itemRemoved(ember));
    answer({ lines: [ember, winter] });
    await vi.waitFor(() => expect(titles().toSorted()).toEqual(["Tide", "Winter"]));
    confirm();
    await settled();
    expect((await server.loadCart()).lines.map(({ title }) => title)).toEqual(["Tide"]);
  });

  it("drops what is under way when somebody else signs in, and loads their cart", async () => {
    const server = createServer([ember]);
    const { store, titles } = await start(server);
    let signal: AbortSignal | undefined;
    const addItem: CartApi["addItem"] = (_line, given) => {
      signal = given;
      return new Promise(() => undefined);
    };
    server.addItem.mockImplementationOnce(addItem as typeof server.addItem);
    store.dispatch(itemAdded(tide));
    await vi.waitFor(() => expect(signal).toBeDefined());
    store.dispatch(sessionChanged({ view: null, cause: "sign_out" }));
    await vi.waitFor(() => expect(titles()).toEqual(["Ember"]));
    expect(signal?.aborted).toBe(true);
    expect(store.getState().cart.pending).toEqual({});
  });

  it("says that the cart could not be loaded, and loads it when asked again", async () => {
    const server = createServer([ember]);
    server.loadCart.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached"));
    const { store, titles } = await start(server);
    expect(store.getState().cart.status).toBe("failed");
    store.dispatch(loadRequested());
    await vi.waitFor(() => expect(titles()).toEqual(["Ember"]));
  });

  it("asks anew what the other games cost once one more is in", async () => {
    const isPair = () => server.addItem.mock.calls.length > 0;
    const server = createServer([ember], (line) => (isPair() ? toLine(line.title, 1000) : line));
    const { store, settled } = await start(server);
    store.dispatch(itemAdded(tide));
    await settled();
    await vi.waitFor(() =>
      expect(computeCartTotals(store.getState().cart.lines)).toMatchObject([{ amountCents: 2000 }]),
    );
  });

  it("says nothing of a game that the open drawer shows", async () => {
    const { store, settled, notes } = await start(createServer());
    store.dispatch(drawerOpened());
    store.dispatch(itemAdded(ember));
    await settled();
    expect(notes()).toEqual([]);
  });

  it("moves a game to the wishlist, and back into the cart where that fails", async () => {
    const server = createServer([ember, tide]);
    const { store, titles, settled, notes } = await start(server);
    server.saveForLater.mockRejectedValueOnce(new ApiError("conflict", "Your wishlist is full"));
    store.dispatch(itemSaved(ember));
    expect(titles()).toEqual(["Tide"]);
    await settled();
    expect(titles()).toEqual(["Ember", "Tide"]);
    expect(store.getState().wishlist.view.list.gameIds).toEqual([]);
    expect(notes()).toMatchObject([{ kind: "error", text: "Your wishlist is full" }]);
    store.dispatch(itemSaved(ember));
    await settled();
    expect(titles()).toEqual(["Tide"]);
    expect(store.getState().wishlist.view.list.gameIds).toEqual([ember.gameId]);
  });

  it("shows in every tab what was done in one, and tells nobody of what failed", async () => {
    const [server, browser] = [createServer([ember]), createTestBrowser()];
    const [one, other] = [await start(server, browser), await start(server, browser)];
    one.store.dispatch(itemAdded(tide));
    await vi.waitFor(() => expect(other.titles()).toEqual(["Ember", "Tide"]));
    expect(other.notes()).toEqual([]);
    other.store.dispatch(itemRemoved(ember));
    await vi.waitFor(() => expect(one.titles()).toEqual(["Tide"]));
    expect(browser.told).toEqual(["cart", "cart"]);
    server.addItem.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached"));
    one.store.dispatch(itemAdded(winter));
    await one.settled();
    expect(browser.told).toEqual(["cart", "cart"]);
  });

  it("forgets what was bought, in every tab", async () => {
    const [server, browser] = [createServer([ember, tide]), createTestBrowser()];
    const [one, other] = [await start(server, browser), await start(server, browser)];
    await server.removeItem(ember);
    one.store.dispatch(gamesBought());
    await vi.waitFor(() => expect([one.titles(), other.titles()]).toEqual([["Tide"], ["Tide"]]));
  });
});
