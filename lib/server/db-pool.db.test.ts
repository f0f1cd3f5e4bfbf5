import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createDb } from "./db";
import { closeQueue, getQueue } from "./queue/boss";

const database = useTestDatabase();

/** What PgBouncer lets through at the start of a session; of anything else it says that it does not support it. */
const TAKEN = [
  "user",
  "database",
  "application_name",
  "client_encoding",
  "datestyle",
  "timezone",
  "standard_conforming_strings",
];

/** Reads the parameters of a startup message: a length and a version, then names and values that end in zero bytes. */
function readParameters(message: Buffer): [string, string][] {
  const texts = message.subarray(8, -2).toString("utf8").split("\0");
  return Array.from({ length: texts.length / 2 }, (_, index) => [texts[2 * index] ?? "", texts[2 * index + 1] ?? ""]);
}

function writeParameters(parameters: readonly [string, string][]): Buffer {
  const body = Buffer.from(`${parameters.flat().join("\0")}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, body]);
}

function refuse(socket: Socket, name: string): void {
  const body = Buffer.from(`SFATAL\0C08P01\0Munsupported startup parameter: ${name}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(4 + body.length, 1);
  socket.end(Buffer.concat([head, body]));
}

let server: Server | undefined;
const sockets = new Set<Socket>();

/** Stands in front of PostgreSQL and is as strict as PgBouncer about how sessions start, or drops a parameter. */
async function startDoor(dropped?: string): Promise<string> {
  const target = new URL(database.url);
  server = createServer((socket) => {
    socket.once("data", (message) => {
      const parameters = readParameters(message);
      const unknown = parameters.find(([name]) => !TAKEN.includes(name.toLowerCase()));
      if (unknown) return refuse(socket, unknown[0]);
      const onward = connect(Number(target.port), target.hostname);
      for (const end of [socket, onward]) sockets.add(end.on("error", () => end.destroy()));
      onward.write(writeParameters(parameters.filter(([name]) => name !== dropped)));
      socket.pipe(onward).pipe(socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return url.href;
}

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server?.close();
  if (server) await once(server, "close");
  server = undefined;
});

describe("in a function of Vercel's", () => {
  it("the connections of both pools keep the function alive until they are closed", async () => {
    const kept: Promise<unknown>[] = [];
    const context = Symbol.for("@vercel/request-context");
    const env = { VERCEL: "1", VERCEL_URL: "shop.example.com", VERCEL_REGION: "iad1" };
    Object.assign(process.env, env);
    Object.assign(globalThis, {
      [context]: { get: () => ({ waitUntil: (work: Promise<unknown>) => kept.push(work) }) },
    });
    try {
      const db = createDb(database.url);
      await db.pipelineAlert.count();
      expect(kept).toHaveLength(1);
      await (await getQueue()).getQueues();
      expect(kept.length).toBeGreaterThan(1);
      await db.$disconnect();
    } finally {
      await closeQueue();
      Reflect.deleteProperty(globalThis, context);
      for (const name of Object.keys(env)) delete process.env[name];
    }
  });
});

describe("a pooler in between", () => {
  it("gets no parameter that PgBouncer refuses, and moments stay what they are", async () => {
    const db = createDb(await startDoor());
    const raisedAt = new Date("2026-03-08T10:30:00.123Z");
    const { id } = await db.pipelineAlert.create({ data: { key: "test", message: "", raisedAt } });
    const rows = await db.$queryRaw<{ seconds: number; zone: string }[]>`
      SELECT extract(epoch FROM raised_at)::float8 AS seconds, current_setting('TimeZone') AS zone
      FROM pipeline_alerts WHERE id = ${id}`;
    await db.$disconnect();
    expect(rows).toEqual([{ seconds: raisedAt.getTime() / 1_000, zone: "UTC" }]);
  });

  it("that drops the zone is found out before anything is written", async () => {
    const db = createDb(await startDoor("TimeZone"));
    await expect(db.pipelineAlert.create({ data: { key: "test-2", message: "" } })).rejects.toThrow(
      /America\/Los_Angeles, not in UTC/,
    );
    await db.$disconnect();
    expect(await database.db.pipelineAlert.count({ where: { key: "test-2" } })).toBe(0);
  });
});
