import { parseArgs } from "node:util";
import { PIPELINES, type StartRunInput, startRunSchema } from "@/lib/shared/pipelines";

/** How the command is used, in one line. */
export const USAGE = `usage: npm run job -- <${PIPELINES.join("|")}> [--date YYYY-MM-DD] [--game SLUG]`;

/** A command line that cannot be understood; the message is all that its writer needs. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

function parse(args: readonly string[]) {
  try {
    const options = {
      date: { type: "string" },
      game: { type: "string" },
      help: { type: "boolean", short: "h" },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new UsageError(`${reason}; ${USAGE}`, { cause });
  }
}

const MESSAGES: Record<string, (value: unknown) => string> = {
  pipeline: (value) => `there is no pipeline ${JSON.stringify(value)}`,
  date: (value) => `${JSON.stringify(value)} is not a calendar day (YYYY-MM-DD)`,
  gameSlug: (value) => `${JSON.stringify(value)} is not a game's slug`,
};

/** What a command line asks for; null where it asks for help. Throws {@link UsageError}. */
export function parseJobArgs(args: readonly string[]): StartRunInput | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [pipeline, ...rest] = positionals;
  if (pipeline === undefined) throw new UsageError(`which pipeline? ${USAGE}`);
  if (rest.length > 0) throw new UsageError(`${JSON.stringify(rest[0])} is one word too many; ${USAGE}`);
  const asked = { pipeline, date: values.date, gameSlug: values.game };
  const result = startRunSchema.safeParse(asked);
  if (result.success) return result.data;
  const field = String(result.error.issues[0]?.path[0]);
  const message = MESSAGES[field]?.(Object.entries(asked).find(([name]) => name === field)?.[1]) ?? "not understood";
  throw new UsageError(`${message}; ${USAGE}`);
}
