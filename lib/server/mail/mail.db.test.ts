import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createDb } from "../db";
import { handler } from "../http/handler";
import { deliverMails } from "./deliver";
import { getMailReader, queueMail } from "./queue-mail";
import { clearOldMail } from "./retention";
import { startTestSmtpServer, type TestSmtpServer } from "./test-smtp-server";
import type { MailReader } from "./write-mail";

const database = useTestDatabase();
const ada: MailReader = { userId: null, email: "ada@example.com", name: "Ada", locale: "en" };
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

let smtp: TestSmtpServer;
const settings = () => ({ smtpUrl: smtp.url, from: "Kratos <shop@example.com>" });
const deliver = (now = new Date(), db = database.db) => deliverMails(db, { now, settings: settings() });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);

function queueNotice(to: MailReader = ada, dedupeKey?: string) {
  const mail = { to, kind: "account.linked", values: { provider: "GitHub" }, path: "/account/security" } as const;
  return queueMail(database.db, { ...mail, ...(dedupeKey && { dedupeKey }) });
}

const rows = () => database.db.mail.findMany({ orderBy: { createdAt: "asc" } });

beforeEach(async () => {
  smtp = await startTestSmtpServer();
  await database.db.mail.deleteMany();
});
afterEach(() => smtp.stop());

describe("queueing a mail", () => {
  it("writes it in its reader's language, with links to pages of that language", async () => {
    const luz = { email: "luz@example.com", name: "Luz", locale: "es", emailVerifiedAt: new Date() };
    const user = await database.db.user.create({ data: luz });
    await queueNotice(await getMailReader(user.id, database.db));
    const [mail] = await rows();
    expect(mail).toMatchObject({ subject: "GitHub se ha vinculado a tu cuenta", status: "queued", userId: user.id });
    expect(mail?.text).toContain("Hola, Luz:");
    expect(mail?.text).toContain("http://localhost:3000/es/account/security");
    expect(mail?.html).toContain('<html lang="es">');
  });

  it("calls nobody by a name that was given with an address of somebody else's", async () => {
    const data = { email: "victim@example.com", name: "You won, see evil.example" };
    const user = await database.db.user.create({ data });
    await queueNotice(await getMailReader(user.id, database.db));
    const [mail] = await rows();
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain("evil.example");
    expect(mail?.text).toMatch(/^You can now sign in/);
  });

  it("escapes what people named themselves, and keeps the subject in one line", async () => {
    await queueMail(database.db, {
      to: { ...ada, name: "<img src=x onerror=alert(1)>" },
      kind: "account.linked",
      values: { provider: "Git\r\nBcc: eve@example.com" },
    });
    const [mail] = await rows();
    expect(mail?.html).not.toContain("<img");
    expect(mail?.subject).toBe("Git Bcc: eve@example.com was linked to your account");
  });

  it("leaves nothing where its transaction is rolled back", async () => {
    const attempt = database.db.$transaction(async (tx) => {
      await queueMail(tx, { to: ada, kind: "account.emailTaken" });
      throw new Error("no");
    });
    await expect(attempt).rejects.toThrow("no");
    expect(await rows()).toEqual([]);
  });

  it("makes one mail of those with one key, however many are queued at once", async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => queueNotice(ada, "one")));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });
});

