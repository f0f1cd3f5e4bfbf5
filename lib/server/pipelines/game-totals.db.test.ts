import { expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createGame } from "../sales/test-world";
import { GameTotalsMemory } from "./game-totals";
import { atSecond, createTestGames, createTestRun, createTestTask } from "./test-runs";

const database = useTestDatabase();

it("counts a run at work every three seconds, and at once when it has ended", async () => {
  const { db } = database;
  const runId = await createTestRun(db, { state: "running" });
  const taskId = await createTestTask(db, runId, { name: "files", position: 0, isMapped: true });
  const add = async (slug: string) => {
    const { id: gameId } = await createGame(db, { slug, publisher: "one" });
    await createTestGames(db, { runId, taskId }, [{ gameId, state: "succeeded" }]);
  };
  let nowMs = 0;
  const memory = new GameTotalsMemory(() => nowMs);
  const at = (second: number) => ({ id: runId, changedAt: atSecond(second).toISOString() });
  const count = async (run: Parameters<typeof memory.get>[1]) => (await memory.get(db, run)).files?.succeeded;
  await add("one");
  expect(await count({ ...at(1), state: "running" })).toBe(1);
  await add("two");
  nowMs = 2999;
  expect(await count({ ...at(2), state: "running" })).toBe(1);
  nowMs = 3000;
  expect(await count({ ...at(2), state: "running" })).toBe(2);
  await add("three");
  expect(await count({ ...at(3), state: "succeeded" })).toBe(3);
  await add("four");
  expect(await count({ ...at(3), state: "succeeded" })).toBe(3);
  expect(await count({ ...at(4), state: "succeeded" })).toBe(4);
});
