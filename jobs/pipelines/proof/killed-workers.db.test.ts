import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createRandom } from "@/jobs/model/random";
import { addDays } from "@/lib/shared/day";
import { PIPELINES } from "@/lib/shared/pipelines";
import { readEndState } from "./end-state";
import { hurryQueues } from "./engine-fixture";
import { killLeftProcesses, startScript, type TestProcess } from "./processes";
import { createShop, toGameId } from "./shop";
import { createWorld, type World } from "./world";

const GAMES = 30;
const DAYS = 200;
const SECOND_NIGHT = "2026-03-10";
const FIRST_NIGHT = addDays(SECOND_NIGHT, -1);
const WORKERS = 3;
const SEED = 20260310;
/** A task is given up when its process was lost in all of its attempts: those who kill leave it some. */
const MOST_LOSSES = 1;
/** Share of the bucket's writes in whose middle somebody is killed. */
const KILLING_WRITES = 0.2;

const database = useTestDatabase();
let undisturbed: World;
let disturbed: World;

const startWorker = ({ env }: World) => startScript("jobs/pipelines/proof/small-plan-worker.ts", [], env);

/** Asks for the night of a day: all pipelines, each to follow the one before. */
async function askForNight({ env }: World, day: string): Promise<void> {
  for (const pipeline of PIPELINES) {
    const end = await startScript("jobs/cli.ts", [pipeline, "--date", day, "--detach"], env).ended;
    expect(end).toMatchObject({ code: 0, err: "" });
  }
}

const countOpen = ({ db }: World) => db.pipelineRun.count({ where: { state: { in: ["queued", "running"] } } });
const isOver = (world: World, timeout: number) =>
  vi.waitUntil(async () => (await countOpen(world)) === 0, { timeout, interval: 500 });

/** A whole night with a worker that nobody disturbs. */
async function sleepWell(world: World, day: string): Promise<void> {
  const worker = startWorker(world);
  await askForNight(world, day);
  await isOver(world, 240_000);
  worker.child.kill("SIGTERM");
  await worker.ended;
}

/** Orders whose payment was confirmed after the buyer had left. */
async function leavePendingOrders({ db }: World): Promise<void> {
  const { id: userId } = await db.user.findFirstOrThrow();
  for (const index of [0, 1, 2]) {
    const item = { gameId: toGameId(index), quantity: 1, listPriceCents: 0, unitPriceCents: 0 };
    await db.order.create({
      data: {
        id: `00000000-0000-4000-8000-00000000000${index}`,
        userId,
        status: "pending",
        currency: "USD",
        totalCents: 0,
        idempotencyKey: `pending-${index}`,
        requestHash: "hash",
        items: { create: item },
        payments: { create: { provider: "free", providerRef: `free.${index}`, amountCents: 0, currency: "USD" } },
      },
    });
  }
}

/** Processes that hold a task that may still be lost. */
async function listHolders({ db }: World): Promise<number[]> {
  const attempts = await db.pipelineAttempt.findMany({
    where: { state: "running", task: { state: "running", failures: { lt: MOST_LOSSES } } },
    select: { worker: true },
  });
  return attempts.map(({ worker }) => Number(worker.split(":").at(-1)));
}

/** Kills workers that hold a task, at random moments and in the middle of random writes, and starts others for them. */
class Killer {
  readonly workers: TestProcess[] = [];
  kills = 0;

  constructor(private readonly world: World) {
    for (let index = 0; index < WORKERS; index++) this.workers.push(startWorker(world));
    const random = createRandom(SEED + 1);
    world.bucket.setDoorkeeper(async ({ method }) => {
      if (method === "PUT" && random() < KILLING_WRITES) await this.kill(random());
      return "none";
    });
  }

  async kill(dice: number): Promise<void> {
    const holders = await listHolders(this.world);
    const candidates = this.workers.filter(({ pid }) => holders.includes(pid));
    const victim = candidates[Math.floor(dice * candidates.length)];
    const place = victim ? this.workers.indexOf(victim) : -1;
    if (!victim || place < 0) return;
    this.kills += 1;
    this.workers[place] = startWorker(this.world);
    victim.child.kill("SIGKILL");
  }

  /** Goes on until a night that was asked for is over. */
  async disturb(isAsked: () => boolean): Promise<void> {
    const random = createRandom(SEED);
    while (!isAsked() || (await countOpen(this.world)) > 0) {
      await after(300 + 2_500 * random());
      await this.kill(random());
    }
  }
}

async function copyObjects(from: World, to: World): Promise<void> {
  for (const key of await from.bucket.storage.list(""))
    await to.bucket.storage.put(key, await from.bucket.storage.get(key));
}

beforeAll(async () => {
  await createShop(database.db, { games: GAMES, days: DAYS, lastDay: SECOND_NIGHT });
  await hurryQueues(database);
  await database.db.$disconnect();
  const night = await createWorld(database.url);
  await sleepWell(night, FIRST_NIGHT);
  await leavePendingOrders(night);
  await night.db.$disconnect();
  undisturbed = await createWorld(night.url);
  disturbed = await createWorld(night.url);
  await copyObjects(night, undisturbed);
  await copyObjects(night, disturbed);
  await night.close();
}, 300_000);
afterAll(async () => {
  killLeftProcesses();
  await undisturbed?.close();
  await disturbed?.close();
});

describe(`${WORKERS} workers that are killed at random through a night of all pipelines`, () => {
  it("leave what one leaves that nobody disturbed, and no effect twice", async () => {
    const sleeping = sleepWell(undisturbed, SECOND_NIGHT);
    const killer = new Killer(disturbed);
    let isAsked = false;
    const asking = askForNight(disturbed, SECOND_NIGHT).finally(() => {
      isAsked = true;
    });
    await Promise.all([killer.disturb(() => isAsked), asking, sleeping]);
    disturbed.bucket.setDoorkeeper(null);
    const [before, state] = [await readEndState(undisturbed), await readEndState(disturbed)];
    // One after the other, so that what differs is named.
    for (const name of Object.keys(before)) expect({ [name]: state[name] }).toEqual({ [name]: before[name] });
    for (const name of ["dailySales", "models", "forecasts", "ledger", "scores", "gameRows"]) {
      expect(before[name]).not.toHaveLength(0);
    }
    expect(before.entitlements).toHaveLength(3);
    expect(before.audit).toHaveLength(3);
    expect(before.runs).toHaveLength(2 * PIPELINES.length);
    for (const run of before.runs ?? []) expect(run).toContain(",succeeded,");
    const lost = await disturbed.db.pipelineAttempt.count({ where: { state: "lost" } });
    expect(lost).toBeGreaterThanOrEqual(3);
    expect(killer.kills).toBeGreaterThanOrEqual(lost);
  }, 300_000);
});
