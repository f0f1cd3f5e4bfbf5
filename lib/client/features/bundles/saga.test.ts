import { afterEach, describe, expect, it, vi } from "vitest";
import type { CartLine } from "@/lib/shared/cart";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { createTestBrowser } from "../../store/test-tabs";
import { loadFailed } from "../cart/slice";
import { sessionChanged } from "../session/slice";
import { bundlesFeature } from "./feature";
import { bundlesSaga } from "./saga";
import { selectIsAddingBundle } from "./selectors";
import { addBundleRequest } from "./slice";

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

function start(addBundle: (slug: string, signal: AbortSignal) => Promise<CartLine[]>) {
  const browser = createTestBrowser();
  const store = makeStore();
  store.addFeature(bundlesFeature);
  const seen: string[] = [];
  const task = runSagas(store, () => bundlesSaga({ addBundle }, browser.openTab()));
  const other = browser.openTab().listen("cart");
  other.take((topic) => seen.push(String(topic)));
  running.push(() => task.cancel());
  const isAdding = () => selectIsAddingBundle(store.getState(), "trilogy");
  return { store, seen, isAdding };
}

describe("adding a bundle", () => {
  it("shows that it runs, then the cart, here and in other tabs", async () => {
    let answer: (lines: CartLine[]) => void = () => undefined;
    const { store, seen, isAdding } = start(() => new Promise((resolve) => (answer = resolve)));
    store.dispatch(addBundleRequest.requested("trilogy"));
    expect(isAdding()).toBe(true);
    expect(selectIsAddingBundle(store.getState(), "another")).toBe(false);
    answer([]);
    await vi.waitFor(() => expect(isAdding()).toBe(false));
    expect(store.getState().cart.isOpen).toBe(true);
    await vi.waitFor(() => expect(seen).toEqual(["cart"]));
  });

  it("says why it was refused, and asks for the cart anew", async () => {
    const text = say("errors.bundleOwned", { title: "Trilogy" });
    const { store, isAdding } = start(() => Promise.reject(new ApiError("conflict", text)));
    store.dispatch(loadFailed());
    expect(store.getState().cart.status).toBe("failed");
    store.dispatch(addBundleRequest.requested("trilogy"));
    await vi.waitFor(() => expect(store.getState().notifications.items).toMatchObject([{ kind: "error", text }]));
    expect(isAdding()).toBe(false);
    expect(store.getState().cart).toMatchObject({ isOpen: false, status: "loading" });
  });

  it("stops when another person signs in", async () => {
    let signal: AbortSignal | undefined;
    const { store, isAdding } = start((_slug, given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    store.dispatch(addBundleRequest.requested("trilogy"));
    await vi.waitFor(() => expect(signal).toBeDefined());
    store.dispatch(sessionChanged({ view: null, cause: "sign_out" }));
    expect(isAdding()).toBe(false);
    expect(signal?.aborted).toBe(true);
    expect(store.getState().cart.isOpen).toBe(false);
  });
});
