import { expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { endWithSignal } from "./end-with-signal";

const database = useTestDatabase();

it("ends a statement that would take for ever, and leaves nothing of its transaction", async () => {
  const { db } = database;
  const end = new AbortController();
  const work = db.$transaction(
    (tx) =>
      endWithSignal(tx, { db, signal: end.signal }, async () => {
        await tx.genre.create({ data: { slug: "half", name: "half" } });
        // Told between two statements, which the database does not hear, and again.
        end.abort(new Error("it was cancelled"));
        await tx.$queryRaw`SELECT pg_sleep(600)::text`;
      }),
    { timeout: 600_000 },
  );
  await expect(work).rejects.toThrow("canceling statement due to user request");
  expect(await db.genre.count()).toBe(0);
});

it("does not begin where the signal is aborted already, and leaves work alone that has ended", async () => {
  const { db } = database;
  const begun: string[] = [];
  const begin = (signal: AbortSignal) =>
    db.$transaction((tx) => endWithSignal(tx, { db, signal }, async () => begun.push("work")));
  await expect(begin(AbortSignal.abort(new Error("it was cancelled")))).rejects.toThrow("it was cancelled");
  expect(begun).toEqual([]);
  const end = new AbortController();
  expect(await begin(end.signal)).toBe(1);
  end.abort();
  expect(await db.genre.count()).toBe(0);
});
