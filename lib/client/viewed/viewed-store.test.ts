import { expect, test, vi } from "vitest";
import { createViewedStore, MAX_VIEWED, readViewed } from "./viewed-store";

const toGame = (slug: string) => ({ slug, title: slug.toUpperCase(), cover: null });

class MemoryStorage extends Map<string, string> {
  readonly length = 0;
  key = () => null;
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
}

test("remembers games newest first, each once and only so many", () => {
  const store = createViewedStore(() => storage);
  const storage = new MemoryStorage();
  for (let index = 0; index < MAX_VIEWED + 3; index += 1) store.add(toGame(`game-${index}`));
  store.add(toGame("game-9"));
  expect(store.list()).toHaveLength(MAX_VIEWED);
  expect(
    store
      .list()
      .slice(0, 2)
      .map(({ slug }) => slug),
  ).toEqual(["game-9", "game-14"]);
  expect(createViewedStore(() => storage).list()).toEqual(store.list());
});

test("gives the same list until it changes, and tells of changes", () => {
  const storage = new MemoryStorage();
  const store = createViewedStore(() => storage);
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  store.add(toGame("nova"));
  expect(store.list()).toBe(store.list());
  store.clear();
  expect(store.list()).toEqual([]);
  expect(storage.size).toBe(0);
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  store.add(toGame("nova"));
  expect(listener).toHaveBeenCalledTimes(2);
});

test("keeps nothing else of a game than its name and picture", () => {
  const storage = new MemoryStorage();
  createViewedStore(() => storage).add({ ...toGame("nova"), price: 1 } as ReturnType<typeof toGame>);
  expect(JSON.parse([...storage.values()][0] ?? "")).toEqual([toGame("nova")]);
});

test("reads a game with its picture, and leaves out what is not ours beside it", () => {
  const cover = { url: "/media/nova/cover.webp", alt: "", width: 3, height: 4 };
  const nova = { ...toGame("nova"), cover };
  const foreign = { ...toGame("iron"), cover: { ...cover, url: "https://elsewhere.example/x.png" } };
  expect(readViewed(JSON.stringify([nova, foreign, 7, null]))).toEqual([nova]);
});

test.each([
  null,
  "",
  "{}",
  "[1]",
  "not json",
  '[{"slug":"a"}]',
  '[{"slug":"../x","title":"t","cover":null}]',
  '[{"slug":"a","title":"t","cover":{"url":"/media/../x"}}]',
])("takes %s for nothing", (text) => {
  expect(readViewed(text)).toEqual([]);
});

test("works without a storage that one may use", () => {
  const store = createViewedStore(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  store.add(toGame("nova"));
  expect(store.list()).toEqual([]);
});
