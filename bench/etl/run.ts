import { BENCH_DAY, type BenchEngines, runBulkBench, timed, toBulkOptions } from "@/bench/bulk-bench";
import { addBulkDay, loadBulkShop } from "@/jobs/simulate/bulk/load-bulk-shop";
import { addDays } from "@/lib/shared/day";
import { measure } from "./measure";
import { printReport } from "./report";

/**
 * `npm run bench:etl`: a shop of 2,000 games and 5,000,000 order items over two years, made in bulk; then the first ETL
 * over all of it, the next night's and one forced, by the engine and each in a process of its own; and the original way
 * (each row read into memory and inserted by itself) on a sample, extrapolated by rows.
 */
async function measureAll({ createStore }: BenchEngines, scale: number): Promise<boolean> {
  const store = await createStore("bench");
  const { env } = store;
  const shop = toBulkOptions(store, scale);
  await timed("made the shop", () => loadBulkShop({ ...shop, onStep: (step) => console.log(`  ${step} …`) }));
  const full = await timed("first ETL", () => measure("etl", addDays(BENCH_DAY, -1), env));
  await timed("sold one more day, with triggers", () => addBulkDay(shop));
  const night = await timed("ETL of the next night", () => measure("etl", BENCH_DAY, env));
  const forced = await timed("ETL, forced", () => measure("forced", BENCH_DAY, env));
  const original = await timed("the original way, on a sample", () => measure("original", BENCH_DAY, env));
  return printReport({ full, night, forced, original });
}

runBulkBench("bench:etl", measureAll);
