import { expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { applyMigrations, diffSchema } from "./migrator";

const database = useTestDatabase();

test("the schema files say nothing that the migrations do not", async () => {
  expect(await diffSchema(database.url)).toBe("");
});

test("applying again changes nothing", async () => {
  expect(await applyMigrations(database.url)).toEqual([]);
});

test("keeps the bookkeeping that prisma migrate deploy reads", async () => {
  const rows = await database.db.$queryRaw<{ finished: boolean; checksum: string }[]>`
    select finished_at is not null as finished, checksum from _prisma_migrations`;
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row.finished).toBe(true);
    expect(row.checksum).toMatch(/^[0-9a-f]{64}$/);
  }
});

test("the audit log refuses changes and deletions", async () => {
  const entry = await database.db.auditLog.create({ data: { action: "test.done", entity: "test", entityId: "1" } });
  await expect(database.db.auditLog.delete({ where: { id: entry.id } })).rejects.toThrow(/append-only/);
  await expect(
    database.db.auditLog.update({ where: { id: entry.id }, data: { action: "test.undone" } }),
  ).rejects.toThrow(/append-only/);
});

test("the audit log forgets from where somebody acted, and nothing else", async () => {
  const data = { userAgent: "Firefox", reason: "kept" };
  const entry = { action: "test.done", entity: "test", entityId: "2", ip: "198.51.100.1", data };
  const { id } = await database.db.auditLog.create({ data: entry });
  const change = (to: object) => database.db.auditLog.update({ where: { id }, data: to });
  await expect(change({ ip: "198.51.100.2" })).rejects.toThrow(/append-only/);
  await expect(change({ ip: null, data: {} })).rejects.toThrow(/append-only/);
  await expect(change({ ip: null, data: { reason: "kept" }, action: "test.undone" })).rejects.toThrow(/append-only/);
  expect(await change({ ip: null, data: { reason: "kept" } })).toMatchObject({ ip: null, action: "test.done" });
});
