import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GET as countFacets } from "@/app/api/catalogue/facets/route";
import { GET as listGames } from "@/app/api/games/route";
import { GET as suggest } from "@/app/api/search/suggest/route";
import { countNaively, listNaively } from "./naive";

/** The route handlers themselves behind Node's own server, in a process of its own; tells its port to its parent. */
const ROUTES: Record<string, typeof listGames> = {
  "/api/games": listGames,
  "/api/catalogue/facets": countFacets,
  "/api/search/suggest": suggest,
  "/naive/games": listNaively,
  "/naive/facets": countNaively,
  "/naive/suggest": listNaively,
};

const server = createServer(async (incoming, outgoing) => {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const route = ROUTES[url.pathname];
  if (!route) {
    outgoing.writeHead(404).end();
    return;
  }
  const answer = await route(new Request(url), { params: Promise.resolve({}) });
  outgoing.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
});

// A client that thinks for a second must not lose its connection on a busy machine.
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => process.send?.({ peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
process.on("disconnect", () => process.exit(0));
