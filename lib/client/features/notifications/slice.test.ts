import { describe, expect, it } from "vitest";
import { makeStore } from "../../store/make-store";
import { sessionChanged } from "../session/slice";
import { selectNotifications } from "./selectors";
import { dismissed, notified } from "./slice";

function start() {
  const store = makeStore();
  return { store, items: () => selectNotifications(store.getState()) };
}

describe("notifications", () => {
  it("queue in the order they come and leave one by one", () => {
    const { store, items } = start();
    store.dispatch(notified({ kind: "success", text: "First" }));
    store.dispatch(notified({ kind: "error", text: "Second" }));
    expect(items().map((item) => item.text)).toEqual(["First", "Second"]);
    store.dispatch(dismissed(items()[0]?.id ?? ""));
    expect(items().map((item) => item.text)).toEqual(["Second"]);
  });

  it("keep the action that undoes", () => {
    const { store, items } = start();
    const event = { type: "cart/itemAdded", payload: "a-game" };
    store.dispatch(notified({ kind: "info", text: "Removed", action: { label: "Undo", event } }));
    expect(items()[0]?.action).toEqual({ label: "Undo", event });
  });

  it("of somebody who is signed out go; who signs in keeps theirs", () => {
    const { store, items } = start();
    const action = { label: "Undo", event: { type: "wishlist/wishChanged" } };
    store.dispatch(notified({ kind: "info", text: "Ember is off your wishlist", action }));
    const view = { userId: "ada", name: "Ada", email: "ada@example.com", role: "shopper" } as const;
    store.dispatch(sessionChanged({ view, cause: "sign_in" }));
    expect(items()).toHaveLength(1);
    store.dispatch(sessionChanged({ view: null, cause: "check" }));
    expect(items()).toEqual([]);
  });

  it("show the same words once, as the newest", () => {
    const { store, items } = start();
    for (const text of ["Saved", "Other", "Saved"]) store.dispatch(notified({ kind: "success", text }));
    expect(items().map((item) => item.text)).toEqual(["Other", "Saved"]);
  });

  it("never cover the page: the oldest give way", () => {
    const { store, items } = start();
    for (const text of ["a", "b", "c", "d", "e", "f"]) store.dispatch(notified({ kind: "info", text }));
    expect(items().map((item) => item.text)).toEqual(["c", "d", "e", "f"]);
  });
});
