import { GET, POST } from "./[...nextauth]/route";
import { POST as REGISTER } from "./register/route";

/** The password of everybody who registers here. */
export const PASSWORD = "a few random words";

/** Name of the cookie that says who is signed in. */
export const SESSION_COOKIE = "next-auth.session-token";

let addresses = 0;

/** A browser: keeps cookies, and calls the routes of sign-in as its pages do. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #ip: string;

  constructor() {
    addresses += 1;
    this.#ip = `198.51.100.${addresses}`;
  }

  async send(path: string, init: { body?: unknown; method?: string; headers?: Record<string, string> } = {}) {
    const method = init.method ?? (init.body === undefined ? "GET" : "POST");
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, host: "localhost:3000", "x-forwarded-for": this.#ip, ...init.headers };
    const request = new Request(`http://localhost:3000/api/auth/${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(init.body !== undefined && { body: typeof init.body === "string" ? init.body : JSON.stringify(init.body) }),
    });
    const nextauth = path.split("?")[0]?.split("/") ?? [];
    const route = path === "register" ? REGISTER : method === "GET" ? GET : POST;
    const response = await route(request, { params: Promise.resolve({ nextauth }) });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }

  #keep(line: string) {
    const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/) ?? [];
    if (value && !/max-age=0/i.test(line)) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }

  async submit(path: string, fields: Record<string, string> = {}) {
    const { body } = await this.send("csrf");
    return this.send(path, { body: { ...fields, csrfToken: body.csrfToken, json: "true" } });
  }

  register(email: string) {
    return this.send("register", { body: { name: "Ada", email, password: PASSWORD } });
  }

  signIn(email: string, secret = PASSWORD) {
    return this.submit("callback/credentials", { email, password: secret });
  }
}

/** A browser of somebody who has just registered and signed in. */
export async function signedIn(email: string): Promise<Browser> {
  const browser = new Browser();
  await browser.register(email);
  const { status } = await browser.signIn(email);
  if (status !== 200) throw new Error(`signing in answered ${status}`);
  return browser;
}
