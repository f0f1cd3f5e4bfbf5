import type { Actor } from "@/lib/server/auth/actor";
import { requestAs } from "@/lib/server/sales/test-world";

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** A call of a route, by whom and with what. */
export type Call = {
  who: Actor | null;
  path?: string;
  params?: Record<string, string>;
  method?: "GET" | "POST" | "PUT";
  body?: unknown;
};

/** Calls a route as the actor's browser does. */
export async function callRoute(route: Route, { who, path = "/", params = {}, method = "GET", body }: Call) {
  const plain = await requestAs(who, path);
  const request =
    method === "GET" ? plain : new Request(plain, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const response = await route(request, { params: Promise.resolve(params) });
  return { status: response.status, body: await response.json() };
}
