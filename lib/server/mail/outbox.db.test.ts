import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";

const database = useTestDatabase();
const mail = { toEmail: "ada@example.com", kind: "account.verify", subject: "Hello", text: "Hi", html: "<p>Hi</p>" };

/** The outbox as a process with these settings sees it. */
async function open(env: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return import("./queries");
}

beforeEach(() => database.db.mail.deleteMany());
afterEach(() => vi.unstubAllEnvs());

describe("the outbox", () => {
  it("shows the demo's mail that nobody delivered, newest first, and no other", async () => {
    const kept = await database.db.mail.create({ data: { ...mail, status: "kept", createdAt: new Date(0) } });
    const queued = await database.db.mail.create({ data: { ...mail, subject: "New" } });
    const sent = await database.db.mail.create({ data: { ...mail, status: "sent" } });
    const cleared = await database.db.mail.create({ data: { ...mail, status: "kept", html: "" } });
    const outbox = await open({ KRATOS_DEMO: "true" });
    expect(outbox.isOutboxOpen()).toBe(true);
    const ids = (await outbox.listOutbox(database.db)).map(({ id }) => id);
    expect(ids).toEqual([queued.id, kept.id]);
    expect(ids).not.toContain(cleared.id);
    expect(await outbox.findOutboxMail(kept.id, database.db)).toMatchObject({ html: mail.html, text: mail.text });
    expect(await outbox.findOutboxMail(sent.id, database.db)).toBeNull();
  });

  it.each(["", "x", "../../etc", "' or 1=1 --", undefined, ["a"]])("has no mail of the id %j", async (id) => {
    const outbox = await open({ KRATOS_DEMO: "true" });
    expect(await outbox.findOutboxMail(id, database.db)).toBeNull();
  });

  it.each([
    [{}],
    [{ KRATOS_DEMO: "false" }],
    [{ KRATOS_DEMO: "true", SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "shop@example.com" }],
  ])("is shut with the settings %j", async (env) => {
    const { id } = await database.db.mail.create({ data: { ...mail, status: "kept" } });
    const outbox = await open(env);
    expect(outbox.isOutboxOpen()).toBe(false);
    expect(await outbox.listOutbox(database.db)).toEqual([]);
    expect(await outbox.findOutboxMail(id, database.db)).toBeNull();
  });
});
