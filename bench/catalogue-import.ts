import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { importCatalogue } from "@/jobs/catalogue-import/import-catalogue";
import { type ImportedGame, toStableSlug } from "@/jobs/catalogue-import/imported-game";
import { readSteamCsv } from "@/jobs/catalogue-import/steam-csv";
import { createDatabase, startEmbeddedPostgres } from "@/jobs/local/embedded-postgres";
import { createDb } from "@/lib/server/db";
import { applyMigrations } from "@/prisma/migrator";

/**
 * `npm run bench:import`: the whole Steam catalogue through `catalog:import`, beside the usual way (a nested Prisma
 * create for each row) on the first rows of the same file, in the same run on the same server.
 */
const FILE = "../shared/data/steam-catalogue-2019/steam.csv";
const NAIVE_ROWS = 1_000;

async function createOneByOne(databaseUrl: string): Promise<number> {
  const db = createDb(databaseUrl);
  let rows = 0;
  for await (const row of readSteamCsv(FILE)) {
    if (rows === NAIVE_ROWS) break;
    if (!("game" in row)) continue;
    await db.game.create({ data: toNestedCreate(row.game) });
    rows += 1;
  }
  await db.$disconnect();
  return rows;
}

function toNestedCreate(game: ImportedGame) {
  const connect = (name: string) => ({
    where: { slug: toStableSlug(name) },
    create: { slug: toStableSlug(name), name },
  });
  const bySlug = (names: string[]) => [...new Map(names.map((name) => [toStableSlug(name), name])).values()];
  return {
    slug: `${toStableSlug(game.title)}-${game.sourceId}`,
    title: game.title,
    developer: game.developer,
    currency: game.currency,
    source: game.source,
    sourceId: game.sourceId,
    publisher: { connectOrCreate: connect(game.publisher) },
    prices: { create: { currency: game.currency, priceCents: game.priceCents } },
    genres: { create: bySlug(game.genres).map((name) => ({ genre: { connectOrCreate: connect(name) } })) },
    categories: { create: bySlug(game.categories).map((name) => ({ category: { connectOrCreate: connect(name) } })) },
    tags: {
      create: bySlug(game.tags.map(({ name }) => name)).map((name) => ({ tag: { connectOrCreate: connect(name) } })),
    },
    platforms: { create: game.platforms.map((name) => ({ platform: { connectOrCreate: connect(name) } })) },
  };
}

async function timed<Result>(run: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const startedAt = performance.now();
  const result = await run();
  return { result, seconds: (performance.now() - startedAt) / 1000 };
}

async function main(): Promise<void> {
  if (!existsSync(FILE)) {
    console.log(`skipped: ${FILE} is not here`);
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), "kratos-bench-"));
  const server = await startEmbeddedPostgres({ databaseDir: path.join(folder, "pg") });
  try {
    for (const name of ["bulk", "naive"]) {
      await createDatabase(server.urlOf("postgres"), name);
      await applyMigrations(server.urlOf(name));
    }
    const options = { databaseUrl: server.urlOf("bulk"), file: FILE, day: "2026-01-01" };
    const first = await timed(() => importCatalogue(options));
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const again = await timed(() => importCatalogue(options));
    const naive = await timed(() => createOneByOne(server.urlOf("naive")));
    const rate = (rows: number, seconds: number) => Math.round(rows / seconds);
    const rows = first.result.created;
    const ratio = rate(rows, first.seconds) / rate(naive.result, naive.seconds);
    console.table({
      "catalog:import, all rows": {
        rows,
        seconds: first.seconds.toFixed(1),
        "rows/s": rate(rows, first.seconds),
        ratio: ratio.toFixed(1),
      },
      "catalog:import again": {
        rows,
        seconds: again.seconds.toFixed(1),
        "rows/s": rate(rows, again.seconds),
        ratio: "",
      },
      "one nested create a row": {
        rows: naive.result,
        seconds: naive.seconds.toFixed(1),
        "rows/s": rate(naive.result, naive.seconds),
        ratio: "1.0",
      },
    });
    console.log(`peak memory of the process after the first import: ${peakMb} MB`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
