import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { z } from "zod";
import { getDb } from "../db";
import { AppError } from "../errors";
import { checkSameOrigin } from "../http/access";
import { MAX_BODY_BYTES, readJson, readText } from "../http/body";
import { toErrorResponse } from "../http/handler";
import { toClientIp } from "../http/rate-limit";
import { type AuthExchange, createAuthOptions } from "./next-auth-options";
import { readCookie, readSessionId, sessionCookieName } from "./session-token";

/** What next-auth may be asked; its log collector is not among them: anybody could write to our log through it. */
const ACTIONS = new Set(["callback", "csrf", "error", "providers", "session", "signin", "signout"]);

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** Takes next-auth's answer in its Node form and makes a web Response of it. */
class AnswerRecorder {
  #status = 200;
  #headers = new Map<string, string | string[]>();
  #body: string | null = null;

  status(status: number): this {
    this.#status = status;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(body: unknown): void {
    this.setHeader("content-type", "application/json");
    this.#body = JSON.stringify(body);
  }

  send(body: unknown): void {
    if (typeof body === "object" && body !== null) this.json(body);
    else this.#body = body === undefined || body === null ? null : String(body);
  }

  end(): void {}

  /** next-auth answers a missing or wrong CSRF token to a script with status 200 and the address of a page of its own. */
  get isStale(): boolean {
    return this.#body?.includes("?csrf=true") ?? false;
  }

  toResponse(): Response {
    const headers = new Headers({ "cache-control": "no-store" });
    for (const [name, value] of this.#headers) {
      if (typeof value === "string") headers.set(name, value);
      else for (const one of value) headers.append(name, one);
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}

/** next-auth takes every field for a text, and fails where it is none. */
const fieldsSchema = z.record(z.string(), z.string()).optional();

async function readBody(request: Request): Promise<Record<string, string> | undefined> {
  if (request.method !== "POST") return undefined;
  if (request.headers.get("content-type")?.includes("application/json")) {
    const fields = fieldsSchema.safeParse(await readJson(request, MAX_BODY_BYTES));
    if (fields.success) return fields.data;
    throw new AppError("invalid_input", "Every field must be a text");
  }
  return Object.fromEntries(new URLSearchParams(await readText(request, MAX_BODY_BYTES)));
}

function toCookies(header: string | null): Record<string, string> {
  const names = (header ?? "").split(";").map((pair) => pair.split("=")[0]?.trim() ?? "");
  const values = names.filter(Boolean).map((name) => [name, decodeCookie(readCookie(header, name) ?? "")]);
  return Object.fromEntries(values);
}

/** next-auth writes its cookies percent-encoded; a cookie of somebody else's that is not stays as it is. */
function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

async function run(request: Request, segments: string[]): Promise<Response> {
  const [action] = segments;
  if (!action || !ACTIONS.has(action)) throw new AppError("not_found", "There is nothing here");
  checkSameOrigin(request);
  const { headers, url, method } = request;
  const body = await readBody(request);
  const cookies = headers.get("cookie");
  const exchange: AuthExchange = {
    caller: { ip: toClientIp(headers), userAgent: headers.get("user-agent") },
    db: getDb(),
    oldSessionId: await readSessionId(readCookie(cookies, sessionCookieName())),
  };
  const query = { ...Object.fromEntries(new URL(url).searchParams), nextauth: segments };
  const incoming = { method, query, body, cookies: toCookies(cookies), headers: Object.fromEntries(headers) };
  const answer = new AnswerRecorder();
  // next-auth's Node handler uses exactly these parts of the two, and needs no framework around it.
  await NextAuth(
    incoming as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
    createAuthOptions(exchange),
  );
  if (exchange.failure) throw exchange.failure;
  if (answer.isStale) throw new AppError("forbidden", "The form is out of date. Reload the page and try again");
  return answer.toResponse();
}

/** Answers next-auth's routes, with our limits on bodies and attempts and our shape of errors. */
export async function handleNextAuth(request: Request, context: RouteContext): Promise<Response> {
  try {
    return await run(request, (await context.params).nextauth);
  } catch (error) {
    return toErrorResponse(error, request);
  }
}
