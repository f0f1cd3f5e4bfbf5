import net from "node:net";
import { LocalError } from "./local-error";

const DEFAULT_PORT = 3000;
const TRIES = 100;
/** `localhost` is one of the first two; a server on all interfaces holds one of the others. */
const HOSTS = ["127.0.0.1", "::1", "0.0.0.0", "::"];

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function isFree(port: number): Promise<boolean> {
  for (const host of HOSTS) if (!(await canListen(port, host))) return false;
  return true;
}

/** The port that PORT asks for. */
export function readWantedPort(value: string | undefined): number {
  if (!value?.trim()) return DEFAULT_PORT;
  const port = Number(value);
  if (!/^\d+$/.test(value.trim()) || port < 1 || port > 65_535) {
    throw new LocalError(`PORT is "${value}", which is not a port number between 1 and 65535`);
  }
  return port;
}

/** The wanted port, or the next one on which nobody listens, on any interface. */
export async function findFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port++) if (await isFree(port)) return port;
  throw new LocalError(
    `no port from ${wanted} to ${Math.min(wanted + TRIES - 1, 65_535)} is free; set PORT to another one`,
  );
}
