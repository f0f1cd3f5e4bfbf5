import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** What a test's web address was told. */
export type Received = { headers: IncomingHttpHeaders; body: string };

/** A web address that answers with the given statuses in turn, then with 204. */
export type TestWebhook = { url: string; received: Received[]; statuses: number[]; stop(): Promise<void> };

/** Starts a receiver of alerts on a free port. */
export async function startTestWebhook(): Promise<TestWebhook> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 204).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}/alerts`, received, statuses, stop };
}
