import { spawnSync } from "node:child_process";
import path from "node:path";
import { toGameSpec } from "@/jobs/model/game-panel";
import { QUANTILES } from "@/jobs/model/metrics";
import { DEFAULT_FIT } from "@/jobs/model/network/fit-network";
import { HIDDEN_UNITS, LSTM_UNITS, OUTPUTS, TOP_UNITS } from "@/jobs/model/network/network-shape";
import {
  LOOK_BACK,
  listContextFeatures,
  listFutureFeatures,
  listPastFeatures,
} from "@/jobs/model/panel/panel-features";
import { SYNTHETIC_GENRES } from "@/jobs/model/synthetic-series";
import type { Measured } from "./measure";

/** Interpreter whose PyTorch is measured. */
const PYTHON = process.env.PYTHON ?? "python3";
const SECONDS = 5;

function listShapes() {
  const spec = toGameSpec(SYNTHETIC_GENRES);
  return {
    steps: LOOK_BACK,
    past: listPastFeatures(spec).length,
    context: listContextFeatures(spec).length,
    future: listFutureFeatures(spec).length,
    units: LSTM_UNITS,
    hidden: HIDDEN_UNITS,
    top: TOP_UNITS,
    outputs: OUTPUTS,
    quantiles: QUANTILES,
    batch: DEFAULT_FIT.batch,
    days: DEFAULT_FIT.days,
    seconds: SECONDS,
  };
}

/** Measures the same net's training step in PyTorch on so many threads; the reason where PyTorch cannot be used here. */
export function measureTorch(threads: number): (Measured & { version: string }) | string {
  const file = path.join(import.meta.dirname, "torch_step.py");
  const child = spawnSync(PYTHON, [file, JSON.stringify(listShapes()), String(threads)], { encoding: "utf8" });
  if (child.error) return `${PYTHON} is not here`;
  if (child.status !== 0) return child.stderr.trim().split("\n").at(-1) ?? "failed";
  return JSON.parse(child.stdout);
}
