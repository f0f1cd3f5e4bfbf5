import { afterEach, describe, expect, it, vi } from "vitest";
import type { Collection, LibraryGame, LibraryView } from "@/lib/shared/library";
import type { Page } from "@/lib/shared/page";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { runSagas } from "../../store/run-sagas";
import { createTestBrowser } from "../../store/test-tabs";
import { sessionChanged } from "../session/slice";
import { toLibraryParams } from "./address";
import type { ChangeGamesInput, LibraryApi, MoreInput } from "./api";
import { librarySaga } from "./saga";
import { selectCollections, selectLibraryList, selectLibraryVersion, selectMore } from "./selectors";
import {
  collectionDeleted,
  createCollectionRequest,
  gamesChanged,
  libraryReducer,
  moreRequest,
  pageOpened,
  renameCollectionRequest,
} from "./slice";

const toGame = (title: string): LibraryGame => ({
  gameId: `game-${title}`,
  slug: title,
  title,
  developer: "Lantern",
  cover: null,
  hasPage: true,
  orderId: null,
  grantedAt: "2026-01-01T00:00:00.000Z",
});

const shelf: Collection = { id: "shelf", name: "Shelf", gameCount: 2 };
const other: Collection = { id: "other", name: "Other", gameCount: 0 };
const view: LibraryView = { sort: "recent", collection: "shelf" };
const key = toLibraryParams(view).toString();
const page = (titles: string[], nextCursor: string | null = null): Page<LibraryGame> => ({
  items: titles.map(toGame),
  nextCursor,
});
const refused = new ApiError("network", "The store cannot be reached");

