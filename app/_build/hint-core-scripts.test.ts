import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hintCoreScripts } from "./hint-core-scripts";

let distDir: string;

const scriptOf = (name: string) => readFile(path.join(distDir, "static/chunks", name), "utf8");

async function writeBuild(rootMainFiles: unknown, scripts: string[]): Promise<void> {
  await mkdir(path.join(distDir, "static/chunks"), { recursive: true });
  await writeFile(path.join(distDir, "build-manifest.json"), JSON.stringify({ rootMainFiles }));
  for (const name of scripts) await writeFile(path.join(distDir, "static/chunks", name), `"${name}"`);
}

beforeEach(async () => {
  distDir = await mkdtemp(path.join(tmpdir(), "kratos-hints-"));
});

afterEach(() => rm(distDir, { recursive: true }));

describe("hintCoreScripts", () => {
  test("marks the scripts that every page starts by, once, and no others", async () => {
    await writeBuild(["static/chunks/react.js", "static/chunks/0~a-b.js"], ["react.js", "0~a-b.js", "page.js"]);
    expect(await hintCoreScripts(distDir)).toBe(2);
    expect(await hintCoreScripts(distDir)).toBe(0);
    expect(await scriptOf("react.js")).toBe('//# allFunctionsCalledOnLoad\n"react.js"');
    expect(await scriptOf("0~a-b.js")).toMatch(/^\/\/# allFunctionsCalledOnLoad\n"/);
    expect(await scriptOf("page.js")).toBe('"page.js"');
  });

  test("fails where the manifest names no scripts, one outside of the build, or one that is not there", async () => {
    await writeBuild([], []);
    await expect(hintCoreScripts(distDir)).rejects.toThrow(/rootMainFiles/);
    await writeBuild(["static/chunks/../../../escaped.js"], []);
    await expect(hintCoreScripts(distDir)).rejects.toThrow(/rootMainFiles/);
    await writeBuild(["static/chunks/gone.js"], []);
    await expect(hintCoreScripts(distDir)).rejects.toThrow(/ENOENT/);
  });
});
