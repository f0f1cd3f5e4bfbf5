import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { runToEnd } from "./run-to-end";

const CACHE = path.resolve(import.meta.dirname, "../../node_modules/.cache");

/**
 * Installs packages that few need, from a lock file of their own, and returns their `node_modules`: who only runs the
 * store does not install them. `from` is the folder with the `package.json` and the lock; `has` is a file of the
 * packages that is there once they are.
 */
export async function installExtraPackages(from: string, has: string): Promise<string> {
  const folder = path.join(CACHE, `kratos-${path.basename(from)}`);
  const packages = path.join(folder, "node_modules");
  if (existsSync(path.join(packages, has))) return packages;
  await mkdir(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) await cp(path.join(from, file), path.join(folder, file));
  await runToEnd({ command: "npm", args: ["ci", "--no-audit", "--no-fund"], cwd: folder, env: process.env });
  return packages;
}
