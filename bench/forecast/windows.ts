import { parseArgs } from "node:util";
import { ROSSMANN_FOLDER } from "./rossmann";

/** First unknown day of the first window, and the days between two: the published protocol. */
const FIRST_CUTOFF = 462;
const STEP = 48;
const WINDOWS = 10;

/** What the benchmark was asked for. */
export interface BenchOptions {
  folder: string;
  horizon: number;
  /** Numbers of the windows, 0 to 9. */
  windows: number[];
  minutes: number;
  seed: number;
  python: string;
}

const USAGE =
  "usage: npm run bench:forecast -- [--windows 0,3,7] [--horizon 48|60] [--minutes 5] [--seed 1] [--data FOLDER] [--python PROGRAM]";

function toWhole(text: string, name: string, isGood: (value: number) => boolean): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && isGood(value)) return value;
  throw new Error(`--${name} is ${JSON.stringify(text)}; ${USAGE}`);
}

/** Reads the arguments of the benchmark; throws on one that it does not know. */
export function parseBenchArgs(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      windows: { type: "string", default: Array.from({ length: WINDOWS }, (_, i) => i).join(",") },
      horizon: { type: "string", default: "48" },
      minutes: { type: "string", default: "5" },
      seed: { type: "string", default: "1" },
      data: { type: "string", default: ROSSMANN_FOLDER },
      python: { type: "string", default: "python3" },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes is ${JSON.stringify(values.minutes)}; ${USAGE}`);
  return {
    folder: values.data,
    horizon: toWhole(values.horizon, "horizon", (days) => days === 48 || days === 60),
    windows: values.windows.split(",").map((text) => toWhole(text, "windows", (window) => window < WINDOWS)),
    minutes,
    seed: toWhole(values.seed, "seed", (seed) => seed < 2 ** 31),
    python: values.python,
  };
}

/** First unknown day of a window in a panel that begins on `firstDay`. */
export function toCutoff(firstDay: number, window: number): number {
  return firstDay + FIRST_CUTOFF + STEP * window;
}
