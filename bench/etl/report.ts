import type { Measured } from "./measure";

/** What issue 4 asks of the ETL, at full scale on 2 cores. */
const TARGETS = { fullSeconds: 120, nightSeconds: 20, peakMb: 600, ratio: 20 } as const;

/** All that one bench measured. */
export type EtlBench = { full: Measured; night: Measured; again: Measured; forced: Measured; original: Measured };

const countsText = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

function printPhases({ full, night, again }: EtlBench): void {
  const secondsOf = ({ phases }: Measured, name: string) =>
    (phases.find((phase) => phase.name === name)?.seconds ?? 0).toFixed(2);
  console.log("\nSeconds of each task (the shards of a mapped one added up)\n");
  console.table(
    Object.fromEntries(
      full.phases.map(({ name }) => [
        name,
        {
          full: secondsOf(full, name),
          "next night": secondsOf(night, name),
          "again, unchanged": secondsOf(again, name),
        },
      ]),
    ),
  );
  for (const [name, run] of Object.entries({ full, night, again })) {
    const extract = run.phases.find((phase) => phase.name === "extract")?.counts ?? {};
    console.log(`${name}: ${run.state}; extract: ${countsText(extract)}; files: ${countsText(run.counts)}`);
  }
}

/** Prints what was measured; returns whether every target was met. */
export function printReport(bench: EtlBench): boolean {
  printPhases(bench);
  const { full, night, again, forced, original } = bench;
  const { rows = 0, allRows = 0, games = 0 } = original.counts;
  const originalSeconds = (original.seconds * allRows) / Math.max(1, rows);
  const ratio = originalSeconds / full.seconds;
  const peakMb = Math.max(full.peakMb, night.peakMb, forced.peakMb);
  const line = (value: number, target: number, isMet: boolean, digits = 1) => ({
    measured: value.toFixed(digits),
    target: `${isMet && value > target ? ">=" : value > target && !isMet ? "<=" : ""} ${target}`,
    met: isMet,
  });
  const lines = {
    "full ETL, seconds": { ...line(full.seconds, TARGETS.fullSeconds, full.seconds <= TARGETS.fullSeconds) },
    "one more day, seconds": { ...line(night.seconds, TARGETS.nightSeconds, night.seconds <= TARGETS.nightSeconds) },
    "peak memory, MB": { ...line(peakMb, TARGETS.peakMb, peakMb <= TARGETS.peakMb, 0) },
    "the original way against the full ETL, ratio": { ...line(ratio, TARGETS.ratio, ratio >= TARGETS.ratio) },
  };
  console.log("");
  console.table(lines);
  console.log(`again, unchanged: ${again.seconds.toFixed(1)} s; all anew (--force): ${forced.seconds.toFixed(1)} s`);
  console.log(
    `the original way: ${original.seconds.toFixed(1)} s for ${rows} rows of ${games} games, so ${originalSeconds.toFixed(0)} s for ${allRows} rows`,
  );
  return Object.values(lines).every(({ met }) => met);
}
