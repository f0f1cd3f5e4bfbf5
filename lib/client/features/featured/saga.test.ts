import { afterEach, describe, expect, it, vi } from "vitest";
import type { FeaturedGame, SetFeaturedInput } from "@/lib/shared/featured";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { featuredFeature } from "./feature";
import { featuredSaga, TYPING_REST_MS } from "./saga";
import { selectCandidates, selectIsStageSaving, selectStage } from "./selectors";
import { searchTyped, stageChanged, stageOpened } from "./slice";

const toGame = (slug: string): FeaturedGame => ({
  slug,
  title: slug.toUpperCase(),
  publisher: "House",
  picture: null,
  isShown: true,
});

const [a, b, c] = [toGame("a"), toGame("b"), toGame("c")];

/** A server that keeps the stage, and refuses a change that was made from another one. */
function createServer(games: FeaturedGame[]) {
  let held = games.map(({ slug }) => slug);
  const list = () => held.map(toGame);
  return {
    held: () => held,
    change: (slugs: string[]) => {
      held = slugs;
    },
    load: vi.fn(async () => list()),
    save: vi.fn(async ({ slugs, was }: SetFeaturedInput, _signal: AbortSignal) => {
      if (was.join() !== held.join()) throw new ApiError("conflict", "Somebody else has changed the stage");
      held = slugs;
      return list();
    }),
    search: vi.fn(async (q: string) => [toGame(q)]),
  };
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
  vi.useRealTimers();
});

function start(games = [a, b]) {
  const server = createServer(games);
  const store = makeStore();
  store.addFeature(featuredFeature);
  const task = runSagas(store, () => featuredSaga(server));
  running.push(() => task.cancel());
  store.dispatch(stageOpened(games));
  const slugs = () => selectStage(store.getState()).map(({ slug }) => slug);
  const settled = () => vi.waitFor(() => expect(selectIsStageSaving(store.getState())).toBe(false));
  const notes = () => store.getState().notifications.items;
  return { server, store, slugs, settled, notes };
}

describe("the stage's saga", () => {
  it("shows a change at once and saves it, with a way back", async () => {
    const { server, store, slugs, settled, notes } = start();
    store.dispatch(stageChanged([b, a, c]));
    expect(slugs()).toEqual(["b", "a", "c"]);
    await settled();
    expect(server.held()).toEqual(["b", "a", "c"]);
    const undo = notes()[0]?.action;
    expect(undo?.label).toBe(say("notices.undo"));
    if (undo) store.dispatch(undo.event);
    await settled();
    expect([slugs(), server.held()]).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("sends quick changes one after the other, and only the last of those made meanwhile", async () => {
    const { server, store, slugs, settled } = start();
    for (const games of [[b, a], [b], [b, c], [c, b]]) store.dispatch(stageChanged(games));
    expect(slugs()).toEqual(["c", "b"]);
    await settled();
    expect(server.held()).toEqual(["c", "b"]);
    expect(slugs()).toEqual(["c", "b"]);
    expect(server.save.mock.calls.map(([{ slugs: sent }]) => sent.join())).toEqual(["b,a", "c,b"]);
  });

  it("takes a change back that failed, and says why", async () => {
    const { server, store, slugs, settled, notes } = start();
    server.save.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached"));
    store.dispatch(stageChanged([b]));
    await settled();
    expect(slugs()).toEqual(["a", "b"]);
    expect(notes()).toMatchObject([{ kind: "error", text: "The store cannot be reached" }]);
  });

  it("sends nothing for what was wished meanwhile once a change has failed and is taken back", async () => {
    const { server, store, slugs, settled, notes } = start();
    server.save.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached"));
    store.dispatch(stageChanged([b]));
    store.dispatch(stageChanged([b, c]));
    await settled();
    expect(slugs()).toEqual(["a", "b"]);
    expect(server.save).toHaveBeenCalledOnce();
    expect(notes()).toHaveLength(1);
  });

  it("shows what somebody else has made of the stage where that was in the way", async () => {
    const { server, store, slugs, settled, notes } = start();
    server.change(["c"]);
    store.dispatch(stageChanged([b]));
    await settled();
    expect(slugs()).toEqual(["c"]);
    expect(notes()).toMatchObject([{ kind: "error" }]);
    store.dispatch(stageChanged([c, a]));
    await settled();
    expect(server.held()).toEqual(["c", "a"]);
  });

  it("stops what is under way when the page goes away", async () => {
    const { server, store } = start();
    let signal: AbortSignal | undefined;
    server.save.mockImplementationOnce((_input, given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    store.dispatch(stageChanged([b]));
    await vi.waitFor(() => expect(signal).toBeDefined());
    for (const stop of running.splice(0)) stop();
    expect(signal?.aborted).toBe(true);
  });

  it("looks for games once the fingers rest", async () => {
    vi.useFakeTimers();
    const { server, store } = start();
    for (const q of ["n", "no", "nova"]) store.dispatch(searchTyped(q));
    await vi.advanceTimersByTimeAsync(TYPING_REST_MS);
    expect(server.search.mock.calls.map(([q]) => q)).toEqual(["nova"]);
    expect(selectCandidates(store.getState()).map(({ slug }) => slug)).toEqual(["nova"]);
  });
});
