import type { Night } from "./night";

/** What issue 4 asks of the whole night at full scale on 2 cores. */
const TARGET_SECONDS = 300;

/** A night that so many workers did. */
export type WorkersNight = Night & { workers: number; peakMb: number };

type Task = Night["tasks"][number];

const toName = ({ pipeline, name, shards }: Task) => `${pipeline} ${name}${shards > 1 ? ` (${shards} shards)` : ""}`;

function printTasks(nights: readonly WorkersNight[]): void {
  console.log("\nSeconds of each task, a mapped one from its first shard's start to its last one's end\n");
  const rows = (nights[0]?.tasks ?? []).map((task) => {
    const cells = nights.map(({ workers, tasks }) => {
      const same = tasks.find(({ pipeline, name }) => pipeline === task.pipeline && name === task.name);
      return [`${workers} worker${workers === 1 ? "" : "s"}`, same ? (same.to - same.from).toFixed(1) : "-"];
    });
    return [toName(task), Object.fromEntries(cells)];
  });
  console.table(Object.fromEntries(rows));
}

function printCounts({ tasks }: WorkersNight): void {
  for (const task of tasks) {
    const counts = Object.entries(task.counts).map(([name, count]) => `${name} ${count.toLocaleString("en")}`);
    if (counts.length > 0) console.log(`${toName(task)}: ${counts.join(", ")}`);
  }
}

/** Prints what was measured; returns whether the night is short enough. */
export function printReport(nights: readonly WorkersNight[]): boolean {
  printTasks(nights);
  for (const night of nights.slice(0, 1)) printCounts(night);
  const [alone] = nights;
  const lines = nights.map(({ workers, seconds, peakMb }) => ({
    workers,
    seconds: seconds.toFixed(1),
    "at most": TARGET_SECONDS,
    met: seconds <= TARGET_SECONDS,
    "speed-up": ((alone?.seconds ?? Number.NaN) / seconds).toFixed(2),
    "peak memory of a worker, MB": Math.round(peakMb),
  }));
  console.log("");
  console.table(lines);
  return lines.every(({ met }) => met);
}
