import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { findFreePort, readWantedPort } from "./web-port";

const servers: net.Server[] = [];

async function occupy(host: string): Promise<number> {
  const server = net.createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen({ port: 0, host }, resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return address.port;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe("findFreePort", () => {
  it.each(["127.0.0.1", "0.0.0.0", "::"])("passes over a port that a server on %s holds", async (host) => {
    const busy = await occupy(host);
    expect(await findFreePort(busy)).toBeGreaterThan(busy);
  });

  it("takes the wanted port where nobody listens", async () => {
    const port = await occupy("127.0.0.1");
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await findFreePort(port)).toBe(port);
  });
});

describe("readWantedPort", () => {
  it("is 3000 where PORT asks for none", () => {
    expect(readWantedPort(undefined)).toBe(3000);
    expect(readWantedPort(" ")).toBe(3000);
    expect(readWantedPort("8080")).toBe(8080);
  });

  it.each(["abc", "0", "65536", "-1", "3000.5", "1e3"])("refuses %s", (value) => {
    expect(() => readWantedPort(value)).toThrow(/PORT is/);
  });
});
