import { afterEach, describe, expect, it, vi } from "vitest";
import { listShown } from "../features/catalogue/slice";
import { notified } from "../features/notifications/slice";
import { reviewsLeft } from "../features/reviews/actions";
import { sessionCheckRequest } from "../features/session/requests";
import { sessionHydrated } from "../features/session/slice";
import { makeStore } from "./make-store";
import { startSagas } from "./start-sagas";

const note = notified({ kind: "info", text: "Hello" });

/** A browser of which the test moves the hands. */
function createBrowser() {
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  const channels: EventTarget[] = [];
  class Channel extends EventTarget {
    constructor() {
      super();
      channels.push(this);
    }
  }
  const window = Object.assign(new EventTarget(), {
    localStorage: {} as Storage,
    BroadcastChannel: Channel as unknown as typeof BroadcastChannel,
  });
  const hearFromTab = () => {
    for (const channel of channels) channel.dispatchEvent(new MessageEvent("message", { data: "cart" }));
  };
  return { surroundings: { window, document }, document, hearFromTab };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function start(isAwaited = false) {
  const store = makeStore();
  const browser = createBrowser();
  const seen: string[] = [];
  const cancel = vi.fn();
  const runSagas = vi.fn((of: typeof store) => {
    of.relay.connect(({ type }) => seen.push(type));
    return { cancel } as never;
  });
  const load = vi.fn(async () => ({ runSagas }));
  const stop = startSagas(store, { isAwaited, load, surroundings: browser.surroundings });
  stops.push(stop);
  const started = () => vi.waitFor(() => expect(runSagas).toHaveBeenCalledOnce());
  return { store, browser, seen, cancel, runSagas, load, stop, started };
}

describe("the sagas of a page", () => {
  it("are not loaded for a visitor who only reads it", () => {
    const { store, load } = start();
    store.dispatch(sessionHydrated(null));
    store.dispatch(listShown({ key: "/games", filters: {}, limit: 24, lastId: "1", cursor: null }));
    store.dispatch(reviewsLeft());
    expect(load).not.toHaveBeenCalled();
  });

  it("are loaded at once where there is something to do", async () => {
    const { load, started } = start(true);
    await started();
    expect(load).toHaveBeenCalledOnce();
  });

  it("come with the first action, and get everything that was dispatched before them, in its order", async () => {
    const { store, seen, load, started } = start();
    store.dispatch(sessionHydrated(null));
    store.dispatch(note);
    store.dispatch({ type: "test/second" });
    await started();
    store.dispatch({ type: "test/third" });
    expect(load).toHaveBeenCalledOnce();
    expect(seen).toEqual([sessionHydrated.type, note.type, "test/second", "test/third"]);
  });

  it.each(["pointerdown", "keydown", "visibilitychange"])("come with the first %s", async (event) => {
    const { browser, load, started } = start();
    browser.document.dispatchEvent(new Event(event));
    browser.document.dispatchEvent(new Event(event));
    await started();
    expect(load).toHaveBeenCalledOnce();
  });

  it("come to look who is signed in when a visitor is back, such as from a tab where they signed in", async () => {
    const { browser, seen, started } = start();
    browser.document.dispatchEvent(new Event("visibilitychange"));
    await started();
    expect(seen).toEqual([sessionCheckRequest.requested.type]);
  });

  it("do not come when the page is left, but with another tab's news", async () => {
    const { browser, load, started } = start();
    Object.assign(browser.document, { visibilityState: "hidden" });
    browser.document.dispatchEvent(new Event("visibilitychange"));
    expect(load).not.toHaveBeenCalled();
    browser.hearFromTab();
    await started();
  });

  it("are asked for again where they did not come", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { store, browser, seen, load, started } = start();
    load.mockRejectedValueOnce(new Error("offline"));
    store.dispatch(note);
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    browser.document.dispatchEvent(new Event("pointerdown"));
    await started();
    expect(seen).toEqual([note.type]);
    told.mockRestore();
  });

  it("end with the page, whether they run or are on their way", async () => {
    const running = start(true);
    await running.started();
    running.stop();
    expect(running.cancel).toHaveBeenCalledOnce();
    const early = start(true);
    early.stop();
    await Promise.resolve();
    expect(early.runSagas).not.toHaveBeenCalled();
  });
});
