import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

const CHAR_OID = 18;
const TEXT_OID = 25;

/** Positions of the "char" columns in a result, by its rows. */
const charColumns = new WeakMap<object, number[]>();

/**
 * The engine describes a database by queries over the system catalogue, and wants their one-byte "char" columns as
 * characters; the adapter (7.10) knows no type for them and fails. This client announces them as text and notes where
 * they stand; the adapter below then gives them the engine's type.
 */
class CatalogueClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's query() has a dozen overloads; the arguments pass through untouched.
  override query(...args: any[]): any {
    const callback = args.at(-1);
    if (typeof callback !== "function") return super.query(...(args as [string])).then(noteCharColumns);
    return super.query(...(args.slice(0, -1) as [string, unknown[]]), (error: Error, result: pg.QueryResult) =>
      callback(error, result && noteCharColumns(result)),
    );
  }
}

function noteCharColumns<Result extends pg.QueryResult>(result: Result): Result {
  const positions: number[] = [];
  for (const [position, field] of (result.fields ?? []).entries()) {
    if (field.dataTypeID !== CHAR_OID) continue;
    field.dataTypeID = TEXT_OID;
    positions.push(position);
  }
  if (positions.length > 0) charColumns.set(result.rows, positions);
  return result;
}

function withCharTypes(result: SqlResultSet): SqlResultSet {
  const columnTypes = [...result.columnTypes];
  for (const position of charColumns.get(result.rows) ?? []) columnTypes[position] = ColumnTypeEnum.Character;
  return { ...result, columnTypes };
}

function parseUrl(databaseUrl: string): pg.PoolConfig {
  const url = new URL(databaseUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ssl: /sslmode=(require|verify-(ca|full))/.test(url.search),
    Client: CatalogueClient,
  };
}

/**
 * Prisma's Postgres adapter for the schema engine. It differs from `PrismaPg` in four things: it knows
 * the type "char"; a script goes to the
 * server whole, so that a function's body may hold semicolons; the shadow database is really another database, also
 * where a connection string is given; and `close` ends every connection.
 */
export class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  readonly #config: pg.PoolConfig;
  readonly #pools = new Set<pg.Pool>();
  readonly #shadows = new Set<string>();

  constructor(databaseUrl: string) {
    this.#config = parseUrl(databaseUrl);
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.#open(this.#config);
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const database = `prisma_shadow_${randomUUID().replaceAll("-", "")}`;
    await this.#runAlone(`create database ${database}`);
    this.#shadows.add(database);
    return this.#open({ ...this.#config, database });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools].map((pool) => pool.end()));
    for (const database of this.#shadows) await this.#runAlone(`drop database if exists ${database} with (force)`);
  }

  async #open(config: pg.PoolConfig): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool(config);
    this.#pools.add(pool);
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => withCharTypes(await queryRaw(query));
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    // The engine drops its adapters without waiting; `close` ends what they hold.
    adapter.dispose = async () => undefined;
    return adapter;
  }

  async #runAlone(sql: string): Promise<void> {
    const client = new pg.Client(this.#config);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }
}
