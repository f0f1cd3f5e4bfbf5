import { fork, takeEvery } from "redux-saga/effects";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Order, PlaceOrderInput } from "@/lib/shared/orders";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { gamesBought } from "../cart/slice";
import { sessionChanged } from "../session/slice";
import type { CheckoutApi } from "./api";
import { checkoutFeature } from "./feature";
import { createKeyStore, type OrderContent } from "./key-store";
import { checkoutSaga, POLL_PAUSES_MS } from "./saga";
import { confirmationAwaited, left, opened, submitted } from "./slice";

const content: OrderContent = {
  gameIds: ["game-1"],
  expectedTotalCents: 1999,
  currency: "USD",
  payment: { provider: "test", token: "approve" },
};

const toOrder = (status: Order["status"]): Order => ({
  id: "order-1",
  number: "7",
  status,
  currency: "USD",
  totalCents: 1999,
  placedAt: "2026-05-01T12:00:00.000Z",
  paidAt: null,
  items: [],
  payment: null,
});

/** A server whose answer to an order the test gives when it likes. */
function answeredByHand() {
  const sent: { signal: AbortSignal; answer: (order: Order) => void }[] = [];
  const placeOrder = vi.fn<CheckoutApi["placeOrder"]>(
    (_input, signal) => new Promise((answer) => sent.push({ signal, answer })),
  );
  return { placeOrder, signal: () => sent.at(-1)?.signal, answer: (order: Order) => sent.at(-1)?.answer(order) };
}

class MemoryStorage extends Map<string, string> {
  readonly length = 0;
  key = () => null;
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
}

const running: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const stop of running.splice(0)) stop();
  vi.useRealTimers();
});

function start(api: Partial<CheckoutApi>, storage = new MemoryStorage()) {
  const store = makeStore();
  const placeOrder = vi.fn(api.placeOrder ?? (async () => toOrder("paid")));
  const getOrder = vi.fn(api.getOrder ?? (async () => toOrder("paid")));
  const keys = createKeyStore(() => storage);
  store.addFeature(checkoutFeature);
  const onBought = vi.fn();
  const task = runSagas(store, function* () {
    yield takeEvery(gamesBought, onBought);
    yield fork(checkoutSaga, { placeOrder, getOrder }, keys);
  });
  running.push(() => task.cancel());
  const sentKeys = () => placeOrder.mock.calls.map(([input]: [PlaceOrderInput, AbortSignal]) => input.idempotencyKey);
  const step = () => store.getState().checkout.step;
  const reaches = (wanted: string) => vi.waitFor(() => expect(step()).toBe(wanted));
  return { store, placeOrder, getOrder, onBought, sentKeys, step, reaches, storage };
}

