import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ApiError, callApi } from "./api-client";

const thing = z.object({ id: z.number() });
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const send = (status: number, text: string) => response.writeHead(status).end(text);
    const error = { error: { code: "invalid_input", message: "Bad name", fields: { name: "Too long" } } };
    if (request.url === "/thing") return send(200, JSON.stringify({ id: 7, secret: "x" }));
    if (request.url === "/echo") return send(200, JSON.stringify({ id: JSON.parse(body).id }));
    if (request.url === "/wrong-shape") return send(200, JSON.stringify({ id: "seven" }));
    if (request.url === "/invalid") return send(422, JSON.stringify(error));
    if (request.url === "/page") return send(502, "<html>Bad gateway</html>");
    if (request.url === "/empty") return response.writeHead(204).end();
    // Anything else is never answered.
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.catch((caught: unknown) => caught);
  if (error instanceof ApiError) return error;
  throw new Error(`Expected an ApiError, got ${String(error)}`);
}

describe("callApi", () => {
  it("returns what the schema names and nothing else", async () => {
    expect(await callApi(`${base}/thing`, { output: thing })).toEqual({ id: 7 });
  });

  it("sends JSON", async () => {
    expect(await callApi(`${base}/echo`, { method: "POST", body: { id: 9 }, output: thing })).toEqual({ id: 9 });
  });

  it("reads no body where none is promised", async () => {
    expect(await callApi(`${base}/empty`, { method: "DELETE" })).toBeUndefined();
  });

  it("keeps the code, the message and the fields of a refusal", async () => {
    const error = await failureOf(callApi(`${base}/invalid`, { output: thing }));
    expect(error).toMatchObject({ code: "invalid_input", message: "Bad name", fields: { name: "Too long" } });
  });

  it.each(["/wrong-shape", "/page"])("calls the answer of %s bad", async (path) => {
    expect((await failureOf(callApi(`${base}${path}`, { output: thing }))).code).toBe("bad_answer");
  });

  it("gives up after its time", async () => {
    expect((await failureOf(callApi(`${base}/never`, { timeoutMs: 30 }))).code).toBe("timeout");
  });

  it("stops when the caller says so", async () => {
    const controller = new AbortController();
    const call = failureOf(callApi(`${base}/never`, { signal: controller.signal }));
    controller.abort();
    expect((await call).code).toBe("aborted");
  });

  it("tells that nobody answers", async () => {
    expect((await failureOf(callApi("http://127.0.0.1:1/"))).code).toBe("network");
  });
});
