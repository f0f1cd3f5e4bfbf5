import type { Action } from "@reduxjs/toolkit";
import { take } from "redux-saga/effects";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loaded } from "../features/cart/slice";
import { pipelinesFeature } from "../features/pipelines/feature";
import { startRunRequest } from "../features/pipelines/slice";
import type { LazyFeature } from "./lazy-features";
import { makeStore } from "./make-store";
import { runSagas } from "./run-sagas";

/** The pipelines' state, run by a saga that tells what it has seen. */
function makeFeature() {
  const seen: Action[] = [];
  const saga = vi.fn(function* () {
    while (true) seen.push(yield take(startRunRequest.cancelled.type));
  });
  const loadSaga = vi.fn(async () => saga);
  const feature: LazyFeature = { ...pipelinesFeature, loadSaga };
  const began = () => vi.waitFor(() => expect(saga).toHaveBeenCalled());
  return { feature, saga, loadSaga, seen, began };
}

const silence: typeof fetch = () => new Promise(() => undefined);

function start() {
  vi.stubGlobal("fetch", vi.fn(silence));
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  return makeStore();
}

afterEach(() => vi.unstubAllGlobals());

describe("a store", () => {
  it("has no part of the consoles in it before their gate adds it", () => {
    const store = makeStore();
    expect(Object.keys(store.getState())).not.toContain("pipelines");
    store.addFeature(pipelinesFeature);
    expect(store.getState().pipelines.runs.connection).toBe("off");
  });

  it("knows that a browser without a session and a guest's cookie has nothing put aside", () => {
    const { cart, wishlist } = makeStore({ session: null, isKnownShopper: false }).getState();
    expect([cart.status, cart.lines, wishlist.view.status]).toEqual(["ready", [], "ready"]);
    expect(makeStore({ session: null, isKnownShopper: true }).getState().cart.status).toBe("loading");
  });

  it("keeps what it holds when a feature comes", () => {
    const session = { userId: "u", name: "Sam", email: "sam@example.com", role: "shopper" as const };
    const store = makeStore({ session });
    const before = store.getState().session;
    store.addFeature(pipelinesFeature);
    expect(store.getState().session).toBe(before);
    expect(store.getState().session.view?.name).toBe("Sam");
  });

  it("tells what the server rendered from, however it goes on, with the beginning of each feature", () => {
    const store = makeStore();
    const { cart } = store.getState();
    store.dispatch(loaded({ lines: [] }));
    store.addFeature(pipelinesFeature);
    const { pipelines } = store.getState();
    store.dispatch(startRunRequest.cancelled());
    expect(store.getState().cart).not.toBe(cart);
    expect(store.renderedState.cart).toBe(cart);
    expect(store.renderedState.pipelines).toBe(pipelines);
  });

  it("runs a feature that was there before its sagas started, and one that came later, each once", async () => {
    for (const order of ["before", "after"]) {
      const store = start();
      const { feature, saga, seen, began } = makeFeature();
      if (order === "before") store.addFeature(feature);
      const running = runSagas(store);
      store.addFeature(feature);
      store.addFeature(feature);
      await began();
      store.dispatch(startRunRequest.cancelled());
      expect(seen, order).toHaveLength(1);
      expect(saga, order).toHaveBeenCalledTimes(1);
      running.cancel();
    }
  });

  it("keeps for a feature what is dispatched while its saga's code is on its way, in order", async () => {
    const store = start();
    const { feature, seen, began } = makeFeature();
    store.addFeature(feature);
    store.dispatch(startRunRequest.cancelled());
    const running = runSagas(store);
    store.dispatch(startRunRequest.cancelled());
    expect(seen).toEqual([]);
    await began();
    expect(seen).toHaveLength(2);
    running.cancel();
  });

  it("asks again for a feature's saga that could not be loaded, at the next action", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const store = start();
    const { feature, loadSaga, seen, began } = makeFeature();
    loadSaga.mockRejectedValueOnce(new Error("offline"));
    store.addFeature(feature);
    const running = runSagas(store);
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    store.dispatch(startRunRequest.cancelled());
    await began();
    expect([seen.length, loadSaga.mock.calls.length]).toEqual([1, 2]);
    running.cancel();
    told.mockRestore();
  });

  it("does not start a saga whose code comes when the page is gone", async () => {
    const store = start();
    const { feature, saga, loadSaga } = makeFeature();
    store.addFeature(feature);
    runSagas(store).cancel();
    await Promise.all(loadSaga.mock.results.map(({ value }) => value));
    expect(saga).not.toHaveBeenCalled();
  });

  it("starts added features again when its sagas are, as React's strict mode does", async () => {
    const store = start();
    const { feature, seen, began } = makeFeature();
    runSagas(store).cancel();
    store.addFeature(feature);
    runSagas(store).cancel();
    const running = runSagas(store);
    await began();
    store.dispatch(startRunRequest.cancelled());
    expect(seen).toHaveLength(1);
    running.cancel();
    store.dispatch(startRunRequest.cancelled());
    expect(seen).toHaveLength(1);
  });

  it("lets a feature fail alone", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const store = start();
    const { feature, seen, began } = makeFeature();
    store.addFeature({
      ...pipelinesFeature,
      name: "forecast",
      loadSaga: async () => () => {
        throw new Error("broken");
      },
    } as unknown as LazyFeature);
    const running = runSagas(store);
    store.addFeature(feature);
    await began();
    store.dispatch(startRunRequest.cancelled());
    expect(seen).toHaveLength(1);
    expect(told).toHaveBeenCalledOnce();
    running.cancel();
    told.mockRestore();
  });
});
