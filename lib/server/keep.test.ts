import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Db } from "./db";
import { keep } from "./keep";

const db = {} as Db;
const otherDb = { other: true } as unknown as Db;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Loads its number of the time. */
function start() {
  const load = vi.fn(async (_db: Db, key: string) => ({ key, nth: load.mock.calls.length }));
  return { load, ask: keep({ ttlMs: 1000, max: 2 }, load) };
}

test("asks once for all who ask at the same time, and again for another key or database", async () => {
  const { load, ask } = start();
  const answers = await Promise.all([ask(db, "a"), ask(db, "a"), ask(db, "b"), ask(otherDb, "a")]);
  expect(answers.map(({ nth }) => nth)).toEqual([1, 1, 2, 3]);
  expect(load).toHaveBeenCalledTimes(3);
});

test("gives the old value while a new one is on its way, then the new one", async () => {
  const { load, ask } = start();
  await ask(db, "a");
  await vi.advanceTimersByTimeAsync(999);
  expect((await ask(db, "a")).nth).toBe(1);
  await vi.advanceTimersByTimeAsync(2);
  expect((await ask(db, "a")).nth).toBe(1);
  await vi.advanceTimersByTimeAsync(0);
  expect((await ask(db, "a")).nth).toBe(2);
  expect(load).toHaveBeenCalledTimes(2);
});

test("a first failure is told, and not kept; a later one leaves the old value", async () => {
  const { load, ask } = start();
  load.mockRejectedValueOnce(new Error("no database"));
  await expect(ask(db, "a")).rejects.toThrow("no database");
  expect((await ask(db, "a")).nth).toBe(2);
  await vi.advanceTimersByTimeAsync(1001);
  load.mockRejectedValueOnce(new Error("no database"));
  expect((await ask(db, "a")).nth).toBe(2);
  await vi.advanceTimersByTimeAsync(0);
  expect((await ask(db, "a")).nth).toBe(2);
});
