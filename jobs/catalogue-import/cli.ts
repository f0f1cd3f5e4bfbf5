import "dotenv/config";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { joinRunningStore } from "@/jobs/local/join-running-store";
import { toDay } from "@/lib/shared/day";
import { type ImportResult, importCatalogue, StrictImportError } from "./import-catalogue";

const USAGE = "usage: npm run catalog:import -- FILE.csv|FILE.json [--strict] [--tiers]";
const MAX_PRINTED = 50;

function printProblems(problems: ImportResult["problems"]): void {
  for (const { place, problem } of problems.slice(0, MAX_PRINTED)) console.error(`${place}: ${problem}`);
  if (problems.length > MAX_PRINTED) console.error(`… and ${problems.length - MAX_PRINTED} more`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { strict: { type: "boolean" }, tiers: { type: "boolean" } },
    allowPositionals: true,
  });
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new Error(USAGE);
  if (!existsSync(file)) throw new Error(`${file}: there is no such file`);
  joinRunningStore(process.env);
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("no store runs here: start `npm run demo` first, or set DATABASE_URL");
  const bar = new SingleBar({ format: "reading {value} rows · {duration_formatted}", noTTYOutput: false });
  bar.start(1, 0);
  const startedAt = Date.now();
  const result = await importCatalogue({
    databaseUrl,
    file,
    day: toDay(new Date()),
    isStrict: values.strict ?? false,
    isTiered: values.tiers ?? false,
    onRead: (rows) => bar.update(rows),
  }).finally(() => bar.stop());
  printProblems(result.problems);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${result.created} new, ${result.updated} changed, ${result.unchanged} as they were, ` +
      `${result.problems.length} bad rows; ${seconds} s, peak memory ${peakMb} MB`,
  );
}

main().catch((error: unknown) => {
  if (error instanceof StrictImportError) printProblems(error.problems);
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
