import { appendFileSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { config } from "dotenv";
import { log } from "@/lib/server/log";
import { ROOT } from "./child";
import { readDemoOptions } from "./demo-options";
import { startDemo } from "./demo-start";
import { getHomeDir, openHome, watchLauncher } from "./home";
import { LocalError } from "./local-error";
import { createLocalRun, StoppingError } from "./local-run";
import { createSteps } from "./steps";

/** How long all may take to stop; afterwards the keeper ends what is left. */
const STOP_TIMEOUT_MS = 25_000;

async function main(): Promise<void> {
  config({ path: `${ROOT}/.env`, quiet: true });
  // What there is to say is said in steps; the log's lines would go through them.
  log.level = "silent";
  const options = readDemoOptions(process.argv.slice(2));
  const steps = createSteps(process.stdout);
  const home = await openHome(getHomeDir(), (names) =>
    steps.line(`Stopped what a killed run had left: ${names.join(", ")}.`),
  );
  const run = createLocalRun(home, steps);
  let stopping: Promise<void> | undefined;
  const stop = (exitCode: number): Promise<void> => {
    stopping ??= (async () => {
      const timer = setTimeout(() => process.exit(1), STOP_TIMEOUT_MS);
      steps.close();
      await run.stopAll();
      home.close();
      clearTimeout(timer);
      process.exit(exitCode);
    })();
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  watchLauncher(() => void stop(0));
  // A terminal that is gone must not keep the engines from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void stop(1));
  try {
    const ended = await startDemo(run, options, process.env);
    if (!stopping) throw new LocalError(`${ended.name} ended by itself (see ${ended.logFile})`);
  } catch (error) {
    if (!stopping && !(error instanceof StoppingError)) printError(error);
    await stop(1);
  }
}

/** One line for the terminal; where the error is none of the expected ones, its stack goes into the log. */
function printError(error: unknown): void {
  const { message } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof LocalError) {
    console.error(`Kratos stops: ${message}`);
    return;
  }
  const logFile = path.join(getHomeDir(), "logs", "demo.log");
  appendFileSync(logFile, `${new Date().toISOString()} ${inspect(error)}\n`);
  console.error(`Kratos stops: ${message.split("\n").find((line) => line.trim()) ?? "unknown error"} (see ${logFile})`);
}

main().catch((error: unknown) => {
  printError(error);
  process.exit(1);
});
