import { call, takeEvery } from "redux-saga/effects";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { GameCard } from "@/lib/shared/catalogue";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { isUnauthenticatedFailure } from "../../store/request";
import { runSagas } from "../../store/run-sagas";
import { currencyRequest, currencyTold } from "../preferences/slice";
import type { CatalogueApi } from "./api";
import { catalogueFeature } from "./feature";
import { catalogueSaga } from "./saga";
import { selectKeptList } from "./selectors";
import { listLeft, listShown, MAX_LISTS, moreRequested, type ShownList } from "./slice";

const toCard = (id: string) => ({ id, title: id }) as GameCard;

function toList(key: string, change: Partial<ShownList> = {}): ShownList {
  return { key, lastId: "g2", cursor: "after g2", filters: { genre: "rpg" }, limit: 2, ...change };
}

type Answer = Awaited<ReturnType<CatalogueApi["listMore"]>>;

/** A server that has six games, two a page. */
const answers: Record<string, Answer> = {
  "after g2": { items: [toCard("g3"), toCard("g4")], nextCursor: "after g4" },
  "after g4": { items: [toCard("g4"), toCard("g5"), toCard("g6")], nextCursor: null },
};

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

function start(answer: CatalogueApi["listMore"] = async ({ cursor }) => answers[cursor] as Answer) {
  const listMore = vi.fn(answer);
  const store = makeStore();
  store.addFeature(catalogueFeature);
  const onSignedOut = vi.fn();
  const task = runSagas(store, function* () {
    yield takeEvery(isUnauthenticatedFailure, onSignedOut);
    yield call(catalogueSaga, { listMore });
  });
  running.push(() => task.cancel());
  const kept = (key = "rpg", lastId = "g2") => selectKeptList(store.getState(), key, lastId);
  const ids = (key?: string, lastId?: string) => kept(key, lastId)?.items.map(({ id }) => id);
  const settled = (key?: string) => vi.waitFor(() => expect(kept(key)?.status).not.toBe("running"));
  return { store, listMore, kept, ids, settled, onSignedOut };
}

describe("a list of games", () => {
  it("grows page by page to its end, each game once", async () => {
    const { store, listMore, kept, ids, settled } = start();
    store.dispatch(listShown(toList("rpg")));
    for (const _ of [1, 2, 3]) {
      store.dispatch(moreRequested("rpg"));
      await settled();
    }
    expect(ids()).toEqual(["g3", "g4", "g5", "g6"]);
    expect(kept()?.cursor).toBeNull();
    expect(listMore.mock.calls.map(([input]) => input)).toEqual([
      { filters: { genre: "rpg" }, cursor: "after g2", limit: 2 },
      { filters: { genre: "rpg" }, cursor: "after g4", limit: 2 },
    ]);
  });

  it("asks once for a double click", async () => {
    const { store, listMore, settled } = start();
    store.dispatch(listShown(toList("rpg")));
    store.dispatch(moreRequested("rpg"));
    store.dispatch(moreRequested("rpg"));
    await settled();
    expect(listMore).toHaveBeenCalledOnce();
  });

  it("is as long as it was when one comes back to it", async () => {
    const { store, ids, settled } = start();
    store.dispatch(listShown(toList("rpg")));
    store.dispatch(moreRequested("rpg"));
    await settled();
    store.dispatch(listLeft("rpg"));
    store.dispatch(listShown(toList("puzzle")));
    store.dispatch(listLeft("puzzle"));
    store.dispatch(listShown(toList("rpg")));
    expect(ids()).toEqual(["g3", "g4"]);
  });

  it("begins anew where its first page ends with another game by now", async () => {
    const { store, ids, settled } = start();
    store.dispatch(listShown(toList("rpg")));
    store.dispatch(moreRequested("rpg"));
    await settled();
    expect(ids("rpg", "other")).toBeUndefined();
    store.dispatch(listShown(toList("rpg", { lastId: "other", cursor: "after other" })));
    expect(ids("rpg", "other")).toEqual([]);
  });

  it("is not loaded on once it is left, and can be when one comes back", async () => {
    const signals: AbortSignal[] = [];
    const { store, kept, ids, settled } = start((_input, signal) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise(() => undefined) : Promise.resolve(answers["after g2"] as Answer);
    });
    store.dispatch(listShown(toList("rpg")));
    store.dispatch(moreRequested("rpg"));
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    store.dispatch(listLeft("rpg"));
    expect(signals[0]?.aborted).toBe(true);
    expect(kept()?.status).toBe("idle");
    store.dispatch(listShown(toList("rpg")));
    store.dispatch(moreRequested("rpg"));
    await settled();
    expect(ids()).toEqual(["g3", "g4"]);
  });

  it("says why it could not go on, keeps what it has, and goes on when asked again", async () => {
    const { store, listMore, kept, ids, settled } = start();
    store.dispatch(listShown(toList("rpg")));
    store.dispatch(moreRequested("rpg"));
    await settled();
    listMore.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached"));
    store.dispatch(moreRequested("rpg"));
    await settled();
    expect(kept()).toMatchObject({ status: "failed", error: "The store cannot be reached", cursor: "after g4" });
    store.dispatch(moreRequested("rpg"));
    await settled();
    expect(ids()).toEqual(["g3", "g4", "g5", "g6"]);
  });

  it("has the session looked at where nobody is signed in any more", async () => {
    const refuse = () => Promise.reject(new ApiError("unauthenticated", "Sign in first"));
    const { store, settled, onSignedOut } = start(refuse);
    store.dispatch(listShown(toList("rpg")));
    store.dispatch(moreRequested("rpg"));
    await settled();
    expect(onSignedOut).toHaveBeenCalledOnce();
  });

  it("is forgotten with the currency that its prices are in, and the oldest beyond so many", async () => {
    const { store, kept } = start();
    for (let index = 0; index <= MAX_LISTS; index += 1) store.dispatch(listShown(toList(`list ${index}`)));
    expect(kept("list 0")).toBeNull();
    expect(kept(`list ${MAX_LISTS}`)).not.toBeNull();
    for (const changed of [currencyRequest.succeeded("EUR"), currencyTold()]) {
      store.dispatch(listShown(toList("rpg")));
      store.dispatch(changed);
      expect(kept()).toBeNull();
    }
  });
});
