import { rmSync } from "node:fs";
import { type FileHandle, mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import { toDayString } from "@/jobs/model/calendar";
import type { SeriesForecast } from "./our-forecasts";

const HEADER = ["unique_id", "origin", "ds", "h", "q10", "q25", "q50", "q75", "q90", "model"];
const DIGITS = 7;

/** `forecasts.csv` and `scores.json` in the making: neither is there before both are whole. */
export interface ResultsFolder {
  /** Adds the forecasts of the origin whose first unknown day is `endDay`. */
  addForecasts(endDay: number, forecasts: readonly SeriesForecast[]): Promise<void>;
  finish(scores: unknown): Promise<{ forecasts: string; scores: string }>;
  /** Removes what was not finished. */
  discard(): Promise<void>;
}

function toRows(endDay: number, { id, quantiles, model }: SeriesForecast): (string | number)[][] {
  const origin = toDayString(endDay - 1);
  const days = quantiles[0]?.length ?? 0;
  return Array.from({ length: days }, (_, h) => {
    const levels = quantiles.map((values) => Number((values[h] ?? Number.NaN).toPrecision(DIGITS)));
    return [id, origin, toDayString(endDay + h), h + 1, ...levels, model];
  });
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens a folder for the results of one run, making it where it is not there; earlier results stay until `finish`. */
export async function openResultsFolder(folder: string): Promise<ResultsFolder> {
  await mkdir(folder, { recursive: true });
  const target = { forecasts: path.join(folder, "forecasts.csv"), scores: path.join(folder, "scores.json") };
  const part = { forecasts: `${target.forecasts}.${process.pid}.part`, scores: `${target.scores}.${process.pid}.part` };
  const handle: FileHandle = await open(part.forecasts, "w");
  const removeParts = () => {
    for (const file of Object.values(part)) rmSync(file, { force: true });
  };
  // Also where the process ends itself at a second Ctrl-C.
  process.once("exit", removeParts);
  let isOpen = true;
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  await handle.write(stringify([HEADER]));
  return {
    addForecasts: async (endDay, forecasts) => {
      for (const forecast of forecasts) await handle.write(stringify(toRows(endDay, forecast)));
    },
    finish: async (scores) => {
      await writeWhole(part.scores, `${JSON.stringify(scores, null, 2)}\n`);
      await handle.sync();
      await close();
      await rename(part.forecasts, target.forecasts);
      await rename(part.scores, target.scores);
      process.removeListener("exit", removeParts);
      return target;
    },
    discard: async () => {
      await close();
      removeParts();
      process.removeListener("exit", removeParts);
    },
  };
}
