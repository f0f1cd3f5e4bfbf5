import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/jobs/model/backend";
import { DEFAULT_FIT } from "@/jobs/model/network/fit-network";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import { fitMembersInTurn } from "@/jobs/model/training-work";
import { fitMembersOnThreads } from "./fit-pool";

interface Outcome {
  hashes?: string[];
  told?: number;
  error?: string;
}

// Starts four processes' worth of TypeScript on a machine that others may be using.
const TIMEOUT_MS = 90_000;
let outcomes: Record<"inTurn" | "onThreads" | "failed" | "aborted", Outcome> & { seconds: number };

beforeAll(async () => {
  const child = ["--import", "tsx", "jobs/train/test-fit.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, child, { timeout: TIMEOUT_MS });
  outcomes = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}, TIMEOUT_MS);

describe("training on threads", () => {
  it("gives the same bytes as in turn, in the order of the tasks, and tells of all steps", () => {
    expect(outcomes.onThreads).toEqual(outcomes.inTurn);
    expect(new Set(outcomes.inTurn.hashes).size).toBe(3);
    expect(outcomes.onThreads.told).toBe(60);
  });

  it("fails with the reason of the thread that failed", () => {
    expect(outcomes.failed.error).toContain("shop-0: the value of");
  });

  it("ends its threads when told to", () => {
    expect(outcomes.aborted.error).toContain("timeout");
    expect(outcomes.seconds).toBeLessThan(30);
  });

  it("trains in turn where a process cannot load TypeScript in a thread", async () => {
    await startBackend();
    const panel = createShops({ count: 3, days: 120, horizon: 14, seed: 1 });
    const plan = { ...DEFAULT_FIT, steps: 2, batch: 4 };
    const tasks = [1, 2].map((seed) => ({ part: `${seed}`, endDay: toEndDay(panel), plan, seed }));
    const hooks = { onStep: () => undefined };
    expect(process.execArgv.some((argument) => argument.includes("tsx"))).toBe(false);
    expect(await fitMembersOnThreads(panel, tasks, hooks)).toEqual(await fitMembersInTurn(panel, tasks, hooks));
  });
});
