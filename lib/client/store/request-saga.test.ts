import { configureStore, type Middleware } from "@reduxjs/toolkit";
import createSagaMiddleware from "redux-saga";
import { afterEach, describe, expect, it, vi } from "vitest";
import { say } from "@/lib/shared/say";
import { ApiError } from "../api-client";
import { createRequest } from "./request";
import { type ApiFunction, watchRequest } from "./request-saga";

/** An API whose answers the test gives by hand, in any order. */
function createManualApi() {
  const calls: {
    input: string;
    signal: AbortSignal;
    answer: (text: string) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const ask: ApiFunction<string, string> = (input, signal) =>
    new Promise((answer, fail) => calls.push({ input, signal, answer, fail }));
  const callAt = (index: number) => {
    const call = calls[index];
    if (!call) throw new Error(`There is no call ${index}`);
    return call;
  };
  return { ask, calls, callAt };
}

function start(timeoutMs = 10_000) {
  const search = createRequest<string, string>("test/search");
  const manual = createManualApi();
  const seen: string[] = [];
  const sagas = createSagaMiddleware();
  const watch: Middleware = () => (next) => (action) => {
    if (search.succeeded.match(action)) seen.push(action.payload);
    return next(action);
  };
  const store = configureStore({
    reducer: { search: search.reducer },
    middleware: (defaults) => defaults({ thunk: false }).concat(sagas, watch),
  });
  const task = sagas.run(() => watchRequest(search, manual.ask, { timeoutMs }));
  const state = () => store.getState().search;
  const until = (status: string) => vi.waitFor(() => expect(state().status).toBe(status));
  return { ...manual, store, search, seen, state, until, task };
}

afterEach(() => vi.useRealTimers());

describe("a request of the store", () => {
  it("runs, then succeeds with what the API gave", async () => {
    const { store, search, callAt, seen, state, until } = start();
    expect(state()).toEqual({ status: "idle", error: null });
    store.dispatch(search.requested("a"));
    expect(state().status).toBe("running");
    callAt(0).answer("A");
    await until("succeeded");
    expect(seen).toEqual(["A"]);
  });

  it("fails with the API's code, message and fields, and runs again when asked", async () => {
    const { store, search, callAt, state, until } = start();
    store.dispatch(search.requested("a"));
    callAt(0).fail(new ApiError("invalid_input", "Bad", { fields: { q: "Too long" } }));
    await until("failed");
    expect(state().error).toEqual({ code: "invalid_input", message: "Bad", fields: { q: "Too long" } });
    store.dispatch(search.requested("b"));
    expect(state()).toEqual({ status: "running", error: null });
    callAt(1).answer("B");
    await until("succeeded");
  });

  it("hides an error that is not the API's", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { store, search, callAt, state, until } = start();
    store.dispatch(search.requested("a"));
    callAt(0).fail(new TypeError("x is not a function"));
    await until("failed");
    expect(state().error).toEqual({ code: "internal", message: say("errors.unknown") });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it("lets the newest win: the older call is stopped, and its late answer is never seen", async () => {
    const { store, search, callAt, seen, until } = start();
    store.dispatch(search.requested("old"));
    store.dispatch(search.requested("new"));
    expect(callAt(0).signal.aborted).toBe(true);
    expect(callAt(1).signal.aborted).toBe(false);
    callAt(0).answer("OLD");
    callAt(1).answer("NEW");
    await until("succeeded");
    expect(seen).toEqual(["NEW"]);
  });

  it("stops when cancelled and is idle again", async () => {
    const { store, search, callAt, seen, state, until } = start();
    store.dispatch(search.requested("a"));
    store.dispatch(search.cancelled());
    expect(callAt(0).signal.aborted).toBe(true);
    callAt(0).answer("A");
    store.dispatch(search.requested("b"));
    callAt(1).answer("B");
    await until("succeeded");
    expect(seen).toEqual(["B"]);
    store.dispatch(search.cancelled());
    expect(state()).toEqual({ status: "idle", error: null });
  });

  it("fails and stops the call after its time", async () => {
    vi.useFakeTimers();
    const { store, search, callAt, state } = start(5_000);
    store.dispatch(search.requested("a"));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(state().status).toBe("running");
    await vi.advanceTimersByTimeAsync(1);
    expect(state().error?.code).toBe("timeout");
    expect(callAt(0).signal.aborted).toBe(true);
  });

  it("stops the call when the page goes away", () => {
    const { store, search, callAt, task } = start();
    store.dispatch(search.requested("a"));
    task.cancel();
    expect(callAt(0).signal.aborted).toBe(true);
  });
});
