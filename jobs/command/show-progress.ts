import { SingleBar } from "cli-progress";
import type { Progress } from "@/jobs/pipelines/run-here";

/** Shows how far a run is, until it is stopped. */
export type ProgressView = { show(progress: Progress): void; stop(): void };

/** Below this, how long the rest takes cannot be told. */
const MIN_DONE = 0.02;
const MAX_SECONDS_SHOWN = 90;

/** How long the rest takes at the pace so far, such as " · 4 min left"; nothing at the very begin and at the end. */
export function toTimeLeft(elapsedMs: number, done: number): string {
  if (done < MIN_DONE || done >= 1) return "";
  const seconds = (elapsedMs / 1000) * ((1 - done) / done);
  return seconds < MAX_SECONDS_SHOWN ? ` · ${Math.ceil(seconds)} s left` : ` · ${Math.round(seconds / 60)} min left`;
}

function createBar(stream: NodeJS.WriteStream): ProgressView {
  const bar = new SingleBar({
    stream,
    format: "{bar} {percentage}% · {step} · {duration_formatted}{left}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 32,
    hideCursor: true,
    gracefulExit: false,
  });
  const startedAt = Date.now();
  bar.start(100, 0, { step: "starting", left: "" });
  return {
    show: ({ done, step }) =>
      bar.update(Math.round(done * 100), { step, left: toTimeLeft(Date.now() - startedAt, done) }),
    stop: () => bar.stop(),
  };
}

/** For a log: a line at each new step and each quarter. */
function createLines(write: (line: string) => void): ProgressView {
  const startedAt = Date.now();
  let shown = { step: "", quarter: -1 };
  return {
    show: ({ done, step }) => {
      const quarter = Math.floor(done * 4);
      if (step === shown.step && quarter === shown.quarter) return;
      shown = { step, quarter };
      write(`${String(Math.round(done * 100)).padStart(3)} % ${step}${toTimeLeft(Date.now() - startedAt, done)}\n`);
    },
    stop: () => undefined,
  };
}

/** A bar on a terminal, plain lines elsewhere. */
export function createProgressView(stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? createBar(stream) : createLines((line) => stream.write(line));
}
