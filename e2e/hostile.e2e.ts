import { afterEach, beforeAll, describe, expect, inject } from "vitest";
import { errorBodySchema } from "@/lib/shared/errors";
import { Hostility, TELLTALE } from "./hostile-input";
import { readNewServerErrors, skipServerErrors } from "./server-log";
import { test } from "./shop-test";

const PARAMS = (
  "q genre category tag platform language accessibility publisher players kind offer release rating priceMinCents " +
  "priceMaxCents sort cursor limit game currency callbackUrl token placed view page stars"
).split(" ");

/** Requests of each kind; the same seed sends the same. */
const ROUNDS = 120;
const SEED = 20_261_123;

/** Answers that say "no" in words: everything else of 400 and more is a fault of ours. */
const REFUSALS = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 431];

/** Anything of ours that would run, were it not written as text. */
const EXECUTABLE = new RegExp(`<(script|img|svg)[^>]*>?${TELLTALE}|<img src=x|<svg/onload`, "i");

let slugs: string[] = [];

beforeAll(async () => {
  skipServerErrors();
  const { items } = await (await fetch(`${inject("baseUrl")}/api/games?limit=5`)).json();
  slugs = items.map(({ slug }: { slug: string }) => slug);
});

afterEach(() => expect(readNewServerErrors(), "lines of the server's logs").toEqual([]));

/** Next repeats a page's address in a header, and this client takes headers of 16 kB at most, as Node's server does. */
function refuseLong(error: unknown): Response {
  const cause = error instanceof Error ? error.cause : null;
  const isLong = cause instanceof Error && "code" in cause && cause.code === "UND_ERR_HEADERS_OVERFLOW";
  if (isLong) return new Response(null, { status: 431 });
  throw error;
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${inject("baseUrl")}${path}`, { redirect: "manual", ...init }).catch(refuseLong);

/** Sends the requests a few at a time, and tells of the answers that are not right. */
async function listFaults(
  paths: readonly string[],
  judge: (path: string) => Promise<string | null>,
): Promise<string[]> {
  const faults: string[] = [];
  const queue = [...paths];
  const work = async () => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const fault = await judge(path);
      if (fault) faults.push(`${fault}: ${path.slice(0, 300)}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return faults;
}

async function judgePage(path: string): Promise<string | null> {
  const response = await ask(path);
  const text = await response.text();
  if (response.status >= 400 && !REFUSALS.includes(response.status)) return `status ${response.status}`;
  if (EXECUTABLE.test(text)) return "what was sent stands in the page as markup";
  if (response.headers.get("set-cookie")?.includes("kratos_hacked")) return "a header was sent by the query";
  const target = response.headers.get("location");
  if (target && new URL(target, inject("baseUrl")).host !== new URL(inject("baseUrl")).host)
    return `leads to ${target}`;
  return null;
}

/** True for an error body of ours. */
function isOurError(text: string): boolean {
  try {
    return errorBodySchema.safeParse(JSON.parse(text)).success;
  } catch {
    // Not JSON: somebody else's answer.
    return false;
  }
}

async function judgeApi(path: string, init: RequestInit = {}): Promise<string | null> {
  const response = await ask(path, init);
  const [{ status }, text] = [response, await response.text()];
  if (status < 400) return null;
  if (!REFUSALS.includes(status)) return `${status} of ${init.method ?? "GET"} ${path}`;
  // Before it comes to us, Node refuses what is too long, Next what cannot be unescaped and methods that are not there.
  if (status === 431 || status === 405 || (status === 400 && !path.includes("?"))) return null;
  return isOurError(text) ? null : `${status} of ${path} is no error of ours: ${text.slice(0, 100)}`;
}

describe("any query", () => {
  test("gets a page or a refusal, and nothing of it is executed or leads away", { timeout: 300_000 }, async () => {
    const hostility = new Hostility(SEED);
    const roots = ["/", "/games", "/cart", "/wishlist", "/checkout", "/orders", "/sign-in", "/register", "/library"];
    const pages = [...roots, ...slugs.map((slug) => `/games/${slug}`), "/genres/strategy", "/tags/roguelike"];
    const paths = Array.from({ length: ROUNDS }, () => {
      const locale = hostility.pick(["", "/es"]);
      return `${locale}${hostility.pick(pages)}?${hostility.query(PARAMS)}`;
    });
    expect(await listFaults(paths, judgePage)).toEqual([]);
  });

  test("in place of a name gets a 404, or a page of ours", { timeout: 300_000 }, async () => {
    const folders = [
      "/games/",
      "/genres/",
      "/tags/",
      "/publishers/",
      "/bundles/",
      "/orders/",
      "/es/games/",
      "/media/",
      "/",
    ];
    const paths = folders.flatMap((folder) => Hostility.listValues().map((value) => folder + value));
    expect(await listFaults(paths, judgePage)).toEqual([]);
  });

  test("gets an answer of the API's one shape", { timeout: 300_000 }, async () => {
    const hostility = new Hostility(SEED + 2);
    const routes = [
      "/api/games",
      "/api/catalogue/facets",
      "/api/search/suggest",
      "/api/cart",
      "/api/wishlist",
      "/api/orders",
    ];
    const nested = slugs.flatMap((slug) => [`/api/games/${slug}`, `/api/games/${slug}/reviews`]);
    const paths = Array.from(
      { length: ROUNDS },
      () => `${hostility.pick([...routes, ...nested])}?${hostility.query(PARAMS)}`,
    );
    expect(await listFaults(paths, judgeApi)).toEqual([]);
  });
});

describe("any body", () => {
  test("is taken or refused by the API, in its one shape", { timeout: 300_000 }, async () => {
    const hostility = new Hostility(SEED + 3);
    const routes = ["/api/cart/items", "/api/wishlist/items", "/api/orders", "/api/auth/register", "/api/age"];
    const bodies = ["", "{", "null", "[[[[", '"\\ud800"', "\u0000", `{"gameId":"${"x".repeat(70_000)}"}`];
    const sent = Array.from({ length: ROUNDS }, () =>
      hostility.pick([() => hostility.pick(bodies), () => JSON.stringify(hostility.body())])(),
    );
    const faults = await listFaults(sent, (body) => {
      const method = hostility.pick(["POST", "PUT", "PATCH", "DELETE"]);
      const path = method === "PUT" ? "/api/preferences" : hostility.pick(routes);
      return method === "POST" || method === "PUT"
        ? judgeApi(path, { method, body, headers: { "content-type": "application/json" } })
        : judgeApi(`/api/cart/items/${hostility.value()}`, { method });
    });
    expect(faults).toEqual([]);
  });
});
