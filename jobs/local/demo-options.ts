import { LocalError } from "./local-error";

/** What `npm run demo` and `npm run dev` were asked for. */
export type DemoOptions = { mode: "production" | "development"; isFresh: boolean };

const USAGE = "usage: npm run demo [-- --fresh] or npm run dev [-- --fresh]";

/** Reads the arguments; an unknown one is an error, not a guess. */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  const unknown = args.find((arg) => arg !== "--fresh" && arg !== "--dev");
  if (unknown !== undefined) throw new LocalError(`there is no option ${unknown}; ${USAGE}`);
  return { mode: args.includes("--dev") ? "development" : "production", isFresh: args.includes("--fresh") };
}
