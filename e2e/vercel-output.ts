import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { installExtraPackages } from "@/jobs/local/extra-packages";
import { runToEnd } from "@/jobs/local/run-to-end";

const configSchema = z.object({ crons: z.array(z.object({ path: z.string(), schedule: z.string() })).default([]) });

const functionSchema = z.object({
  handler: z.string().optional(),
  entrypoint: z.string().optional(),
  maxDuration: z.number().optional(),
  runtime: z.string(),
  filePathMap: z.record(z.string(), z.string()).default({}),
});

/** A function as Vercel would get it: its files by their paths in it, with where they lie here. */
export type PackagedFunction = {
  runtime: string;
  handler: string;
  maxDuration: number | undefined;
  files: Map<string, string>;
  bytes: number;
};

/** What `vercel build` made: functions by the routes that they answer, several routes by one function. */
export type VercelOutput = {
  functions: Map<string, PackagedFunction>;
  crons: { path: string; schedule: string }[];
};

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function readFunction(folder: string, root: string): Promise<PackagedFunction> {
  const text = await readFile(path.join(folder, ".vc-config.json"), "utf8");
  const { filePathMap, handler, entrypoint, maxDuration, runtime } = functionSchema.parse(JSON.parse(text));
  const files = new Map(Object.entries(filePathMap).map(([name, file]) => [name, path.resolve(root, file)]));
  for (const file of await listFiles(folder)) files.set(path.relative(folder, file), file);
  let bytes = 0;
  for (const file of files.values()) bytes += (await stat(file)).size;
  return { runtime, handler: handler ?? entrypoint ?? "", maxDuration, files, bytes };
}

/** Reads what a build has left in `.vercel/output`. */
export async function readVercelOutput(root: string): Promise<VercelOutput> {
  const output = path.join(root, ".vercel/output");
  const { crons } = configSchema.parse(JSON.parse(await readFile(path.join(output, "config.json"), "utf8")));
  const top = path.join(output, "functions");
  const byFolder = new Map<string, PackagedFunction>();
  const functions = new Map<string, PackagedFunction>();
  for (const entry of await readdir(top, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith(".func")) continue;
    const found = path.join(entry.parentPath, entry.name);
    const folder = entry.isSymbolicLink() ? path.resolve(entry.parentPath, await readlink(found)) : found;
    const packaged = byFolder.get(folder) ?? (await readFunction(folder, root));
    byFolder.set(folder, packaged);
    functions.set(`/${path.relative(top, found).replace(/\.func$/, "")}`, packaged);
  }
  return { functions, crons };
}

/** Lays a function's files out in a folder that has nothing else. */
export async function unpackFunction({ files }: PackagedFunction, folder: string): Promise<void> {
  for (const [name, file] of files) {
    const to = path.join(folder, name);
    await mkdir(path.dirname(to), { recursive: true });
    // Links point to packages inside the function, and stay links.
    await cp(file, to, { verbatimSymlinks: true });
  }
}

/** As if the project were linked; the build asks nobody, since its settings are there. */
const PROJECT = {
  projectId: "prj_of_the_tests",
  orgId: "team_of_the_tests",
  settings: { framework: "nextjs", installCommand: "true", buildCommand: null, nodeVersion: "24.x" },
};

/** Only who tests the build installs the 280 packages of Vercel's program. */
async function installVercel(): Promise<string> {
  const program = "vercel/dist/vc.js";
  return path.join(await installExtraPackages(path.join(import.meta.dirname, "vercel"), program), program);
}

async function runVercel(root: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = [await installVercel(), "build", "--yes"];
  await runToEnd({ command: process.execPath, args, cwd: root, env });
}

/** Folders that the build writes and that a developer may have of their own: they are put aside meanwhile. */
const OWN_FOLDERS = [".next", ".vercel"];

async function putAside(from: string, to: string): Promise<void> {
  if (!existsSync(from) || existsSync(to)) return;
  await mkdir(path.dirname(to), { recursive: true });
  await rename(from, to);
}

async function putBack(to: string, from: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  if (existsSync(from)) await rename(from, to);
}

/**
 * Builds the store as Vercel does, without a network. A developer's own build and link to a project are put aside
 * until `restore`, also for a run that was killed before it could.
 */
export async function buildForVercel(
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<{ output: VercelOutput; restore(): Promise<void> }> {
  const folders = OWN_FOLDERS.map((name) => [path.join(root, name), path.join(root, ".kratos/aside", name)] as const);
  const restore = async () => {
    for (const [folder, aside] of folders) await putBack(folder, aside);
  };
  try {
    for (const [folder, aside] of folders) await putAside(folder, aside);
    await mkdir(path.join(root, ".vercel"), { recursive: true });
    await writeFile(path.join(root, ".vercel/project.json"), JSON.stringify(PROJECT));
    await runVercel(root, env);
    return { output: await readVercelOutput(root), restore };
  } catch (error) {
    await restore();
    throw error;
  }
}
