import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { readJson, writeJson } from "./json-file";

/** What a production build is made from. */
const FOLDERS = ["app", "lib", "jobs", "public", "prisma/schema"];
const FILES = [
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "proxy.ts",
  "instrumentation.ts",
];
const IGNORED = /\.test\.tsx?$|^jobs\/(?:local|simulate)\//;

const stampSchema = z.object({ hash: z.string(), buildId: z.string() });

async function listSources(root: string): Promise<string[]> {
  const lists = await Promise.all(
    FOLDERS.filter((folder) => existsSync(path.join(root, folder))).map(async (folder) => {
      const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    }),
  );
  const files = [...lists.flat(), ...FILES.map((file) => path.join(root, file)).filter((file) => existsSync(file))];
  return files
    .map((file) => path.relative(root, file))
    .filter((file) => !IGNORED.test(file))
    .sort();
}

/** A hash over everything that a production build is made from. */
export async function hashSources(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of await listSources(root)) {
    hash.update(`${file}\0`);
    hash.update(await readFile(path.join(root, file)));
  }
  return hash.digest("hex");
}

function readBuildId(root: string): string | null {
  const file = path.join(root, ".next", "BUILD_ID");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

const stampFile = (root: string) => path.join(root, ".next", "kratos-build.json");

/** Whether the build in `.next` is whole and made from the sources with that hash. */
export function isBuildFresh(root: string, hash: string): boolean {
  const stamp = readJson(stampFile(root), stampSchema);
  return stamp !== null && stamp.hash === hash && stamp.buildId === readBuildId(root);
}

/** Runs a build and notes what it was made from; a build that is killed half-way leaves no such note. */
export async function makeBuild(root: string, hash: string, build: () => Promise<void>): Promise<void> {
  rmSync(stampFile(root), { force: true });
  await build();
  const buildId = readBuildId(root);
  if (!buildId) throw new Error("the build ended well, but left no .next/BUILD_ID");
  writeJson(stampFile(root), { hash, buildId });
}
