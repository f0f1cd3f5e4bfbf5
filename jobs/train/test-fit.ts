import { toSha256 } from "@/jobs/model/artifact";
import { encodeFloats } from "@/jobs/model/artifact-weights";
import { startBackend } from "@/jobs/model/backend";
import { DEFAULT_FIT } from "@/jobs/model/network/fit-network";
import type { Panel } from "@/jobs/model/panel/panel";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import { type FitMembers, fitMembersInTurn } from "@/jobs/model/training-work";
import { fitMembersOnThreads } from "./fit-pool";

// A process of its own, for the test of the threads: they need a process that was started with tsx. Prints what came of
// training in turn, on threads, with a series that is broken and with an abort, as JSON.

const panel = createShops({ count: 3, days: 120, horizon: 14, seed: 1 });
const [first] = panel.series;
if (!first) throw new Error("there is no shop");
const plan = { ...DEFAULT_FIT, steps: 20, batch: 8 };
const tasks = [1, 2, 3].map((seed) => ({ part: `${seed}`, endDay: toEndDay(panel), plan, seed }));

async function describe(fitMembers: FitMembers, of: Panel, steps = plan.steps, signal?: AbortSignal) {
  let told = 0;
  const onStep = (count: number) => {
    told += count;
  };
  const orders = tasks.map((task) => ({ ...task, plan: { ...plan, steps } }));
  try {
    const members = await fitMembers(of, orders, { onStep, signal });
    return { hashes: members.map((weights) => toSha256(encodeFloats(Object.values(weights)))), told };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

await startBackend();
const broken = { ...panel, series: [{ ...first, values: first.values.map(() => Number.NaN) }] };
const inTurn = await describe(fitMembersInTurn, panel);
const onThreads = await describe(fitMembersOnThreads, panel);
const failed = await describe(fitMembersOnThreads, broken);
const startedAt = performance.now();
const stop = AbortSignal.timeout(1500);
const aborted = await describe(fitMembersOnThreads, panel, 1_000_000, stop);
const seconds = (performance.now() - startedAt) / 1000;
console.log(JSON.stringify({ inTurn, onThreads, failed, aborted, seconds }));
