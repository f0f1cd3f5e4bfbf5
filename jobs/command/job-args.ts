import { type ParseArgsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { sayInEnglish } from "@/lib/server/i18n/say-in-english";
import {
  type BackfillInput,
  backfillSchema,
  PIPELINES,
  pipelineSchema,
  type StartRunInput,
  startRunSchema,
} from "@/lib/shared/pipelines";
import { UsageError } from "./usage-error";

/** How the command is used. */
export const USAGE = `usage: npm run job -- <command>
  ${PIPELINES.join("|")} [--date YYYY-MM-DD] [--game SLUG]… [--force] [--wait] [--detach]
      runs a pipeline here, beside the workers; --force does a day again that is done, --wait waits for the run that is
      under way, --detach leaves it to the workers
  backfill <pipeline> --from YYYY-MM-DD --to YYYY-MM-DD [--force]
  runs [<pipeline>]                     the newest runs
  show <run>                            a run's tasks, failures and log
  retry <run> [--from TASK]             does again what failed, or a task and all that comes after it
  cancel <run>
  pause|resume <pipeline>               its schedule
  dead [--clear]                        jobs that nobody could make anything of
A run is named by the first characters of its id.`;

/** What a command line asks for. */
export type JobCommand =
  | { command: "help" }
  | { command: "dead"; isCleared: boolean }
  | { command: "start"; input: StartRunInput; isDetached: boolean }
  | { command: "backfill"; input: BackfillInput }
  | { command: "runs"; pipeline?: z.infer<typeof pipelineSchema> | undefined }
  | { command: "show" | "cancel"; run: string }
  | { command: "retry"; run: string; from?: string | undefined }
  | { command: "pause" | "resume"; pipeline: z.infer<typeof pipelineSchema> };

const OPTIONS = {
  date: { type: "string" },
  game: { type: "string", multiple: true },
  force: { type: "boolean" },
  wait: { type: "boolean" },
  detach: { type: "boolean" },
  clear: { type: "boolean" },
  from: { type: "string" },
  to: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsConfig["options"];

type Options = keyof typeof OPTIONS;

const ALLOWED: Record<string, readonly Options[]> = {
  start: ["date", "game", "force", "wait", "detach"],
  backfill: ["from", "to", "force"],
  retry: ["from"],
  dead: ["clear"],
};

/** One line, then where to read on. */
function refuse(reason: string): never {
  throw new UsageError(`${reason}; see npm run job -- --help`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : String(cause);
    return refuse(reason);
  }
}

const MESSAGES: Record<string, (value: unknown) => string> = {
  pipeline: (value) => (value === undefined ? "which pipeline?" : `there is no pipeline ${JSON.stringify(value)}`),
  date: (value) => `${JSON.stringify(value)} is not a calendar day (YYYY-MM-DD)`,
  gameSlugs: (value) => `${JSON.stringify(value)} is not a game's slug`,
};

/** What the schema makes of the options; refuses what it does not take, by the first thing wrong. */
function check<Schema extends z.ZodType>(schema: Schema, asked: Record<string, unknown>): z.output<Schema> {
  const result = schema.safeParse(asked);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [field = "", index] = issue?.path ?? [];
  const given = asked[String(field)];
  const value = typeof index === "number" && Array.isArray(given) ? given[index] : given;
  return refuse(
    MESSAGES[String(field)]?.(value) ?? `--${String(field)}: ${sayInEnglish(issue?.message ?? "not understood")}`,
  );
}

const toPipeline = (name: string | undefined) =>
  check(z.object({ pipeline: pipelineSchema }), { pipeline: name }).pipeline;

function toRunName(name: string | undefined): string {
  if (name === undefined) return refuse("which run?");
  return /^[0-9a-f-]{4,36}$/.test(name) ? name : refuse(`${JSON.stringify(name)} is not the id of a run`);
}

function toCommand(name: string, operand: string | undefined, values: ReturnType<typeof parse>["values"]): JobCommand {
  const isForced = values.force ? { isForced: true } : {};
  switch (name) {
    case "backfill":
      return {
        command: name,
        input: check(backfillSchema, { pipeline: operand, from: values.from, to: values.to, ...isForced }),
      };
    case "runs":
      return { command: name, pipeline: operand === undefined ? undefined : toPipeline(operand) };
    case "show":
    case "cancel":
      return { command: name, run: toRunName(operand) };
    case "retry":
      return { command: name, run: toRunName(operand), from: values.from };
    case "pause":
    case "resume":
      return { command: name, pipeline: toPipeline(operand) };
    case "dead":
      return operand === undefined
        ? { command: name, isCleared: values.clear ?? false }
        : refuse(`${JSON.stringify(operand)} is one word too many`);
    default: {
      if (operand !== undefined) return refuse(`${JSON.stringify(operand)} is one word too many`);
      const { date, game: gameSlugs, wait } = values;
      const input = { pipeline: name, date, gameSlugs, ...isForced, ...(wait ? { ifBusy: "wait" } : {}) };
      return { command: "start", input: check(startRunSchema, input), isDetached: values.detach ?? false };
    }
  }
}

/** What a command line asks for. Throws {@link UsageError}. */
export function parseJobArgs(args: readonly string[]): JobCommand {
  const { values, positionals } = parse(args);
  if (values.help) return { command: "help" };
  const [name, operand, ...rest] = positionals;
  if (name === undefined) return refuse("which pipeline?");
  if (rest.length > 0) return refuse(`${JSON.stringify(rest[0])} is one word too many`);
  const command = toCommand(name, operand, values);
  const allowed = ALLOWED[command.command] ?? [];
  const foreign = (Object.keys(values) as Options[]).find((option) => !allowed.includes(option));
  return foreign === undefined ? command : refuse(`--${foreign} is no option of ${name}`);
}
