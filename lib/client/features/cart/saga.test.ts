import { afterEach, describe, expect, it, vi } from "vitest";
import type { Cart, CartLine } from "@/lib/shared/cart";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { dismissed } from "../notifications/slice";
import { sessionChanged } from "../session/slice";
import type { CartApi } from "./api";
import { cartSaga } from "./saga";
import { selectCartTotals } from "./selectors";
import { itemAdded, itemRemoved, loadRequested } from "./slice";

const toLine = (title: string, amountCents = 1999): CartLine => ({
  gameId: `game-${title}`,
  slug: title.toLowerCase(),
  title,
  cover: null,
  price: { listCents: amountCents, amountCents, discountPercent: 0, currency: "USD", promotionEndsAt: null },
  unavailable: null,
});

const [ember, tide, winter] = [toLine("Ember"), toLine("Tide"), toLine("Winter")];

/** A server that keeps a cart, and fails where it is told to. */
function createServer(lines: CartLine[] = []) {
  const cart = new Map(lines.map((line) => [line.gameId, line]));
  return {
    loadCart: vi.fn(async (): Promise<Cart> => ({ lines: [...cart.values()] })),
    addItem: vi.fn(async (line: CartLine): Promise<CartLine> => {
      cart.set(line.gameId, line);
      return line;
    }),
    removeItem: vi.fn(async (line: CartLine): Promise<undefined> => {
      cart.delete(line.gameId);
    }),
  } satisfies CartApi;
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

async function start(server: ReturnType<typeof createServer>) {
  const store = makeStore();
  const task = store.runSagas(() => cartSaga(server));
  running.push(() => task.cancel());
  await vi.waitFor(() => expect(store.getState().cart.status).not.toBe("loading"));
  const titles = () => store.getState().cart.lines.map(({ title }) => title);
  const settled = () => vi.waitFor(() => expect(store.getState().cart.pending).toEqual({}));
  const notes = () => store.getState().notifications.items;
  return { store, titles, settled, notes };
}

describe("the cart's saga", () => {
  it("shows an added game at once, and the price that the server answers with", async () => {
    const server = createServer([ember]);
    const { store, titles, settled, notes } = await start(server);
    server.addItem.mockResolvedValueOnce(toLine("Tide", 999));
    store.dispatch(itemAdded(tide));
    expect(titles()).toEqual(["Ember", "Tide"]);
    await settled();
    expect(selectCartTotals(store.getState())).toMatchObject([{ amountCents: 2998, currency: "USD" }]);
    expect(notes().map(({ text }) => text)).toEqual(["Tide is in your cart"]);
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
    store.dispatch(loadRequested());
    store.dispatch(itemAdded(tide));
    store.dispatch(itemRemoved(ember));
    answer({ lines: [ember, winter] });
    await vi.waitFor(() => expect(titles().toSorted()).toEqual(["Tide", "Winter"]));
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
});
