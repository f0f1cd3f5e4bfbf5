import { SingleBar } from "cli-progress";
import type { Progress } from "./context";

/** Shows how far a run is, until it is stopped. */
export type ProgressView = { show(progress: Progress): void; stop(): void };

function createBar(stream: NodeJS.WriteStream): ProgressView {
  const bar = new SingleBar({
    stream,
    format: "{bar} {percentage}% · {step} · {duration_formatted}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 32,
    hideCursor: true,
    gracefulExit: false,
  });
  bar.start(100, 0, { step: "starting" });
  return {
    show: ({ done, step }) => bar.update(Math.round(done * 100), { step }),
    stop: () => bar.stop(),
  };
}

/** For a log: a line at each new step and each quarter. */
function createLines(write: (line: string) => void): ProgressView {
  let shown = { step: "", quarter: -1 };
  return {
    show: ({ done, step }) => {
      const quarter = Math.floor(done * 4);
      if (step === shown.step && quarter === shown.quarter) return;
      shown = { step, quarter };
      write(`${String(Math.round(done * 100)).padStart(3)} % ${step}\n`);
    },
    stop: () => undefined,
  };
}

/** A bar on a terminal, plain lines elsewhere. */
export function createProgressView(stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? createBar(stream) : createLines((line) => stream.write(line));
}
