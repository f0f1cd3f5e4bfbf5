import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "./child";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "kratos-demo-"));
});

afterEach(() => rm(home, { recursive: true, force: true }));

/** Runs the command to its end; the environment names no engine but the given ones. */
function runDemo(args: string[], env: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/local/demo.ts", ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: "", S3_ENDPOINT: "", PORT: "", KRATOS_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, lines: errors.trim().split("\n") }));
  });
}

/** A port on which nobody listens. */
async function findSilentPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("no port");
  return address.port;
}

const PASSWORD = "not-to-be-printed";

describe("npm run demo", { timeout: 60_000 }, () => {
  it("says in one line that the database cannot be reached, without its password", async () => {
    const port = await findSilentPort();
    const { code, lines } = await runDemo([], { DATABASE_URL: `postgresql://me:${PASSWORD}@127.0.0.1:${port}/shop` });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`127.0.0.1:${port}/shop`);
    expect(lines[0]).toContain("ECONNREFUSED");
    expect(lines[0]).not.toContain(PASSWORD);
  });

  it("says in one line what is wrong with the settings, before it starts anything", async () => {
    const wrong: [string[], Record<string, string>, RegExp][] = [
      [["--frsh"], {}, /--frsh/],
      [[], { PORT: "http" }, /PORT is "http"/],
      [[], { S3_ENDPOINT: "http://127.0.0.1:1", S3_ACCESS_KEY_ID: "", S3_SECRET_ACCESS_KEY: "" }, /S3_ACCESS_KEY_ID/],
      [[], { DATABASE_URL: "shop" }, /DATABASE_URL is not a connection string/],
      [["--fresh"], { DATABASE_URL: "postgresql://me@127.0.0.1:1/shop" }, /--fresh/],
    ];
    const results = await Promise.all(
      wrong.map(([args, env]) => runDemo(args, { ...env, KRATOS_HOME: `${home}/${args}${Object.keys(env)}` })),
    );
    for (const [index, { code, lines }] of results.entries()) {
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(wrong[index]?.[2] ?? /^$/)]);
    }
    expect(existsSync(path.join(home, "postgres"))).toBe(false);
  });
});
