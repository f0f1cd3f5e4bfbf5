import { spawn } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { readCsv } from "@/jobs/backtest/read-csv";
import { toDayString } from "@/jobs/model/calendar";
import type { Panel } from "@/jobs/model/panel/panel";

/** A Python model's forecasts of all windows, by the last known day and the series: one array [horizon] per quantile. */
export interface PythonForecasts {
  model: string;
  seconds: number;
  cpuSeconds: number;
  byOrigin: Map<string, Map<string, Float64Array[]>>;
}

const QUANTILE_COLUMNS = ["q10", "q25", "q50", "q75", "q90"];

const lineSchema = z.union([
  z.object({ model: z.string(), skipped: z.string() }),
  z.object({ model: z.string(), file: z.string(), seconds: z.number(), cpuSeconds: z.number() }),
]);

/** Writes a panel in the field's long form, every day of it. */
async function writeLong(panel: Panel, file: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.write(`unique_id,ds,y,${[...panel.spec.known, ...panel.spec.statics].join(",")}\n`);
    for (const { id, firstDay, values, known, statics } of panel.series) {
      const rows = Array.from(values, (value, t) => {
        const cells = [id, toDayString(firstDay + t), value, ...known.map((column) => column[t]), ...statics];
        return cells.join(",");
      });
      await handle.write(`${rows.join("\n")}\n`);
    }
  } finally {
    await handle.close();
  }
}

async function readForecasts(file: string, horizon: number): Promise<PythonForecasts["byOrigin"]> {
  const byOrigin: PythonForecasts["byOrigin"] = new Map();
  let header: string[] | undefined;
  for await (const { cells } of readCsv(file)) {
    if (!header) {
      header = cells;
      continue;
    }
    const cellOf = (name: string) => cells[header?.indexOf(name) ?? -1] ?? "";
    const bySeries = byOrigin.get(cellOf("origin")) ?? new Map<string, Float64Array[]>();
    byOrigin.set(cellOf("origin"), bySeries);
    const id = cellOf("unique_id");
    const quantiles = bySeries.get(id) ?? QUANTILE_COLUMNS.map(() => new Float64Array(horizon).fill(Number.NaN));
    bySeries.set(id, quantiles);
    const day = Number(cellOf("h"));
    for (const [i, name] of QUANTILE_COLUMNS.entries()) quantiles[i]?.fill(Number(cellOf(name)), day - 1, day);
  }
  return byOrigin;
}

/** Runs the helper script; its models come as they end, each with its file. */
async function* runScript(python: string, args: readonly string[], signal: AbortSignal) {
  const script = path.join(import.meta.dirname, "rivals.py");
  const child = spawn(python, [script, ...args], { stdio: ["ignore", "pipe", "pipe"], signal });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors = `${errors}${data}`.slice(-4_000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // Awaited below; the loop may end before.
  ended.catch(() => undefined);
  for await (const line of createInterface({ input: child.stdout })) yield lineSchema.parse(JSON.parse(line));
  const status = await ended;
  if (status !== 0) throw new Error(errors.trim().split("\n").at(-1) || `${python} ended with ${status}`);
}

/**
 * Forecasts of LightGBM, AutoETS, NHITS and LSTM where Python has them: what is missing is told to `onSkip` and left
 * out. `endDays` are the first unknown days.
 */
export async function* forecastInPython(
  panel: Panel,
  endDays: readonly number[],
  { python, onSkip, signal }: { python: string; onSkip: (text: string) => void; signal: AbortSignal },
): AsyncGenerator<PythonForecasts> {
  const folder = await mkdtemp(path.join(tmpdir(), "kratos-rivals-"));
  const { spec } = panel;
  const data = path.join(folder, "data.csv");
  const origins = endDays.map((endDay) => toDayString(endDay - 1)).join(",");
  const args = ["--data", data, "--origins", origins, "--horizon", String(spec.horizon)];
  args.push("--known", spec.known.join(","), "--static", spec.statics.join(","), "--out", folder);
  try {
    await writeLong(panel, data);
    for await (const line of runScript(python, args, signal)) {
      if ("skipped" in line) onSkip(`${line.model}: ${line.skipped}`);
      else yield { ...line, byOrigin: await readForecasts(line.file, spec.horizon) };
    }
  } catch (error) {
    signal.throwIfAborted();
    onSkip(error instanceof Error ? error.message : String(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
