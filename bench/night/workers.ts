import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { ROOT } from "@/jobs/local/child";

/** Workers, and how much memory the largest of them took. */
export type Workers = { stop: () => Promise<{ peakMb: number }> };

/** Peak resident memory of a process; not known where the system has no /proc. */
async function readPeakMb({ pid }: ChildProcess): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

async function startWorker(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/worker.ts", "--queues", "etl,forecast"], {
    cwd: ROOT,
    env: { ...process.env, ...env, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      const text = chunk.toString();
      if (text.includes("worker.ready")) resolve();
      for (const line of text.split("\n")) if (line.includes('"level":50')) console.error(line);
    });
    child.once("exit", (code) => reject(new Error(`a worker ended with ${code}`)));
  });
  return child;
}

/** Starts workers as `npm run worker` does, and waits until they are ready. */
export async function startWorkers(count: number, env: Record<string, string>): Promise<Workers> {
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker(env)));
  return {
    stop: async () => {
      const peaks = await Promise.all(workers.map(readPeakMb));
      for (const worker of workers) worker.kill("SIGTERM");
      await Promise.all(workers.map((worker) => once(worker, "exit")));
      return { peakMb: Math.max(...peaks) };
    },
  };
}
