import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { startFauxqs } from "fauxqs";
import { S3Storage } from "@/lib/server/storage/s3-storage";

/** A real bucket behind a door that can be held shut for one key, so that a writer is caught in the middle. */
export type TestBucket = {
  storage: S3Storage;
  env: Record<string, string>;
  /** Resolves when somebody writes the key; that request is never answered. */
  holdNextPut(key: string): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a bucket of the test's own on free ports. */
export async function startTestBucket(): Promise<TestBucket> {
  const server = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false });
  let held: { key: string; onPut: () => void } | undefined;
  const door = createServer((incoming, outgoing) => {
    if (held && incoming.method === "PUT" && incoming.url?.split("?")[0]?.endsWith(held.key)) {
      held.onPut();
      held = undefined;
      return;
    }
    const { method, url, headers } = incoming;
    const onward = request({ host: "127.0.0.1", port: server.port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const { port } = door.address() as AddressInfo;
  const settings = {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_REGION: "us-east-1",
    S3_BUCKET: "test-bucket",
    S3_ACCESS_KEY_ID: "test",
    S3_SECRET_ACCESS_KEY: "test-secret",
  };
  const storage = new S3Storage(settings);
  await storage.ensureBucket();
  return {
    storage,
    env: settings,
    holdNextPut: (key) =>
      new Promise((onPut) => {
        held = { key, onPut };
      }),
    stop: async () => {
      door.closeAllConnections();
      door.close();
      await server.stop();
    },
  };
}
