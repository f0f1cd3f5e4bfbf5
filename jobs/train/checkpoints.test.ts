import { beforeEach, describe, expect, it } from "vitest";
import { Checkpoints, dropCheckpoints } from "./checkpoints";
import { MemoryStorage } from "./memory-storage";

const at = { mode: "scratch", key: "2026-05-31-abc" } as const;
const folder = "kratos/training/scratch/2026-05-31-abc";
let storage: MemoryStorage;
let lines: string[];
let isOver: boolean;

/** As another process opens them. */
const open = (key: string = at.key) =>
  Checkpoints.open(
    storage,
    { mode: at.mode, key },
    {
      log: (line) => lines.push(line),
      pause: () => {
        if (isOver) throw new Error("it is left for later");
      },
    },
  );
const keys = () => [...storage.objects.keys()];

beforeEach(() => {
  storage = new MemoryStorage();
  lines = [];
  isOver = false;
});

describe("a checkpoint", () => {
  it("gives another process the very values, and none to another training", async () => {
    const value = { step: 3, random: [1, -2], weights: { top: Float32Array.of(1 / 3, Number.NaN, -0) } };
    await (await open()).keep("stage-0/network-1", value);
    expect(await (await open()).find("stage-0/network-1")).toEqual(value);
    expect(await (await open()).find("stage-0/network-0")).toBeUndefined();
    expect(await (await open("other")).find("stage-0/network-1")).toBeUndefined();
  });

  it("is written under a new name before the old one goes", async () => {
    const checkpoints = await open();
    await checkpoints.keep("fit", 1);
    await checkpoints.keep("fit", 2);
    await (await open()).keep("fit", 3);
    expect(storage.writes).toEqual([1, 2, 3].map((count) => `${folder}/fit/00000${count}`));
    expect(keys()).toEqual([`${folder}/fit/000003`]);
  });

  it("is passed over where it is broken, for the one before where that is there still, and says so", async () => {
    await (await open()).keep("fit", "old");
    const whole = await storage.get(`${folder}/fit/000001`);
    await storage.put(`${folder}/fit/000002`, whole.slice(0, -1));
    expect(await (await open()).find("fit")).toBe("old");
    await storage.put(`${folder}/fit/000001`, "");
    expect(await (await open()).find("fit")).toBeUndefined();
    expect(lines[0]).toBe(`the checkpoint ${folder}/fit/000002 is passed over: it does not match its hash`);
    expect(lines).toHaveLength(3);
  });

  it("is made of work under way before the process is given back, and not for nothing", async () => {
    const checkpoints = await open();
    let taken = 0;
    const take = () => ++taken;
    await checkpoints.rest("fit", take);
    expect([taken, keys(), checkpoints.isPausing]).toEqual([0, [], false]);
    isOver = true;
    await expect(checkpoints.rest("fit", take)).rejects.toThrow("left for later");
    expect(checkpoints.isPausing).toBe(true);
    expect(await (await open()).find("fit")).toBe(1);
  });
});

describe("dropCheckpoints", () => {
  it("deletes those of all trainings of its kind, and no others", async () => {
    await (await open()).keep("fit", 1);
    await (await open("left-over")).keep("fit", 1);
    await storage.put("kratos/training/warm/2026-05-31-abc/fit/000001", "");
    await storage.put("kratos/models/live.json", "");
    expect(await dropCheckpoints(storage, "scratch")).toBe(2);
    expect(keys()).toEqual(["kratos/training/warm/2026-05-31-abc/fit/000001", "kratos/models/live.json"]);
  });
});
