import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashSources, isBuildFresh, makeBuild } from "./production-build";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "kratos-build-"));
  await mkdir(path.join(root, "app"), { recursive: true });
  await mkdir(path.join(root, ".next"), { recursive: true });
  await writeFile(path.join(root, "app/page.tsx"), "one");
});

afterEach(() => rm(root, { recursive: true, force: true }));

const build = () => writeFile(path.join(root, ".next/BUILD_ID"), "abc\n");

describe("a production build", () => {
  it("is used again until a source changes", async () => {
    const hash = await hashSources(root);
    expect(isBuildFresh(root, hash)).toBe(false);
    await makeBuild(root, hash, build);
    expect(isBuildFresh(root, await hashSources(root))).toBe(true);
    await writeFile(path.join(root, "app/page.tsx"), "two");
    expect(isBuildFresh(root, await hashSources(root))).toBe(false);
  });

  it("is stale when a source file is added or renamed, not when a test is", async () => {
    const hash = await hashSources(root);
    await writeFile(path.join(root, "app/page.test.tsx"), "test");
    expect(await hashSources(root)).toBe(hash);
    await writeFile(path.join(root, "app/other.tsx"), "");
    expect(await hashSources(root)).not.toBe(hash);
  });

  it("is not trusted when it failed half-way, or when somebody built over it", async () => {
    const hash = await hashSources(root);
    await makeBuild(root, hash, build);
    await expect(makeBuild(root, hash, () => Promise.reject(new Error("killed")))).rejects.toThrow("killed");
    expect(isBuildFresh(root, hash)).toBe(false);
    await makeBuild(root, hash, build);
    await writeFile(path.join(root, ".next/BUILD_ID"), "another");
    expect(isBuildFresh(root, hash)).toBe(false);
  });
});
