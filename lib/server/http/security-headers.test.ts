import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { proxy } from "@/proxy";
import { NONCE_HEADER, PATH_HEADER, pageContentPolicy, securityHeaders } from "./security-headers";

function toDirectives(policy: string): Map<string, string[]> {
  return new Map(policy.split("; ").map((directive) => [directive.split(" ")[0] ?? "", directive.split(" ").slice(1)]));
}

describe("the page's content policy", () => {
  const production = toDirectives(pageContentPolicy("n0nce", { isHttps: true, isDevelopment: false }));

  it("runs scripts by nonce only, without eval or inline", () => {
    expect(production.get("script-src")).toEqual(["'nonce-n0nce'", "'strict-dynamic'"]);
    expect(production.get("style-src")).toEqual(["'self'", "'nonce-n0nce'"]);
  });

  it.each(["object-src", "base-uri", "frame-ancestors"])("allows nothing for %s", (name) => {
    expect(production.get(name)).toEqual(["'none'"]);
  });

  it("loads pictures and data from this site only", () => {
    expect(production.get("img-src")).toEqual(["'self'", "data:", "blob:"]);
    expect(production.get("connect-src")).toEqual(["'self'"]);
  });

  it("asks for https only where the site has it", () => {
    const plain = { isHttps: false, isDevelopment: false };
    expect(production.has("upgrade-insecure-requests")).toBe(true);
    expect(pageContentPolicy("n", plain)).not.toContain("upgrade-insecure-requests");
    expect(securityHeaders(plain)).not.toHaveProperty("strict-transport-security");
    expect(securityHeaders({ isHttps: true })["strict-transport-security"]).toMatch(/max-age=\d{8}/);
  });
});

describe("the proxy", () => {
  afterEach(() => vi.unstubAllEnvs());
  const visit = (path: string) => proxy(new NextRequest(`http://shop.test${path}`));

  it("gives every request a nonce of its own, the same in the policy and to the page", () => {
    const [first, second] = [visit("/games?q=a"), visit("/games?q=a")];
    const nonce = first.headers.get(`x-middleware-request-${NONCE_HEADER}`);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(first.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(second.headers.get("content-security-policy")).not.toContain(`'nonce-${nonce}'`);
    expect(first.headers.get(`x-middleware-request-${PATH_HEADER}`)).toBe("/games?q=a");
  });

  it("overrides a path or nonce that the caller made up", () => {
    const headers = { [PATH_HEADER]: "/forged", [NONCE_HEADER]: "forged" };
    const response = proxy(new NextRequest("http://shop.test/games", { headers }));
    expect(response.headers.get(`x-middleware-request-${PATH_HEADER}`)).toBe("/games");
    expect(response.headers.get(`x-middleware-request-${NONCE_HEADER}`)).not.toBe("forged");
  });

  it("lets data run nothing, and sets the other headers there too", () => {
    for (const path of ["/api/games", "/media/cover.webp"]) {
      const { headers } = visit(path);
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    }
  });

  it("allows eval in development only", () => {
    expect(visit("/").headers.get("content-security-policy")).not.toContain("unsafe-eval");
    vi.stubEnv("NODE_ENV", "development");
    expect(visit("/").headers.get("content-security-policy")).toContain("'unsafe-eval'");
  });
});
