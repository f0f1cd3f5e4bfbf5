import { INTERRUPTED, listenForStop } from "@/jobs/command/listen-for-stop";
import { createProgressView } from "@/jobs/command/show-progress";
import { HELP, parseBacktestArgs } from "./args";
import { executeBacktest } from "./execute-backtest";
import { startForecaster } from "./forecaster";

async function main(args: readonly string[]): Promise<number> {
  const command = parseBacktestArgs(args);
  if (!command) {
    console.log(HELP);
    return 0;
  }
  const signal = listenForStop();
  const view = createProgressView(process.stderr);
  try {
    const surroundings = { forecaster: await startForecaster(), onProgress: view.show, signal };
    const { text, files } = await executeBacktest(command, surroundings).finally(() => view.stop());
    console.log(`${text}\n${files.forecasts}\n${files.scores}`);
    return 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error("interrupted: nothing was written");
    return INTERRUPTED;
  }
}

// Ends by itself rather than when the last handle of TensorFlow.js does.
main(process.argv.slice(2)).then(
  (code) => process.stdout.write("", () => process.exit(code)),
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${text}\n`, () => process.exit(1));
  },
);
