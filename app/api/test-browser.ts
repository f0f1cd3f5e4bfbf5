import { encode } from "next-auth/jwt";
import { getDb } from "@/lib/server/db";
import { getSecret } from "@/lib/server/env";

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Init = {
  method?: string;
  body?: unknown;
  params?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
};

/** What a route answered; the body as JSON where there is one. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into the body by what it expects there
type Answer = { status: number; headers: Headers; setCookie: string[]; body: any };

/** A request that changes something. */
export const sending = (method: "POST" | "PATCH" | "PUT" | "DELETE", init: Omit<Init, "method"> = {}): Init => ({
  method,
  ...init,
});

/** A browser for tests of route handlers: it keeps the cookies it is given. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();

  async send(
    route: Route,
    { method = "GET", body, params = {}, query = "", headers = {} }: Init = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request(`http://localhost/api${query}`, {
      method,
      headers: { cookie, ...headers },
      ...(body !== undefined && { body: body instanceof URLSearchParams ? String(body) : JSON.stringify(body) }),
    });
    const response = await route(request, { params: Promise.resolve(params) });
    const setCookie = response.headers.getSetCookie();
    for (const line of setCookie) this.#keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, setCookie, body: text ? JSON.parse(text) : null };
  }

  #keep(line: string) {
    const [name = "", value = ""] = line.split(";")[0]?.split("=") ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Signs a user in, by a session of its own. */
  async signIn({ userId }: { userId: string }): Promise<this> {
    const expiresAt = new Date(Date.now() + 3_600_000);
    const { id } = await getDb().session.create({ data: { userId, expiresAt } });
    this.cookies.set(
      "next-auth.session-token",
      await encode({ token: { sid: id }, secret: getSecret("NEXTAUTH_SECRET") }),
    );
    return this;
  }
}
