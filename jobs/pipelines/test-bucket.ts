import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { startFauxqs } from "fauxqs";
import { S3Storage } from "@/lib/server/storage/s3-storage";

/** What stands in a request's way: nothing, no answer ever, or an error as S3 would give it. */
export type Trouble = "none" | "no answer" | { status: number; code: string };

/** A request as it comes to the bucket's door; `key` is the object's. */
export type BucketRequest = { method: string; key: string };

/** Says what becomes of a request. */
export type Doorkeeper = (request: BucketRequest) => Promise<Trouble>;

/** A real bucket behind a door at which requests can be watched, held up and turned away. */
export type TestBucket = {
  storage: S3Storage;
  /** The same objects past the door. */
  inside: S3Storage;
  env: Record<string, string>;
  /** Keys of the objects written, in the order in which the bucket said that it has them. */
  puts: string[];
  /** Asked about each request from now on; null lets all through. */
  setDoorkeeper(doorkeeper: Doorkeeper | null): void;
  /** Resolves when somebody writes the key; that request is never answered. */
  holdNextPut(key: string): Promise<void>;
  stop(): Promise<void>;
};

function refuse(outgoing: ServerResponse, { status, code }: { status: number; code: string }): void {
  outgoing.writeHead(status, { "content-type": "application/xml" });
  outgoing.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

class Door {
  readonly puts: string[] = [];
  doorkeeper: Doorkeeper | null = null;

  constructor(
    private readonly bucket: string,
    private readonly port: number,
  ) {}

  readonly answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = "", url = "" } = incoming;
    const key = decodeURIComponent(url.split("?")[0] ?? "").slice(`/${this.bucket}/`.length);
    const trouble = (await this.doorkeeper?.({ method, key })) ?? "none";
    if (trouble === "no answer") return;
    if (trouble !== "none") {
      // Taken in as a whole: a writer whose request is cut off would see a broken line instead of the answer.
      incoming.resume();
      incoming.on("end", () => refuse(outgoing, trouble));
      return;
    }
    this.#letThrough(incoming, outgoing, method === "PUT" && key !== "" ? key : null);
  };

  #letThrough(incoming: IncomingMessage, outgoing: ServerResponse, putKey: string | null): void {
    const { method, url: path, headers } = incoming;
    const onward = request({ host: "127.0.0.1", port: this.port, method, path, headers }, (answer) => {
      if (putKey !== null && answer.statusCode === 200) this.puts.push(putKey);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    // A writer that was killed has sent half of its object: the bucket must not take that for the whole.
    incoming.on("close", () => {
      if (!incoming.complete) onward.destroy();
    });
    incoming.pipe(onward);
  }
}

/** Starts a bucket of the test's own on free ports. */
export async function startTestBucket(): Promise<TestBucket> {
  const server = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false });
  const name = "test-bucket";
  const door = new Door(name, server.port);
  const listener = createServer(door.answer);
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  const settings = {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_REGION: "us-east-1",
    S3_BUCKET: name,
    S3_ACCESS_KEY_ID: "test",
    S3_SECRET_ACCESS_KEY: "test-secret",
  };
  const storage = new S3Storage(settings);
  await storage.ensureBucket();
  return {
    storage,
    inside: new S3Storage({ ...settings, S3_ENDPOINT: `http://127.0.0.1:${server.port}` }),
    env: settings,
    puts: door.puts,
    setDoorkeeper: (doorkeeper) => {
      door.doorkeeper = doorkeeper;
    },
    holdNextPut: (key) =>
      new Promise((onPut) => {
        let isHeld = false;
        door.doorkeeper = async (asked) => {
          if (isHeld || asked.method !== "PUT" || asked.key !== key) return "none";
          isHeld = true;
          onPut();
          return "no answer";
        };
      }),
    stop: async () => {
      listener.closeAllConnections();
      listener.close();
      await server.stop();
    },
  };
}
