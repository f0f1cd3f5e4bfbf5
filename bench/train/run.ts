import { spawnSync } from "node:child_process";
import path from "node:path";
import { DEFAULT_FIT } from "@/jobs/model/network/fit-network";
import type { Measured } from "./measure";
import { measureTorch } from "./torch";

/**
 * `npm run bench:train`: windows a second of our training step beside the plain `tf.layers.lstm` model of the same size
 * and PyTorch, whole training on one thread and on two, and the forecasts of 1,000 games; each in a process of its
 * own. Ours and the plain one take turns, so that a busy machine slows both.
 */
const ROUNDS = 3;
const BARS = { ratio: 3, peakMb: 1024, inferenceMs: 5000 } as const;

function measure(variant: string): Measured {
  const file = path.join(import.meta.dirname, "variant.ts");
  const child = spawnSync(process.execPath, ["--import", "tsx", file, variant], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = child.stdout.trim().split("\n").at(-1) ?? "";
  if (child.status !== 0) throw new Error(`${variant} failed with status ${child.status}`);
  return JSON.parse(line);
}

const toBest = (all: readonly Measured[]): Measured => ({
  windowsPerSecond: Math.max(...all.map(({ windowsPerSecond }) => windowsPerSecond)),
  stepMs: Math.min(...all.map(({ stepMs }) => stepMs)),
  peakMb: Math.max(...all.map(({ peakMb }) => peakMb)),
});

const toRow = ({ windowsPerSecond, stepMs, peakMb }: Measured) => ({
  "windows/s": Math.round(windowsPerSecond),
  "ms a step": Number(stepMs.toFixed(1)),
  "peak MB": Math.round(peakMb),
});

type Table = Record<string, ReturnType<typeof toRow> & { ratio: string }>;

function measureSteps(): { ours: Measured; table: Table } {
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: measure("ours"), plain: measure("plain") }));
  const [ours, plain] = [toBest(rounds.map((round) => round.ours)), toBest(rounds.map((round) => round.plain))];
  const allDays = measure("plainAllDays");
  const ratioOf = (one: Measured) => (one.windowsPerSecond / plain.windowsPerSecond).toFixed(2);
  const table: Table = {
    "our step": { ...toRow(ours), ratio: ratioOf(ours) },
    "plain tf.layers.lstm": { ...toRow(plain), ratio: "1.00" },
    "plain, all 60 days of a window": { ...toRow(allDays), ratio: ratioOf(allDays) },
  };
  for (const threads of [1, 2]) {
    const torch = measureTorch(threads);
    if (typeof torch === "string") {
      console.log(`PyTorch skipped: ${torch}`);
      break;
    }
    const name = `PyTorch ${torch.version}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
    table[name] = { ...toRow(torch), ratio: ratioOf(torch) };
  }
  return { ours, table };
}

function main(): void {
  console.log(`steps of ${DEFAULT_FIT.batch} windows, ${DEFAULT_FIT.days} forecast days of each; best of ${ROUNDS}`);
  const { ours, table } = measureSteps();
  console.table(table);
  const [fit, two] = [measure("fit"), measure("fitTwo")];
  console.table({ "training of one network": toRow(fit), "of two, on two threads": toRow(two) });
  const inference = measure("inference");
  console.log(`60 days for 1,000 games on one core: ${(inference.stepMs / 1000).toFixed(2)} s`);
  const ratio = Number(table["our step"]?.ratio);
  const peakMb = Math.max(ours.peakMb, fit.peakMb, two.peakMb);
  const bars = [
    { bar: `at least ${BARS.ratio} times the plain model`, holds: ratio >= BARS.ratio },
    { bar: `peak memory under ${BARS.peakMb} MB`, holds: peakMb < BARS.peakMb },
    { bar: `1,000 games in under ${BARS.inferenceMs / 1000} s`, holds: inference.stepMs < BARS.inferenceMs },
  ];
  for (const { bar, holds } of bars) console.log(`${holds ? "holds" : "MISSED"}: ${bar}`);
  process.exitCode = bars.every(({ holds }) => holds) ? 0 : 1;
}

main();
