import pLimit from "p-limit";
import pg from "pg";
import { BENCH_DAY, type BenchEngines, runBulkBench, timed, toBulkOptions } from "@/bench/bulk-bench";
import { addBulkDay, loadBulkShop } from "@/jobs/simulate/bulk/load-bulk-shop";
import { addDays } from "@/lib/shared/day";
import { doInChild } from "./night";
import { printReport, type WorkersNight } from "./report";
import { startWorkers } from "./workers";

const PARALLEL_COPIES = 16;

/** Copies a store: its database, and its bucket. */
async function copyStore({ urlOf, storeOf }: BenchEngines, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
  await client.end();
  const [source, target] = [storeOf(from).storage, storeOf(to).storage];
  await target.ensureBucket();
  await pLimit(PARALLEL_COPIES).map(await source.list(""), async (key) => target.put(key, await source.get(key)));
}

async function measureNight({ storeOf }: BenchEngines, name: string, count: number): Promise<WorkersNight> {
  const { env } = storeOf(name);
  const workers = await startWorkers(count, env);
  const night = await timed(`the night, ${count} ${count === 1 ? "worker" : "workers"}`, () =>
    doInChild("night", BENCH_DAY, env),
  );
  return { workers: count, ...night, ...(await workers.stop()) };
}

/**
 * `npm run bench:night`: a shop of 2,000 games and 5,000,000 order items over two years with a live model, forecasts
 * and a ledger of a season; then one more day is sold, and the night's two runs are done by one worker, and on a copy
 * of the same store by two.
 */
async function measureAll(engines: BenchEngines, scale: number): Promise<boolean> {
  const store = await engines.createStore("one");
  const shop = toBulkOptions(store, scale);
  await timed("made the shop", () => loadBulkShop({ ...shop, onStep: (step) => console.log(`  ${step} …`) }));
  await timed("made it ready", () => doInChild("prepare", addDays(BENCH_DAY, -1), store.env));
  await timed("sold one more day", () => addBulkDay(shop));
  await timed("copied the store", () => copyStore(engines, "one", "two"));
  return printReport([await measureNight(engines, "one", 1), await measureNight(engines, "two", 2)]);
}

runBulkBench("bench:night", measureAll);
