import cliProgress from "cli-progress";

/** A step that goes on: how far it is, from 0 to 1, and what it does now. */
export type Progress = (fraction: number, note?: string) => void;

/** Where the steps of a start are shown. */
export type Steps = {
  /** Runs a step under its title; what it returns as a text stands beside the title at the end. */
  run<Result>(title: string, work: (progress: Progress) => Promise<Result>): Promise<Result>;
  line(text: string): void;
  close(): void;
};

const TITLE_WIDTH = 30;
const BAR_FORMAT = "  {title} {bar} {percent} {time} {note}";

function toSeconds(startedAt: number): string {
  return `${((Date.now() - startedAt) / 1_000).toFixed(1)} s`;
}

/** Steps as lines, for a log: one at the begin, one at each quarter, one at the end. */
function createPlainSteps(write: (line: string) => void): Steps {
  return {
    line: write,
    close: () => undefined,
    run: async (title, work) => {
      const startedAt = Date.now();
      let shown = 0;
      write(`- ${title} …`);
      const result = await work((fraction, note) => {
        const quarter = Math.floor(fraction * 4) / 4;
        if (quarter <= shown || quarter >= 1) return;
        shown = quarter;
        write(`  ${title}: ${quarter * 100} %${note ? ` (${note})` : ""}`);
      });
      write(`✓ ${title} (${toSeconds(startedAt)})`);
      return result;
    },
  };
}

/** Steps as progress bars, several at a time. */
function createBarSteps(stream: NodeJS.WriteStream): Steps {
  const bars = new cliProgress.MultiBar({
    stream,
    format: BAR_FORMAT,
    barsize: 28,
    hideCursor: true,
    gracefulExit: false,
    fps: 8,
    barCompleteChar: "█",
    barIncompleteChar: "░",
  });
  return {
    line: (text) => bars.log(`${text}\n`),
    close: () => {
      if (bars.isActive) bars.stop();
    },
    run: async (title, work) => {
      const startedAt = Date.now();
      const show = (fraction: number, note = "") => ({
        title: title.padEnd(TITLE_WIDTH),
        percent: `${Math.floor(fraction * 100)}`.padStart(3).concat(" %"),
        time: toSeconds(startedAt).padStart(8),
        note: note.slice(0, Math.max(0, (stream.columns ?? 80) - 80)),
      });
      let fraction = 0;
      let lastNote: string | undefined;
      const bar = bars.create(1, 0, show(0));
      const clock = setInterval(() => bar.update(fraction, show(fraction, lastNote)), 250);
      try {
        const result = await work((done, note) => {
          fraction = Math.min(1, Math.max(fraction, done));
          lastNote = note;
        });
        bar.update(1, show(1));
        return result;
      } finally {
        clearInterval(clock);
        bar.stop();
      }
    },
  };
}

/** Bars on a terminal, lines elsewhere. */
export function createSteps(stream: NodeJS.WriteStream): Steps {
  return stream.isTTY ? createBarSteps(stream) : createPlainSteps((line) => stream.write(`${line}\n`));
}
