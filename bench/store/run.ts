import { parseArgs } from "node:util";
import { joinRunningStore } from "@/jobs/local/join-running-store";
import { startBackend } from "@/jobs/model/backend";
import { toDayNumber, toDayString } from "@/jobs/model/calendar";
import { CONTESTANTS, type Contestant, type Evaluation, SEGMENTS, type Segment } from "@/jobs/model/evaluate";
import { cutSeries } from "@/jobs/model/series";
import { trainModel } from "@/jobs/model/train-model";
import { ON_THREADS } from "@/jobs/train/fit-pool";
import { readSalesSeries, type SalesSeries } from "@/jobs/train/read-series";
import { getEnv } from "@/lib/server/env";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { addDays, toDay } from "@/lib/shared/day";

/**
 * `npm run bench:store`: trains the store's model from scratch at several past days, each on the days up to then less
 * the last 60, and scores these 60 beside the rules. It reads the sales files of the store that runs.
 */
const HELP = "npm run bench:store -- [--origins 6] [--step 20] [--date YYYY-MM-DD] [--seed 1]";
const RULES: readonly Contestant[] = ["sameCondition", "seasonalNaive", "autoEts"];

const { values } = parseArgs({
  options: {
    origins: { type: "string", default: "6" },
    step: { type: "string", default: "20" },
    date: { type: "string", default: addDays(toDay(new Date()), -1) },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});

function toCount(name: "origins" | "step" | "seed"): number {
  const count = Number(values[name]);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`--${name} must be a whole number above 0, not ${values[name]}\n${HELP}`);
}

async function evaluateAt(sales: SalesSeries, lastDay: number, seed: number): Promise<Evaluation> {
  const series = sales.series.flatMap((each) => (each.firstDay <= lastDay ? [cutSeries(each, lastDay)] : []));
  const options = { genres: sales.genres, lastDay, seed, work: ON_THREADS };
  return (await trainModel(series, options)).evaluation;
}

const meanOf = (evaluations: readonly Evaluation[], segment: Segment, name: Contestant, of: "mase" | "coverage") => {
  const scored = evaluations.map((each) => each[segment][name]).filter(({ games }) => games > 0);
  return scored.reduce((sum, metrics) => sum + metrics[of], 0) / scored.length;
};

function printSegment(evaluations: readonly Evaluation[], segment: Segment): void {
  const served = meanOf(evaluations, segment, "served", "mase");
  const cells = CONTESTANTS.map((name) => `${name} ${meanOf(evaluations, segment, name, "mase").toFixed(3)}`);
  const best = Math.min(...RULES.map((name) => meanOf(evaluations, segment, name, "mase")));
  const coverage = (100 * meanOf(evaluations, segment, "served", "coverage")).toFixed(1);
  const ratio = (served / best).toFixed(2);
  console.log(`${segment.padEnd(6)} ${cells.join("  ")}  = ${ratio} of the best rule, ${coverage} % in the 80 % band`);
}

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  const [origins, step, seed] = [toCount("origins"), toCount("step"), toCount("seed")];
  joinRunningStore(process.env);
  const sales = await readSalesSeries(new S3Storage(getEnv()), values.date);
  await startBackend();
  const evaluations: Evaluation[] = [];
  for (let i = 0; i < origins; i++) {
    const started = performance.now();
    const lastDay = toDayNumber(values.date) - i * step;
    const evaluation = await evaluateAt(sales, lastDay, seed);
    evaluations.push(evaluation);
    const { served, sameCondition, autoEts } = evaluation.all;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const rules = `same condition ${sameCondition.mase.toFixed(3)}, AutoETS ${autoEts.mase.toFixed(3)}`;
    console.log(`60 days up to ${toDayString(lastDay)}: MASE ${served.mase.toFixed(3)}, ${rules} (${seconds} s)`);
  }
  console.log(`\nMASE, mean over ${origins} origins, of all games and of those in each segment:`);
  for (const segment of SEGMENTS) printSegment(evaluations, segment);
}

await main();
