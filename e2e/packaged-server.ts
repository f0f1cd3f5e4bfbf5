import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PackagedFunction, unpackFunction } from "./vercel-output";

/** A function of Vercel's that runs here, alone in a folder far from this repository's packages. */
export type PackagedServer = { url: string; log(): string; stop(): Promise<void> };

/** Starts a packaged function; it has the given environment and no other. */
export async function startPackaged(packaged: PackagedFunction, env: NodeJS.ProcessEnv): Promise<PackagedServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "kratos-function-"));
  await unpackFunction(packaged, folder);
  const child = fork(path.join(import.meta.dirname, "function-host.ts"), [folder, packaged.handler], {
    cwd: folder,
    env,
    execArgv: [],
    silent: true,
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (log += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const port = await Promise.race([
    new Promise<unknown>((resolve) => child.once("message", resolve)),
    ended.then(() => null),
  ]);
  if (typeof port !== "number") {
    await stop();
    throw new Error(`the function did not start: ${log}`);
  }
  return { url: `http://127.0.0.1:${port}`, log: () => log, stop };
}