/** A server with two collections, which fails where it is told to. */
function createServer() {
  let collections = [shelf, other];
  const keep = (collection: Collection) => {
    collections = [...collections.filter(({ id }) => id !== collection.id), collection];
    return collection;
  };
  return {
    loadMore: vi.fn(async (_input: MoreInput) => page(["c", "d"])),
    loadCollections: vi.fn(async () => collections),
    createCollection: vi.fn(async ({ name, gameIds }) => keep({ id: `new-${name}`, name, gameCount: gameIds.length })),
    renameCollection: vi.fn(async ({ id, name }) => keep({ id, name, gameCount: 2 })),
    deleteCollection: vi.fn(async (deletedId) => {
      collections = collections.filter(({ id }) => id !== deletedId);
      return { name: "Shelf", gameIds: ["game-a", "game-b"] };
    }),
    changeGames: vi.fn(async ({ id, add, remove }: ChangeGamesInput) =>
      keep({ id, name: "Shelf", gameCount: 2 + add.length - remove.length }),
    ),
  } satisfies LibraryApi;
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

function start(server: ReturnType<typeof createServer>, browser = createTestBrowser()) {
  const store = makeStore();
  store.addFeature({ name: "library", reducer: libraryReducer, loadSaga: async () => librarySaga });
  const task = runSagas(store, () => librarySaga(server, browser.openTab()));
  running.push(() => task.cancel());
  store.dispatch(pageOpened({ key, page: page(["a", "b"], "next"), collections: [shelf, other] }));
  const titles = () => selectLibraryList(store.getState(), key)?.items.map(({ title }) => title);
  const names = () => selectCollections(store.getState()).map(({ name }) => name);
  const notes = () => store.getState().notifications.items;
  return { store, titles, names, notes };
}

const more: MoreInput = { view, cursor: "next", limit: 2 };

describe("the pages of a library", () => {
  it("are read on, each game once, to the end", async () => {
    const server = createServer();
    const { store, titles } = start(server);
    server.loadMore.mockResolvedValueOnce(page(["b", "c"]));
    store.dispatch(moreRequest.requested(more));
    await vi.waitFor(() => expect(titles()).toEqual(["a", "b", "c"]));
    expect(selectLibraryList(store.getState(), key)?.nextCursor).toBeNull();
  });

  it("are kept for who comes back, and begin anew where the first page is another one", async () => {
    const { store, titles } = start(createServer());
    store.dispatch(moreRequest.requested(more));
    await vi.waitFor(() => expect(titles()).toEqual(["a", "b", "c", "d"]));
    const open = (opened: string[], of = key) =>
      store.dispatch(pageOpened({ key: of, page: page(opened, "next"), collections: [shelf] }));
    open(["a", "b"]);
    expect(titles()).toEqual(["a", "b", "c", "d"]);
    open(["new", "a"]);
    expect(titles()).toEqual(["new", "a"]);
    open(["x"], "sort=title");
    expect(titles()).toBeUndefined();
  });

  it("say that they could not be read on, and are when asked again", async () => {
    const server = createServer();
    const { store, titles, notes } = start(server);
    server.loadMore.mockRejectedValueOnce(refused);
    store.dispatch(moreRequest.requested(more));
    await vi.waitFor(() => expect(selectMore(store.getState()).status).toBe("failed"));
    expect(notes()).toMatchObject([{ kind: "error", text: "The store cannot be reached" }]);
    store.dispatch(moreRequest.requested(more));
    await vi.waitFor(() => expect(titles()).toHaveLength(4));
  });

  it("are not read on where the page is left", async () => {
    const server = createServer();
    const { store, titles } = start(server);
    let signal: AbortSignal | undefined;
    const hang: LibraryApi["loadMore"] = (_input, given) => {
      signal = given;
      return new Promise(() => undefined);
    };
    server.loadMore.mockImplementationOnce(hang as unknown as typeof server.loadMore);
    store.dispatch(moreRequest.requested(more));
    await vi.waitFor(() => expect(signal).toBeDefined());
    store.dispatch(moreRequest.cancelled());
    expect(signal?.aborted).toBe(true);
    expect(titles()).toEqual(["a", "b"]);
  });
});

describe("collections", () => {
  it("are made and renamed, and a refusal is kept for the form", async () => {
    const server = createServer();
    const { store, names, notes } = start(server);
    store.dispatch(createCollectionRequest.requested({ name: "Co-op", gameIds: [] }));
    await vi.waitFor(() => expect(names()).toEqual(["Shelf", "Other", "Co-op"]));
    expect(notes()).toMatchObject([{ text: say("notices.collectionMade", { name: "Co-op" }) }]);
    store.dispatch(renameCollectionRequest.requested({ id: "shelf", name: "Winter" }));
    await vi.waitFor(() => expect(names()).toEqual(["Winter", "Other", "Co-op"]));
    server.createCollection.mockRejectedValueOnce(new ApiError("conflict", "Taken", { fields: { name: "Taken" } }));
    store.dispatch(createCollectionRequest.requested({ name: "Co-op", gameIds: [] }));
    await vi.waitFor(() => expect(store.getState().library.create.error?.fields).toEqual({ name: "Taken" }));
    expect(names()).toEqual(["Winter", "Other", "Co-op"]);
  });

  it("are gone at once when deleted, and come back with their games by an undo", async () => {
    const server = createServer();
    const { store, names, notes } = start(server);
    store.dispatch(collectionDeleted(shelf));
    expect(names()).toEqual(["Other"]);
    await vi.waitFor(() => expect(notes()).toHaveLength(1));
    const undo = notes()[0]?.action?.event;
    if (!undo) throw new Error("no undo was offered");
    store.dispatch(undo);
    await vi.waitFor(() => expect(names()).toEqual(["Other", "Shelf"]));
    expect(server.createCollection.mock.calls[0]?.[0]).toEqual({ name: "Shelf", gameIds: ["game-a", "game-b"] });
  });

  it("stay where deleting them fails", async () => {
    const server = createServer();
    const { store, names, notes } = start(server);
    server.deleteCollection.mockRejectedValueOnce(refused);
    store.dispatch(collectionDeleted(shelf));
    expect(names()).toEqual(["Other"]);
    await vi.waitFor(() => expect(names()).toEqual(["Shelf", "Other"]));
    expect(notes()).toMatchObject([{ kind: "error", text: "The store cannot be reached" }]);
  });

  it("lose games at once in their own list, and an undo puts them back on the server", async () => {
    const server = createServer();
    const { store, titles, notes } = start(server);
    store.dispatch(gamesChanged({ id: "shelf", name: "Shelf", add: [], remove: ["game-a"] }));
    expect(titles()).toEqual(["b"]);
    await vi.waitFor(() => expect(selectCollections(store.getState())[0]?.gameCount).toBe(1));
    const undo = notes()[0]?.action?.event;
    if (!undo) throw new Error("no undo was offered");
    store.dispatch(undo);
    await vi.waitFor(() => expect(selectLibraryVersion(store.getState())).toBe(1));
    expect(server.changeGames).toHaveBeenLastCalledWith(
      { id: "shelf", add: ["game-a"], remove: [] },
      expect.any(AbortSignal),
    );
  });

  it("are shown anew from the server where a change of their games failed", async () => {
    const server = createServer();
    const { store, titles, notes } = start(server);
    server.changeGames.mockRejectedValueOnce(refused);
    store.dispatch(gamesChanged({ id: "shelf", name: "Shelf", add: [], remove: ["game-a"] }));
    await vi.waitFor(() => expect(selectLibraryVersion(store.getState())).toBe(1));
    expect(titles()).toBeUndefined();
    expect(notes()).toMatchObject([{ kind: "error" }]);
  });

  it("are the same in every tab: the others have their page rendered anew", async () => {
    const [server, browser] = [createServer(), createTestBrowser()];
    const [one, second] = [start(server, browser), start(server, browser)];
    one.store.dispatch(collectionDeleted(shelf));
    await vi.waitFor(() => expect(selectLibraryVersion(second.store.getState())).toBe(1));
    expect([browser.told, second.notes()]).toEqual([["library"], []]);
  });

  it("of a page from the browser's memory are asked anew, and those deleted meanwhile are not shown", async () => {
    const server = createServer();
    const { store, names } = start(server);
    store.dispatch(createCollectionRequest.requested({ name: "Co-op", gameIds: [] }));
    store.dispatch(collectionDeleted(shelf));
    await vi.waitFor(() => expect(names()).toEqual(["Other", "Co-op"]));
    store.dispatch(pageOpened({ key, page: page(["a"]), collections: [shelf, other] }));
    expect(names()).toEqual(["Other"]);
    await vi.waitFor(() => expect(names()).toEqual(["Other", "Co-op"]));
    server.loadCollections.mockRejectedValueOnce(refused);
    store.dispatch(pageOpened({ key, page: page(["a"]), collections: [other] }));
    await vi.waitFor(() => expect(server.loadCollections).toHaveBeenCalledTimes(3));
    expect([names(), store.getState().notifications.items.some(({ kind }) => kind === "error")]).toEqual([
      ["Other"],
      false,
    ]);
  });

  it("are forgotten when somebody else signs in", () => {
    const { store, names, titles } = start(createServer());
    store.dispatch(sessionChanged({ view: null, cause: "sign_out" }));
    expect([names(), titles()]).toEqual([[], undefined]);
  });
});
