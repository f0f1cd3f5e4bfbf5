import { spawn } from "node:child_process";

/** A program to run, with all that it is given. */
export type Program = { command: string; args: string[]; cwd: string; env: NodeJS.ProcessEnv };

/** Runs a program to its end; throws the end of what it said where it failed. */
export function runToEnd({ command, args, cwd, env }: Program): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += String(chunk)));
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(" ")}: ${log.slice(-4_000)}`)),
    );
  });
}
