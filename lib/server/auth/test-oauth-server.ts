import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** Who signs in at the provider's. */
export type TestIdentity = { id: string; name: string; email: string | null; isEmailVerified: boolean };

/** Both providers on one port: Google's OpenID Connect, and GitHub as an Enterprise server has it. */
export type TestOauthServer = {
  url: string;
  env: Record<string, string>;
  /** Who gives their consent from now on; null refuses it. */
  identity: TestIdentity | null;
  stop(): Promise<void>;
};

type Grant = { identity: TestIdentity; challenge: string | null; nonce: string | null; clientId: string };
type Reply = { status?: number; headers?: Record<string, string>; body?: unknown };

const encode = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString("base64url");

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

class Provider {
  readonly #keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly #grants = new Map<string, Grant>();
  readonly #tokens = new Map<string, TestIdentity>();
  identity: TestIdentity | null = null;
  url = "";

  /** The page on which one gives consent: sends the browser back at once. */
  #authorize(query: URLSearchParams): Reply {
    const back = new URL(query.get("redirect_uri") ?? "");
    back.searchParams.set("state", query.get("state") ?? "");
    if (this.identity) {
      const code = randomUUID();
      const [challenge, nonce] = [query.get("code_challenge"), query.get("nonce")];
      this.#grants.set(code, { identity: this.identity, challenge, nonce, clientId: query.get("client_id") ?? "" });
      back.searchParams.set("code", code);
    } else back.searchParams.set("error", "access_denied");
    return { status: 302, headers: { location: back.href } };
  }

  /** Exchanges a code for tokens, once, and only for who can show the verifier of its challenge. */
  #token(form: URLSearchParams, isOpenid: boolean): Reply {
    const code = form.get("code") ?? "";
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const verifier = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || (grant.challenge && grant.challenge !== verifier)) {
      return { status: 400, body: { error: "invalid_grant" } };
    }
    const token = randomUUID();
    this.#tokens.set(token, grant.identity);
    const idToken = isOpenid ? { id_token: this.#toIdToken(grant) } : {};
    return { body: { access_token: token, token_type: "bearer", ...idToken } };
  }

  #toIdToken({ identity, nonce, clientId }: Grant): string {
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: this.url,
      aud: clientId,
      sub: identity.id,
      iat: now,
      exp: now + 300,
      ...(nonce && { nonce }),
      name: identity.name,
      email: identity.email,
      email_verified: identity.isEmailVerified,
    };
    const text = `${encode({ alg: "RS256", kid: "test" })}.${encode(claims)}`;
    return `${text}.${encode(sign("sha256", Buffer.from(text), this.#keys.privateKey))}`;
  }

  #githubUser(request: IncomingMessage): Reply {
    const identity = this.#tokens.get(request.headers.authorization?.split(" ")[1] ?? "");
    if (!identity) return { status: 401, body: { message: "Bad credentials" } };
    const { id, name, email, isEmailVerified: verified } = identity;
    if (!request.url?.endsWith("/emails")) return { body: { id, login: name.toLowerCase(), name, email: null } };
    const spare = { email: "spare@example.com", primary: false, verified: true };
    return { body: email ? [spare, { email, primary: true, verified }] : [] };
  }

  async answer(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? "/", this.url);
    if (pathname === "/.well-known/openid-configuration") return { body: this.#describe() };
    if (pathname === "/jwks") {
      return { body: { keys: [{ ...this.#keys.publicKey.export({ format: "jwk" }), kid: "test", alg: "RS256" }] } };
    }
    if (pathname.endsWith("/authorize")) return this.#authorize(searchParams);
    if (pathname === "/token") return this.#token(await readForm(request), true);
    if (pathname === "/login/oauth/access_token") return this.#token(await readForm(request), false);
    if (pathname.startsWith("/api/v3/user")) return this.#githubUser(request);
    return { status: 404, body: {} };
  }

  #describe() {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }
}

/** Starts both providers on a free port; `env` are the settings that send the shop there. */
export async function startTestOauthServer(port = 0): Promise<TestOauthServer> {
  const provider = new Provider();
  const server = createServer(async (request, response) => {
    const { status = 200, headers = {}, body } = await provider.answer(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body === undefined ? "" : JSON.stringify(body));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { url } = provider;
  const keys = { CLIENT_ID: "shop", CLIENT_SECRET: "secret" };
  const env = {
    ...Object.fromEntries(
      ["GOOGLE", "GITHUB"].flatMap((name) => Object.entries(keys).map(([key, value]) => [`${name}_${key}`, value])),
    ),
    GOOGLE_ISSUER_URL: url,
    GITHUB_URL: url,
  };
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return Object.assign(provider, { env, stop });
}
