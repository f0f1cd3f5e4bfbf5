import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toDayNumber, toDayString } from "@/jobs/model/calendar";
import { QUANTILES } from "@/jobs/model/metrics";
import { parseBacktestArgs } from "./args";
import { executeBacktest } from "./execute-backtest";
import type { PanelForecaster } from "./our-forecasts";

let folder = "";
let data = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kratos-backtest-"));
  data = path.join(folder, "data.csv");
  const first = toDayNumber("2024-01-01");
  const rows = ['"a,1"', "b"].flatMap((id, i) =>
    Array.from({ length: 60 }, (_, t) => `${id},${toDayString(first + t)},${(t % 7) + i}`),
  );
  await writeFile(data, ["unique_id,ds,y", ...rows].join("\n"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Knows that a week is 0 to 6 and nothing else. */
const forecaster: PanelForecaster = async ({ spec, series }, { endDay }) => ({
  forecasts: series.map(({ id, firstDay }) => ({
    id,
    quantiles: QUANTILES.map((level) =>
      Float64Array.from({ length: spec.horizon }, (_, h) => ((endDay + h - firstDay) % 7) + (level - 0.5) / 3),
    ),
    model: "lstm",
  })),
  fitSeconds: 1.5,
});

function toCommand(out: string) {
  const args = ["--data", data, "--horizon", "10", "--origins", "2", "--step", "5", "--out", path.join(folder, out)];
  const command = parseBacktestArgs(args);
  if (!command) throw new Error("no command");
  return command;
}

it("leaves forecasts, scores and one table", async () => {
  const { text, files } = await executeBacktest(toCommand("done"), { forecaster });
  const lines = (await readFile(files.forecasts, "utf8")).trimEnd().split("\n");
  expect(lines).toHaveLength(1 + 2 * 2 * 10);
  expect(lines[0]).toBe("unique_id,origin,ds,h,q10,q25,q50,q75,q90,model");
  // The 45th day is the last one known at the first origin; the next is a Wednesday, number 3 of the week from 1 on.
  expect(lines[1]).toBe('"a,1",2024-02-14,2024-02-15,1,2.866667,2.916667,3,3.083333,3.133333,lstm');
  expect(lines.at(-1)).toMatch(/^b,2024-02-19,2024-02-29,10,/);
  const scores = JSON.parse(await readFile(files.scores, "utf8"));
  expect(scores.data).toMatchObject({ series: 2, rows: 120, firstDay: "2024-01-01", lastDay: "2024-02-29" });
  // Nothing changes from week to week: nothing can be scaled. One series of two is off by 1 everywhere.
  expect(scores.scores["1-10"].kratos).toMatchObject({ mase: null, series: 2 });
  expect(scores.scores["1-10"].kratos.wape).toBeGreaterThan(0.1);
  expect(scores.scores["1-10"].seasonal_naive.wape).toBe(0);
  expect(scores.origins.map(({ origin }: { origin: string }) => origin)).toEqual(["2024-02-14", "2024-02-19"]);
  expect(scores.fitSeconds).toBe(3);
  expect(scores.peakMemoryMb).toBeGreaterThan(10);
  expect(await readdir(path.join(folder, "done"))).toEqual(["forecasts.csv", "scores.json"]);
  expect(text).toMatch(/^days +forecast +MASE\(7\) +WAPE +RMSSE +bias +SQL +WQL/m);
  expect(text).toMatch(/^1-10 +Kratos .* 1\.5$/m);
  expect(text).toMatch(/^8-10 +same-condition mean /m);
  expect(text).toContain("served: lstm 100 %");
});

it("leaves nothing where it fails or is stopped, and keeps the results of before", async () => {
  const { files } = await executeBacktest(toCommand("kept"), { forecaster });
  const before = await readFile(files.forecasts, "utf8");
  let asked = 0;
  const failing: PanelForecaster = (panel, options) => {
    asked++;
    if (asked === 2) throw new Error("out of luck");
    return forecaster(panel, options);
  };
  await expect(executeBacktest(toCommand("kept"), { forecaster: failing })).rejects.toThrow("out of luck");
  expect(await readFile(files.forecasts, "utf8")).toBe(before);
  expect(await readdir(path.join(folder, "kept"))).toEqual(["forecasts.csv", "scores.json"]);
  const stop = new AbortController();
  const stopping: PanelForecaster = (panel, options) => {
    stop.abort(new Error("stopped"));
    return forecaster(panel, options);
  };
  const stopped = executeBacktest(toCommand("stopped"), { forecaster: stopping, signal: stop.signal });
  await expect(stopped).rejects.toThrow("stopped");
  expect(await readdir(path.join(folder, "stopped"))).toEqual([]);
});

it("refuses data that is too short, with the file and the line", async () => {
  const command = toCommand("short");
  const short = { ...command, options: { ...command.options, horizon: 55 } };
  await expect(executeBacktest(short, { forecaster })).rejects.toThrow(
    `${data}, line 2: series "a,1" is too short: 60 days from its first y to its last`,
  );
});
