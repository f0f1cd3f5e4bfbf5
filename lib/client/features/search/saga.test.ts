import type { UnknownAction } from "@reduxjs/toolkit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Suggestions } from "@/lib/shared/catalogue-facets";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { currencyRequest, currencyTold } from "../preferences/slice";
import { sessionChanged } from "../session/slice";
import type { SearchApi } from "./api";
import { searchFeature } from "./feature";
import { createRecentStore, MAX_RECENT } from "./recent-store";
import { searchSaga, TYPING_REST_MS } from "./saga";
import { selectAnswer, selectHasSuggestFailed, selectIsAnswered, selectRecent } from "./selectors";
import { closed, opened, recentCleared, recentRemoved, submitted, typed } from "./slice";

const answerTo = (title: string): Suggestions => ({
  games: [{ slug: title, title, cover: null, price: null }],
  terms: [],
});

/** An API whose answers are given by hand. */
function createManualApi() {
  const calls: {
    q: string;
    signal: AbortSignal;
    answer: (given: Suggestions) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const suggest: SearchApi["suggest"] = (q, signal) =>
    new Promise((answer, fail) => calls.push({ q, signal, answer, fail }));
  return { calls, suggest };
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

function start(storage = new MemoryStorage(), before: UnknownAction[] = []) {
  const { calls, suggest } = createManualApi();
  const store = makeStore();
  store.addFeature(searchFeature);
  for (const action of before) store.dispatch(action);
  const task = runSagas(store, () =>
    searchSaga(
      { suggest },
      createRecentStore(() => storage),
    ),
  );
  running.push(() => task.cancel());
  const rest = () => vi.advanceTimersByTimeAsync(TYPING_REST_MS);
  const titles = () => selectAnswer(store.getState())?.suggestions.games.map(({ title }) => title) ?? null;
  const type = async (text: string) => {
    store.dispatch(typed(text));
    await rest();
  };
  return { store, calls, rest, type, titles, storage, read: () => store.getState() };
}

describe("suggestions", () => {
  it("are asked for once the fingers rest, not with each letter", async () => {
    const { store, calls, rest, titles, read } = start();
    for (const text of ["n", "no", "nov", " nova "]) store.dispatch(typed(text));
    expect(calls).toHaveLength(0);
    await rest();
    expect(calls.map(({ q }) => q)).toEqual(["nova"]);
    calls[0]?.answer(answerTo("Nova"));
    await rest();
    expect(titles()).toEqual(["Nova"]);
    expect(selectIsAnswered(read())).toBe(true);
  });

  it("are those to what was typed last: an older answer is stopped and never seen", async () => {
    const { calls, rest, type, titles } = start();
    await type("iron");
    await type("nova");
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[0]?.answer(answerTo("Iron"));
    calls[1]?.answer(answerTo("Nova"));
    await rest();
    expect(titles()).toEqual(["Nova"]);
  });

  it("stay in sight until newer ones are there, and are known when a letter is taken back", async () => {
    const { calls, rest, type, titles, read } = start();
    await type("no");
    calls[0]?.answer(answerTo("Nocturne"));
    await rest();
    await type("nov");
    expect(titles()).toEqual(["Nocturne"]);
    expect(selectIsAnswered(read())).toBe(false);
    await type("NO");
    expect(selectIsAnswered(read())).toBe(true);
    expect(calls).toHaveLength(2);
    expect(calls[1]?.signal.aborted).toBe(true);
  });

  it("are none for an empty box, and none are asked for", async () => {
    const { calls, rest, type, titles } = start();
    await type("no");
    calls[0]?.answer(answerTo("Nocturne"));
    await rest();
    await type("   ");
    expect(titles()).toBeNull();
    expect(calls).toHaveLength(1);
  });

  it("are given up when the box is left", async () => {
    const { store, calls, type, rest, titles } = start();
    await type("no");
    store.dispatch(closed());
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[0]?.answer(answerTo("Nocturne"));
    await rest();
    expect(titles()).toBeNull();
  });

  it("that fail take nothing away, and are asked for again with the next letter", async () => {
    const { calls, type, rest, titles, read } = start();
    await type("no");
    calls[0]?.fail(new ApiError("network", "The store cannot be reached"));
    await rest();
    expect(selectHasSuggestFailed(read())).toBe(true);
    await type("nov");
    calls[1]?.answer(answerTo("Nova"));
    await rest();
    expect(titles()).toEqual(["Nova"]);
  });

  it.each([
    ["here", currencyRequest.succeeded("EUR")],
    ["in another tab", currencyTold()],
  ])("are forgotten with the currency that their prices are in, changed %s", async (_where, changed) => {
    const { store, calls, type, rest, titles } = start();
    await type("no");
    calls[0]?.answer(answerTo("Nocturne"));
    await rest();
    store.dispatch(changed);
    expect(titles()).toBeNull();
    await type("no");
    expect(calls).toHaveLength(2);
  });
});

describe("recent searches", () => {
  it("are kept in the browser, newest first, each once and only so many", () => {
    const { store, storage, read } = start();
    for (let index = 0; index < MAX_RECENT; index += 1) store.dispatch(submitted(`game ${index}`));
    store.dispatch(submitted("  GAME   3 "));
    store.dispatch(submitted("   "));
    const wanted = ["GAME 3", "game 5", "game 4", "game 2", "game 1", "game 0"];
    expect(selectRecent(read())).toEqual(wanted);
    expect([...storage.values()].map((text) => JSON.parse(text))).toEqual([wanted]);
  });

  it("come back with the next visit, one or all can be removed", () => {
    const { store, storage } = start();
    for (const text of ["nova", "iron"]) store.dispatch(submitted(text));
    const next = start(storage);
    next.store.dispatch(opened());
    expect(selectRecent(next.read())).toEqual(["iron", "nova"]);
    next.store.dispatch(recentRemoved("iron"));
    const third = start(storage);
    third.store.dispatch(opened());
    expect(selectRecent(third.read())).toEqual(["nova"]);
    third.store.dispatch(recentCleared());
    expect(storage.size).toBe(0);
  });

  it("lose none, neither of before nor one that was sent before the sagas were loaded", () => {
    const { store, storage } = start();
    store.dispatch(submitted("nova"));
    const late = start(storage, [opened(), submitted("iron")]);
    expect(selectRecent(late.read())).toEqual(["iron", "nova"]);
    // The first tab has not read what the second wrote.
    store.dispatch(submitted("tide"));
    expect(createRecentStore(() => storage).read()).toEqual(["tide", "iron", "nova"]);
  });

  it("are gone when somebody signs out, and stay when somebody signs in", () => {
    const { store, storage, read } = start();
    store.dispatch(submitted("nova"));
    store.dispatch(sessionChanged({ view: null, cause: "sign_in" }));
    expect(selectRecent(read())).toEqual(["nova"]);
    store.dispatch(sessionChanged({ view: null, cause: "sign_out" }));
    expect(selectRecent(read())).toEqual([]);
    expect(storage.size).toBe(0);
  });

  it.each(["not json", '{"a":1}', '[""]', JSON.stringify(["x".repeat(101)])])(
    "are none where the browser holds %s",
    (text) => {
      const storage = new MemoryStorage([["kratos.recent-searches", text]]);
      expect(createRecentStore(() => storage).read()).toEqual([]);
    },
  );

  it("work without a storage that one may use", () => {
    const recents = createRecentStore(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    expect(recents.read()).toEqual([]);
    recents.write(["nova"]);
  });
});
