import { beforeEach, describe, expect, it, vi } from "vitest";

/** The settings module as a process with this environment sees it. */
async function load(env: Record<string, string>) {
  vi.resetModules();
  vi.stubGlobal("process", { ...process, env });
  return import("./env");
}

const DATABASE_URL = "postgresql://kratos@localhost/kratos";

beforeEach(() => {
  vi.unstubAllGlobals();
});

describe("the settings", () => {
  it("need nothing but a database for a command", async () => {
    const { getEnv } = await load({ DATABASE_URL });
    expect(getEnv()).toMatchObject({ S3_BUCKET: "kp-artifacts-data", PIPELINE_RUNNER: "queue", KRATOS_DEMO: false });
  });

  it("run pipelines inside the request on Vercel", async () => {
    const { getEnv } = await load({ DATABASE_URL, VERCEL: "1" });
    expect(getEnv().PIPELINE_RUNNER).toBe("inline");
  });

  it("name every setting that is missing or wrong at once", async () => {
    const { getEnv } = await load({ CRON_SECRET: "short", LOG_LEVEL: "loud" });
    expect(getEnv).toThrow(/DATABASE_URL.*CRON_SECRET must have at least 16 characters.*LOG_LEVEL/);
  });

  it("take addresses for mail and alerts of the right kind only", async () => {
    const right = {
      SMTP_URL: "smtps://user:password@mail.example.com",
      MAIL_FROM: "shop@example.com",
      ALERT_WEBHOOK_URL: "https://chat.example.com/1",
    };
    expect((await load({ DATABASE_URL, ...right })).getEnv()).toMatchObject(right);
    const { getEnv } = await load({
      DATABASE_URL,
      SMTP_URL: "mail.example.com",
      ALERT_WEBHOOK_URL: "ftp://example.com",
    });
    expect(getEnv).toThrow(/SMTP_URL must be an smtp:.*ALERT_WEBHOOK_URL must be an http:/);
    const empty = await load({ DATABASE_URL, SMTP_URL: "", ALERT_WEBHOOK_URL: " " });
    expect(empty.getEnv()).toMatchObject({ SMTP_URL: undefined, ALERT_WEBHOOK_URL: undefined });
  });

  it("refuse a mail server without a sender, which would send nothing", async () => {
    const SMTP_URL = "smtps://mail.example.com";
    const { getEnv } = await load({ DATABASE_URL, SMTP_URL, MAIL_FROM: " " });
    expect(getEnv).toThrow("Settings: MAIL_FROM is not set; SMTP_URL sends no mail without a sender");
    const sender = await load({ DATABASE_URL, SMTP_URL: "", MAIL_FROM: "shop@example.com" });
    expect(sender.getEnv()).toMatchObject({ SMTP_URL: undefined, MAIL_FROM: "shop@example.com" });
  });

  it("open fewer connections in a function, and as many as asked for", async () => {
    expect((await load({ DATABASE_URL })).getEnv().DATABASE_POOL_MAX).toBe(10);
    expect((await load({ DATABASE_URL, VERCEL: "1" })).getEnv().DATABASE_POOL_MAX).toBe(5);
    expect((await load({ DATABASE_URL, DATABASE_POOL_MAX: "25" })).getEnv().DATABASE_POOL_MAX).toBe(25);
  });

  it("take an empty optional setting as one that is not set", async () => {
    const { getEnv } = await load({ DATABASE_URL, S3_ENDPOINT: " ", GOOGLE_CLIENT_ID: "" });
    expect(getEnv()).toMatchObject({ S3_ENDPOINT: undefined, GOOGLE_CLIENT_ID: undefined });
  });
});

describe("a secret", () => {
  it("that is not set is an error, not an empty text", async () => {
    const { getSecret } = await load({ DATABASE_URL });
    expect(() => getSecret("CRON_SECRET")).toThrow("CRON_SECRET is not set");
    expect(() => getSecret("NEXTAUTH_SECRET")).toThrow("NEXTAUTH_SECRET is not set");
  });
});
