import { parseArgs } from "node:util";
import { z } from "zod";
import { type BacktestOptions, GAP_RULES } from "./options";

const USAGE = "usage: npm run backtest -- --data FILE.csv[.gz] [options]; --help names them";

/** What the command prints when asked. */
export const HELP = `npm run backtest -- --data FILE.csv[.gz] [options]

Forecasts the days after several past days ("origins") of any daily series from what was known then, training anew for
each origin, and scores the forecasts by what came after, beside naive, seasonal naive, same-condition mean and AutoETS.

  --data FILE        long format: unique_id,ds,y and any other columns; ds is a day, rows in any order; .gz is unpacked
  --horizon 60       days to forecast
  --origins 6        how many origins; the last one leaves the horizon to score, and so many days are known before:
  --step 17          days from one origin to the next
  --season 7         days of the season: seasonal naive repeats it, MASE is scaled by it
  --known a,b        columns whose future is known at an origin: prices, promotions, opening days. Numbers, or texts with
                     at most 20 different values. They need a value on every day, also on rows after the last y
  --static k,r       columns that have one value for each series; numbers or texts
  --gaps zero        days missing between a series' first and last y are 0 (so are flags and texts; other numbers stay as
                     they were), or "refuse" the file
  --minutes 5        budget of training at each origin, whole number or not
  --series-cold K    scores series as if they were new: in five folds, each forecast as if only its last K days before the
                     origin were known, by a model that was not trained on it
  --seed 1           same data, seed and budget that is not used up: same forecasts
  --out DIR          where forecasts.csv and scores.json go (default .kratos/backtest)

The point that is scored is the median. Scaled measures divide by the error of seasonal naive before the origin and are
means over series, then origins. SQL and WQL are means over the levels .1 to .9, linear between the five forecast.
"in 80 %, open" leaves out days whose band is a single value, such as closed days.`;

/** A command line that cannot be understood; the message is all that its writer needs. */
export class BacktestUsageError extends Error {
  override readonly name = "BacktestUsageError";
}

/** What a command line asks for. */
export interface BacktestCommand {
  data: string;
  out: string;
  options: BacktestOptions;
}

const wholeSchema = z.string().regex(/^\d+$/).transform(Number).pipe(z.int());
const countSchema = wholeSchema.pipe(z.int().min(1).max(3_660));
const listSchema = z
  .string()
  .transform((text) => text.split(",").map((name) => name.trim()))
  .pipe(z.array(z.string().min(1)));

const argsSchema = z.object({
  data: z.string().min(1),
  out: z.string().min(1).default(".kratos/backtest"),
  // The year before is read 42 days to both sides: a longer horizon would reach into it.
  horizon: countSchema.pipe(z.int().max(300)).default(60),
  origins: countSchema.default(6),
  step: countSchema.default(17),
  season: countSchema.default(7),
  known: listSchema.default([]),
  static: listSchema.default([]),
  gaps: z.enum(GAP_RULES).default("zero"),
  seed: wholeSchema.pipe(z.int().max(2 ** 31 - 1)).default(1),
  minutes: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .pipe(
      z
        .number()
        .positive()
        .max(24 * 60),
    )
    .default(5),
  "series-cold": wholeSchema.pipe(z.int().max(3_660)).optional(),
});

const WANTED: Record<string, string> = {
  horizon: "a number of days from 1 to 300",
  origins: "a number of at least 1",
  step: "a number of days of at least 1",
  season: "a number of days of at least 1",
  known: "columns, separated by commas",
  static: "columns, separated by commas",
  gaps: `${GAP_RULES.join(" or ")}`,
  seed: "a whole number",
  minutes: "a number of minutes above 0",
  "series-cold": "a number of days",
};

const TEXT = { type: "string" } as const;
const OPTIONS = {
  data: TEXT,
  out: TEXT,
  horizon: TEXT,
  origins: TEXT,
  step: TEXT,
  season: TEXT,
  known: TEXT,
  static: TEXT,
  gaps: TEXT,
  seed: TEXT,
  minutes: TEXT,
  "series-cold": TEXT,
  help: { type: "boolean", short: "h" },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new BacktestUsageError(`${reason}; ${USAGE}`, { cause });
  }
}

function checkColumns(known: readonly string[], statics: readonly string[]): void {
  const all = ["unique_id", "ds", "y", ...known, ...statics];
  const repeated = all.find((name, i) => all.indexOf(name) !== i);
  if (repeated !== undefined) throw new BacktestUsageError(`the column ${repeated} is named twice; ${USAGE}`);
}

/** What a command line asks for; null where it asks for help. Throws {@link BacktestUsageError}. */
export function parseBacktestArgs(args: readonly string[]): BacktestCommand | null {
  const values = parse(args);
  if (values.help) return null;
  if (!values.data) throw new BacktestUsageError(`which data? ${USAGE}`);
  const result = argsSchema.safeParse(values);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    const value = JSON.stringify(Object.entries(values).find(([each]) => each === name)?.[1]);
    throw new BacktestUsageError(`--${name} is ${value}, and wants ${WANTED[name] ?? "something else"}; ${USAGE}`);
  }
  const { data, out, static: statics, "series-cold": coldDays, ...rest } = result.data;
  checkColumns(rest.known, statics);
  return { data, out, options: { ...rest, statics, coldDays } };
}