describe("the checkout's saga", () => {
  it("orders once however often the button is pressed", async () => {
    const { store, placeOrder, step, reaches } = start({});
    for (let click = 0; click < 5; click++) store.dispatch(submitted(content));
    expect(step()).toBe("placing");
    await reaches("paid");
    expect(placeOrder).toHaveBeenCalledTimes(1);
  });

  it("sends the same key again after a lost answer, also after the page was loaded anew", async () => {
    const lost = async () => Promise.reject(new ApiError("network", "The store cannot be reached"));
    const before = start({ placeOrder: lost });
    before.store.dispatch(submitted(content));
    await before.reaches("unknown");
    const after = start({}, before.storage);
    after.store.dispatch(submitted(content));
    await after.reaches("paid");
    expect(after.sentKeys()).toEqual(before.sentKeys());
  });

  it("takes a new key after a decline and for another content", async () => {
    const placeOrder = vi.fn(async () => toOrder("failed"));
    const { store, sentKeys, reaches } = start({ placeOrder });
    store.dispatch(submitted(content));
    await reaches("declined");
    store.dispatch(submitted(content));
    await vi.waitFor(() => expect(sentKeys()).toHaveLength(2));
    await reaches("declined");
    store.dispatch(submitted({ ...content, expectedTotalCents: 1499 }));
    await vi.waitFor(() => expect(sentKeys()).toHaveLength(3));
    expect(new Set(sentKeys()).size).toBe(3);
  });

  it("shows why an order was refused", async () => {
    const fields = { reason: "price_changed", totalCents: "2499" };
    const refused = async () => Promise.reject(new ApiError("conflict", "The price has changed", { fields }));
    const { store, reaches } = start({ placeOrder: refused });
    store.dispatch(submitted(content));
    await reaches("refused");
    expect(store.getState().checkout.error).toEqual({ code: "conflict", message: "The price has changed", fields });
  });

  it("asks on until a delayed payment is confirmed, past a lost question", async () => {
    const answers = [
      () => Promise.resolve(toOrder("pending")),
      () => Promise.reject(new ApiError("network", "The store cannot be reached")),
      () => Promise.resolve(toOrder("paid")),
    ];
    const getOrder = async () => (answers.shift() ?? (() => Promise.reject(new Error("asked too often"))))();
    const { store, step, reaches } = start({ placeOrder: async () => toOrder("pending"), getOrder });
    store.dispatch(submitted(content));
    await vi.advanceTimersByTimeAsync(0);
    expect(step()).toBe("confirming");
    await vi.advanceTimersByTimeAsync(POLL_PAUSES_MS.slice(0, 3).reduce((sum, ms) => sum + ms, 0));
    await reaches("paid");
  });

  it("stops asking in the end, and leaves the order to its own page", async () => {
    const { store, getOrder, step } = start({ getOrder: async () => toOrder("pending") });
    store.dispatch(confirmationAwaited(toOrder("pending")));
    await vi.advanceTimersByTimeAsync(POLL_PAUSES_MS.reduce((sum, ms) => sum + ms, 0));
    expect(step()).toBe("waiting");
    expect(getOrder).toHaveBeenCalledTimes(POLL_PAUSES_MS.length);
  });

  it("tells the cart of what was bought, also where the order's own page hears of it", async () => {
    const atOnce = start({});
    atOnce.store.dispatch(submitted(content));
    await atOnce.reaches("paid");
    expect(atOnce.onBought).toHaveBeenCalledTimes(1);
    const later = start({});
    later.store.dispatch(confirmationAwaited(toOrder("pending")));
    await vi.advanceTimersByTimeAsync(POLL_PAUSES_MS[0] ?? 0);
    await later.reaches("paid");
    expect(later.onBought).toHaveBeenCalledTimes(1);
  });

  it("places the order even where its page is left, and tells the cart", async () => {
    const { placeOrder, signal, answer } = answeredByHand();
    const { store, onBought, step } = start({ placeOrder });
    store.dispatch(submitted(content));
    await vi.waitFor(() => expect(signal()).toBeDefined());
    store.dispatch(left());
    expect(signal()?.aborted).toBe(false);
    answer(toOrder("paid"));
    await vi.waitFor(() => expect(onBought).toHaveBeenCalledTimes(1));
    // The next checkout must not lead to this order.
    expect([step(), store.getState().checkout.order]).toEqual(["review", null]);
  });

  it("shows who comes back meanwhile that the order is on its way, and then its answer", async () => {
    const { placeOrder, signal, answer } = answeredByHand();
    const { store, getOrder, step, reaches } = start({ placeOrder });
    store.dispatch(submitted(content));
    await vi.waitFor(() => expect(signal()).toBeDefined());
    store.dispatch(left());
    store.dispatch(opened());
    expect(step()).toBe("placing");
    store.dispatch(submitted(content));
    answer(toOrder("pending"));
    await reaches("confirming");
    await vi.advanceTimersByTimeAsync(POLL_PAUSES_MS[0] ?? 0);
    await reaches("paid");
    expect([placeOrder.mock.calls.length, getOrder.mock.calls.length]).toEqual([1, 1]);
  });

  it("keeps an answer to an order that was left away from the page of another one, which is asked for", async () => {
    const { placeOrder, signal, answer } = answeredByHand();
    const { store, getOrder, step } = start({ placeOrder });
    store.dispatch(submitted(content));
    await vi.waitFor(() => expect(signal()).toBeDefined());
    store.dispatch(left());
    store.dispatch(confirmationAwaited({ ...toOrder("pending"), id: "order-0" }));
    answer(toOrder("failed"));
    await vi.advanceTimersByTimeAsync(POLL_PAUSES_MS[0] ?? 0);
    expect(getOrder.mock.calls.map(([id]) => id)).toEqual(["order-0"]);
    expect(step()).not.toBe("declined");
  });

  it.each([
    ["placed just now", submitted(content)],
    ["on its own page", confirmationAwaited(toOrder("pending"))],
  ])("stops asking for an order %s when the page is left", async (_where, action) => {
    const pending = async () => toOrder("pending");
    const { store, getOrder, step, reaches } = start({ placeOrder: pending, getOrder: pending });
    store.dispatch(action);
    await reaches("confirming");
    store.dispatch(left());
    await vi.advanceTimersByTimeAsync(POLL_PAUSES_MS.reduce((sum, ms) => sum + ms, 0));
    expect([getOrder.mock.calls.length, step()]).toEqual([0, "review"]);
  });

  it("asks for nothing where the page was left before a pending answer", async () => {
    const { placeOrder, signal, answer } = answeredByHand();
    const { store, getOrder } = start({ placeOrder });
    store.dispatch(submitted(content));
    await vi.waitFor(() => expect(signal()).toBeDefined());
    store.dispatch(left());
    answer(toOrder("pending"));
    await vi.advanceTimersByTimeAsync(POLL_PAUSES_MS[0] ?? 0);
    expect(getOrder).not.toHaveBeenCalled();
  });

  it("stops when the person changes, and can be asked again after that with the same key", async () => {
    const { placeOrder, signal } = answeredByHand();
    const { store, sentKeys } = start({ placeOrder });
    store.dispatch(submitted(content));
    await vi.waitFor(() => expect(signal()).toBeDefined());
    store.dispatch(sessionChanged({ view: null, cause: "check" }));
    expect(signal()?.aborted).toBe(true);
    store.dispatch(submitted(content));
    await vi.waitFor(() => expect(placeOrder).toHaveBeenCalledTimes(2));
    expect(new Set(sentKeys()).size).toBe(1);
  });
});

describe("the key store", () => {
  it("keeps one key a content, whatever the order of its games, until it is cleared", () => {
    const keys = createKeyStore(() => new MemoryStorage());
    const two = { ...content, gameIds: ["a", "b"] };
    const key = keys.keyFor(two);
    expect(keys.keyFor({ ...two, gameIds: ["b", "a"] })).toBe(key);
    keys.clear();
    expect(keys.keyFor(two)).not.toBe(key);
  });

  it("works in a browser that blocks storage, and over a text that is not its own", () => {
    const blocked = createKeyStore(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    expect(blocked.keyFor(content)).toBe(blocked.keyFor(content));
    const storage = new MemoryStorage([["kratos.checkout", "not json"]]);
    expect(createKeyStore(() => storage).keyFor(content)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
