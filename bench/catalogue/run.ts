import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { z } from "zod";
import { ROOT } from "@/jobs/local/child";
import { createDatabase, startEmbeddedPostgres } from "@/jobs/local/embedded-postgres";
import { applyMigrations } from "@/prisma/migrator";
import { buildShop } from "./build-shop";
import { runLoad } from "./load";
import type { Vocabulary } from "./mix";
import { meetsTargets, printLoad } from "./report";

/**
 * `npm run bench:catalogue [-- GAMES]`: a shop of 100,000 games made out of the Steam catalogue of 2019; 50 clients ask
 * the route handlers, in a process of their own behind Node's HTTP server, for a mix of lists, deep pages, searches,
 * facets and suggestions. Clients, handlers and PostgreSQL share the machine. Measured cold (nothing asked before) and
 * warm at a question a client and second, then as fast as answers come; beside the naive way (OFFSET, COUNT(*), ILIKE)
 * on the same handlers' kit, the same cards and the same questions.
 */
const FILE = "../shared/data/steam-catalogue-2019/steam.csv";
const CLIENTS = 50;
const THINK_MS = 1000;

const wordsSchema = z.object({ words: z.array(z.string()) });

async function listWords(client: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await client.query(`SELECT array_agg(word) AS words FROM (${sql}) w`);
  return z.tuple([wordsSchema]).parse(rows)[0].words;
}

/** Genres, tags and platforms by how many games have them; words of titles by how well those sell. */
async function loadVocabulary(databaseUrl: string): Promise<Vocabulary> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const terms = (table: string, links: string, id: string) =>
    listWords(
      client,
      `SELECT t.slug AS word FROM ${table} t JOIN ${links} l ON l.${id} = t.id GROUP BY t.id ORDER BY count(*) DESC LIMIT 100`,
    );
  try {
    return {
      genres: await terms("genres", "game_genres", "genre_id"),
      tags: await terms("tags", "game_tags", "tag_id"),
      platforms: await terms("platforms", "game_platforms", "platform_id"),
      words: await listWords(
        client,
        `SELECT word FROM games g, unnest(string_to_array(search_fold(g.title), ' ')) AS word
         WHERE length(word) > 3 GROUP BY word ORDER BY sum(g.popularity) DESC LIMIT 2000`,
      ),
    };
  } finally {
    await client.end();
  }
}

async function startServer(databaseUrl: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(path.join(ROOT, "bench/catalogue/server-child.ts"), {
    execArgv: ["--import", "tsx"],
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: "a-secret-for-the-benchmark-0123456789abcdef",
    },
  });
  const [message] = await once(child, "message");
  return { child, port: z.object({ port: z.int() }).parse(message).port };
}

async function measure(databaseUrl: string): Promise<boolean> {
  const words = await loadVocabulary(databaseUrl);
  const { child, port } = await startServer(databaseUrl);
  const startedAt = performance.now();
  await fetch(`http://127.0.0.1:${port}/api/games?limit=1`);
  console.log(`the process read the catalogue in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  const run = (way: "api" | "naive", thinkMs: number, seconds: number, seed: number) =>
    runLoad({ port, way, clients: CLIENTS, seconds, thinkMs, seed, words });
  const cold = await run("api", THINK_MS, 20, 1);
  printLoad("Cold, a question a client and second", cold);
  const warm = await run("api", THINK_MS, 20, 2);
  const closed = await run("api", 0, 20, 3);
  const naiveWarm = await run("naive", THINK_MS, 20, 2);
  const naiveClosed = await run("naive", 0, 20, 3);
  printLoad("Warm, a question a client and second", warm, naiveWarm);
  printLoad("Warm, as fast as answers come", closed, naiveClosed);
  child.send("done");
  const [answer] = await once(child, "message");
  const { peakMb } = z.object({ peakMb: z.number() }).parse(answer);
  console.log(`peak memory of the serving process ${peakMb} MB; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  child.disconnect();
  return meetsTargets(cold) && meetsTargets(warm);
}

async function main(): Promise<void> {
  if (!existsSync(FILE)) {
    console.log(`skipped: ${FILE} is not here`);
    return;
  }
  const games = Number(process.argv[2] ?? 100_000);
  const folder = await mkdtemp(path.join(tmpdir(), "kratos-bench-"));
  const server = await startEmbeddedPostgres({ databaseDir: path.join(folder, "pg") });
  try {
    await createDatabase(server.urlOf("postgres"), "shop");
    await applyMigrations(server.urlOf("shop"));
    const startedAt = performance.now();
    await buildShop(server.urlOf("shop"), FILE, games);
    console.log(`made ${games} games in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    const isGood = await measure(server.urlOf("shop"));
    console.log(isGood ? "\nevery target is met" : "\nNOT every target is met");
    process.exitCode = isGood ? 0 : 1;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