describe("delivering", () => {
  it("hands each mail in once, from six processes that start together", async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => queueNotice({ ...ada, email: `a${index}@example.com` })),
    );
    const sessions = Array.from({ length: 6 }, () => createDb(database.url, { maxConnections: 2 }));
    await Promise.all(sessions.map((db) => deliver(new Date(), db)));
    await Promise.all(sessions.map((db) => db.$disconnect()));
    expect(new Set(smtp.received.flatMap(({ to }) => to)).size).toBe(40);
    expect(smtp.received).toHaveLength(40);
    expect((await rows()).every(({ status, attempts }) => status === "sent" && attempts === 1)).toBe(true);
  });

  it("lets no link wait behind the news to everybody", async () => {
    const user = await database.db.user.create({ data: { email: "news@example.com", name: "News" } });
    const to = await getMailReader(user.id, database.db);
    const values = { publisher: "Lantern", game: "Ember Tide", reply: "Thank you" };
    for (let news = 0; news < 25; news += 1) await queueMail(database.db, { to, kind: "reviews.reply", values });
    await queueMail(database.db, { to: ada, kind: "account.resetPassword", values: { minutes: 60 }, path: "/reset" });
    await deliver();
    expect(smtp.received).toHaveLength(26);
    expect(smtp.received.findIndex(({ to: [address] }) => address === ada.email)).toBeLessThan(10);
  });

  it("sends text and HTML under the mail's own id", async () => {
    await queueNotice();
    await deliver();
    const [mail] = await rows();
    expect(smtp.received[0]?.data).toContain(`Message-ID: <${mail?.id}@example.com>`);
    expect(smtp.received[0]?.data).toMatch(/text\/plain[\s\S]*text\/html/);
  });

  it("keeps a mail that the server did not take for later, with growing waits", async () => {
    await queueNotice();
    const { port } = new URL(smtp.url);
    await smtp.stop();
    await deliver();
    expect(await rows()).toMatchObject([{ status: "queued", attempts: 1, error: expect.stringMatching(/ECONN/) }]);
    smtp = await startTestSmtpServer({ port: Number(port) });
    await deliver();
    expect(smtp.received).toHaveLength(0);
    await deliver(inMinutes(2));
    expect(smtp.received).toHaveLength(1);
    expect(await rows()).toMatchObject([{ status: "sent", attempts: 2, error: "" }]);
  });

  it("gives a mail up after its last attempt, and one to nobody at once", async () => {
    await smtp.stop();
    smtp = await startTestSmtpServer({ refused: "nobody@example.com" });
    await queueNotice({ ...ada, email: "nobody@example.com" });
    await deliver();
    expect(await rows()).toMatchObject([{ status: "failed", attempts: 1 }]);
    await database.db.mail.updateMany({ data: { status: "queued", attempts: 8, toEmail: "ada@example.com" } });
    await smtp.stop();
    await deliver(inMinutes(10));
    expect(await rows()).toMatchObject([{ status: "failed", attempts: 9 }]);
    smtp = await startTestSmtpServer();
  });

  it("keeps mail for later where the server refuses its sender", async () => {
    await smtp.stop();
    smtp = await startTestSmtpServer({ refused: "shop@example.com" });
    await queueNotice();
    await deliver();
    expect(await rows()).toMatchObject([{ status: "queued", attempts: 1, error: expect.stringContaining("550") }]);
  });

  it("takes up what a process that died had taken, when its lease ends", async () => {
    await queueNotice();
    await database.db.mail.updateMany({ data: { attempts: 1, dueAt: inMinutes(5) } });
    await deliver();
    expect(smtp.received).toHaveLength(0);
    await deliver(inMinutes(6));
    expect(smtp.received).toHaveLength(1);
  });

  it("forgets the words of a mail that lets its reader in, once it is sent", async () => {
    const values = { minutes: 60 };
    await queueMail(database.db, { to: ada, kind: "account.resetPassword", values, path: "/reset?token=secret" });
    await deliver();
    expect(smtp.received[0]?.data).toContain("secret");
    expect(await rows()).toMatchObject([{ status: "sent", text: "", html: "" }]);
  });

  it("offers one click to end mail that one may end", async () => {
    await queueNotice();
    await database.db.mail.updateMany({
      data: { unsubscribeUrl: "https://shop.example.com/api/mail/unsubscribe?token=t" },
    });
    await deliver();
    const { data } = smtp.received[0] ?? { data: "" };
    expect(data).toContain("List-Unsubscribe: <https://shop.example.com/api/mail/unsubscribe?token=t>");
    expect(data).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  it("keeps mail to be read where nobody delivers it", async () => {
    await queueNotice();
    await deliverMails(database.db, { settings: null });
    expect(await rows()).toMatchObject([{ status: "kept", text: expect.stringContaining("GitHub") }]);
  });
});

it("a route that sends mail delivers it beside its answer, once that is right", async () => {
  const fail = vi.fn(() => false);
  const route = handler({ access: "public", sendsMail: true }, async ({ db }) => {
    await queueMail(db, { to: ada, kind: "account.emailTaken" });
    if (fail()) throw new Error("no");
    return undefined;
  });
  const call = () => route(new Request("http://shop.test/", { method: "POST" }), { params: Promise.resolve({}) });
  expect((await call()).status).toBe(204);
  // No mail server is set here, so that delivering means keeping it for the outbox.
  await expect.poll(async () => (await rows()).map(({ status }) => status)).toEqual(["kept"]);
  fail.mockReturnValue(true);
  expect((await call()).status).toBe(500);
  expect((await rows()).map(({ status }) => status)).toEqual(["kept", "queued"]);
});

describe("retention", () => {
  it("clears words after 30 days, deletes mail to strangers, and leaves the rest", async () => {
    const user = await database.db.user.create({ data: { email: "old@example.com", name: "Old" } });
    const reader = await getMailReader(user.id, database.db);
    await queueNotice(reader);
    await queueNotice();
    const old = new Date(Date.now() - 31 * DAY_MS);
    await database.db.mail.updateMany({ data: { createdAt: old } });
    await queueNotice(reader);
    expect((await clearOldMail(database.db, new Date())).mails).toBe(2);
    expect((await rows()).map(({ html, status }) => [html === "", status])).toEqual([
      [true, "failed"],
      [false, "queued"],
    ]);
  });

  it("deletes links a week after they are over", async () => {
    const user = await database.db.user.create({ data: { email: "links@example.com", name: "Links" } });
    const token = (tokenHash: string, days: number) => ({
      userId: user.id,
      kind: "verify_email" as const,
      tokenHash,
      email: user.email,
      expiresAt: new Date(Date.now() - days * DAY_MS),
    });
    await database.db.emailToken.createMany({ data: [token("a", 8), token("b", 6)] });
    await clearOldMail(database.db, new Date());
    expect(await database.db.emailToken.findMany({ select: { tokenHash: true } })).toEqual([{ tokenHash: "b" }]);
  });
});
