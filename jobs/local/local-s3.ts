import { mkdir } from "node:fs/promises";
import path from "node:path";
import getPort from "get-port";
import { type Child, startChild } from "./child";
import { LocalError, lastLines } from "./local-error";

/** A running S3 server on loopback. */
export type LocalS3 = { port: number; endpoint: string; child: Child };

/** Arguments with which plain Node runs one of our TypeScript files. */
export function toScriptArgs(script: string, ...args: string[]): string[] {
  return ["--import", "tsx", script, ...args];
}

/** Starts an S3 server over the given folder, in a process of its own; what was put there before is there again. */
export async function startLocalS3(options: {
  dataDir: string;
  logFile: string;
  port?: number;
  onChild?: (child: Child) => void;
}): Promise<LocalS3> {
  await mkdir(options.dataDir, { recursive: true });
  const port = await getPort(options.port === undefined ? {} : { port: options.port });
  let onReady: () => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => {
    onReady = () => resolve(true);
  });
  const child = await startChild({
    name: "s3",
    command: process.execPath,
    args: toScriptArgs(path.join(import.meta.dirname, "s3-server.ts"), String(port), options.dataDir),
    logFile: options.logFile,
    onMessage: () => onReady(),
  });
  options.onChild?.(child);
  const isUp = await Promise.race([ready, child.ended.then(() => false)]);
  if (!isUp)
    throw new LocalError(`the S3 server could not start: ${lastLines(options.logFile)} (see ${options.logFile})`);
  return { port, endpoint: `http://127.0.0.1:${port}`, child };
}
