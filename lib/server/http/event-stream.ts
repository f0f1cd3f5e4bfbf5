/** An event as the browser's EventSource takes it. */
export type ServerEvent = { name: string; data: unknown };

type StreamOptions = {
  /** Aborted when the browser is gone. */
  signal: AbortSignal;
  /** The stream ends by itself before the host would cut it; the browser comes back. */
  maxMs: number;
  beatMs: number;
  /** Begins to send, and returns what ends it. */
  open: (send: (events: readonly ServerEvent[]) => void) => Promise<() => void>;
};

/** The browser comes back so soon after the stream has ended. */
const RETRY_MS = 1500;

/** A browser that takes nothing is let go when so much waits for it. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  // `no-transform` keeps the server from holding events back to compress them; nginx has a header of its own.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** The moment that a returning EventSource says it has heard last, or null. */
export function readLastEventMoment(request: Request): Date | null {
  const id = request.headers.get("last-event-id");
  return id && /^\d{1,15}$/.test(id) ? new Date(Number(id)) : null;
}

function toText({ name, data }: ServerEvent, at: number): string {
  return `id: ${at}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

const openStreams = new Set<() => void>();
let stopping: "not watched" | "not yet" | "stopping" = "not watched";

/** Ends all streams when this process is told to stop: an open one would keep the server from closing. */
function watchStop(): void {
  if (stopping !== "not watched") return;
  stopping = "not yet";
  const onStop = (signal: NodeJS.Signals) => {
    stopping = "stopping";
    for (const end of [...openStreams]) end();
    // Who listens to a signal keeps it from ending the process: where nobody else does, it is to end as ever.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, onStop);
}

/** The browsers come back at once over the connections that they hold: these must close, too. */
function refuse(): Response {
  return new Response(null, { status: 503, headers: { "cache-control": "no-store", connection: "close" } });
}

/** An answer of server-sent events that stays open until the browser leaves, the time is over or the process stops. */
export function toEventStream({ signal, maxMs, beatMs, open }: StreamOptions): Response {
  watchStop();
  if (stopping === "stopping") return refuse();
  const encoder = new TextEncoder();
  const endings: (() => void)[] = [];
  let hasEnded = false;
  const finish = () => {
    hasEnded = true;
    for (const ending of endings.splice(0)) ending();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const end = () => {
          if (hasEnded) return;
          finish();
          controller.close();
        };
        const write = (text: string) => {
          if (hasEnded) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) < 0) end();
        };
        const send = (events: readonly ServerEvent[]) => {
          const at = Date.now();
          for (const event of events) write(toText(event, at));
        };
        write(`retry: ${RETRY_MS}\n\n`);
        const beat = setInterval(() => send([{ name: "beat", data: {} }]), beatMs);
        const timer = setTimeout(end, maxMs);
        signal.addEventListener("abort", end);
        openStreams.add(end);
        endings.push(
          () => clearInterval(beat),
          () => clearTimeout(timer),
          () => signal.removeEventListener("abort", end),
          () => openStreams.delete(end),
        );
        if (signal.aborted) end();
        const stop = await open(send).catch((error: unknown) => {
          if (!hasEnded) {
            finish();
            controller.error(error);
          }
          return () => undefined;
        });
        if (hasEnded) stop();
        else endings.push(stop);
      },
      cancel: finish,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING_BYTES }),
  );
  return new Response(body, { headers });
}
