/**
 * A process of its own that ends the others when the one that started them dies without a word (`kill -9`): their
 * numbers come over the channel to it, and the end of the channel is the sign. Imports nothing of ours, so that plain
 * Node runs it at once.
 */
type Message = { watch: number; signal: NodeJS.Signals } | { forget: number };

const GRACE_MS = 8_000;
const watched = new Map<number, NodeJS.Signals>();

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function endAll(): Promise<void> {
  for (const [pid, signal] of watched) send(pid, signal);
  const deadline = Date.now() + GRACE_MS;
  while (Date.now() < deadline && [...watched.keys()].some((pid) => send(pid, 0))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const pid of watched.keys()) send(pid, "SIGKILL");
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.on("message", (message: Message) => {
  if ("watch" in message) watched.set(message.watch, message.signal);
  else watched.delete(message.forget);
});
process.on("disconnect", () => void endAll());
