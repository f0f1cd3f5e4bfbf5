import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { z } from "zod";
import { linkedProviderSchema } from "@/lib/shared/account";
import { SECOND_STEP_PATH } from "@/lib/shared/auth";
import { toCallbackPath } from "@/lib/shared/callback-path";
import { isLocale, LOCALE_COOKIE } from "@/lib/shared/locale";
import { say } from "@/lib/shared/say";
import { checkFreshness } from "../account/proof";
import { getDb } from "../db";
import { AppError } from "../errors";
import { checkSameOrigin } from "../http/access";
import { MAX_BODY_BYTES, readJson, readText } from "../http/body";
import { toErrorResponse } from "../http/handler";
import { toRequestLocale } from "../i18n/translate";
import { deliverSoon } from "../mail/deliver";
import { AnswerRecorder } from "./answer-recorder";
import type { AuthExchange } from "./auth-exchange";
import { toCaller } from "./caller";
import { linkCookie } from "./link-intent";
import { createAuthOptions } from "./next-auth-options";
import { findActorOfRequest } from "./queries";
import { callbackCookieName, readCookie, readSessionId, sessionCookieName } from "./session-token";
import { readTicket, ticketCookie } from "./sign-in-ticket";

/** What next-auth may be asked; its log collector is not among them: anybody could write to our log through it. */
const ACTIONS = new Set(["callback", "csrf", "error", "providers", "session", "signin", "signout"]);

type RouteContext = { params: Promise<{ nextauth: string[] }> };

type Fields = Record<string, string> | undefined;

/** next-auth takes every field for a text, and fails where it is none. */
const fieldsSchema = z.record(z.string(), z.string()).optional();

async function readBody(request: Request): Promise<Fields> {
  if (request.method !== "POST") return undefined;
  if (request.headers.get("content-type")?.includes("application/json")) {
    const fields = fieldsSchema.safeParse(await readJson(request, MAX_BODY_BYTES));
    if (fields.success) return fields.data;
    throw new AppError("invalid_input", say("errors.fieldNoText"));
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

/** next-auth fails on an address to go to that is none; what is one, its `redirect` keeps to this site. */
function dropBadAddress(fields: Record<string, string>, name: string): Record<string, string> {
  const { [name]: address, ...others } = fields;
  if (address === undefined) return fields;
  const isPath = address.startsWith("/") && URL.canParse(address, "https://this-site.invalid");
  return isPath || (/^https?:/.test(address) && URL.canParse(address)) ? fields : others;
}

async function openExchange(request: Request, cookies: Record<string, string>): Promise<AuthExchange> {
  const db = getDb();
  const { [callbackCookieName()]: callbackUrl = "/", [linkCookie.name]: link, [ticketCookie.name]: ticket } = cookies;
  const { [LOCALE_COOKIE]: chosenLocale } = cookies;
  const { pathname, search } = URL.canParse(callbackUrl) ? new URL(callbackUrl) : { pathname: "/", search: "" };
  return {
    caller: toCaller(request),
    db,
    oldSessionId: await readSessionId(cookies[sessionCookieName()]),
    ticket: await readTicket(ticket, db),
    linkIntent: linkCookie.read(link),
    callbackPath: toCallbackPath(`${pathname}${search}`),
    // The way back from a provider is no page's request: it asks for the browser's languages, not for the page's.
    locale: isLocale(chosenLocale) ? chosenLocale : toRequestLocale(request),
  };
}

/**
 * A sign-in at a provider begins: it is remembered whether it is to link an identity, and to which account. An identity
 * is a way in for good, which somebody at a browser left open must not add.
 */
async function noteIntent(request: Request, provider: string | undefined, body: Fields): Promise<string> {
  if (body?.intent !== "link") return linkCookie.drop();
  const actor = await findActorOfRequest(request);
  const known = linkedProviderSchema.safeParse(provider);
  if (!actor || !known.success) throw new AppError("unauthenticated", say("errors.signInFirst"));
  await checkFreshness(actor, { db: getDb() });
  return linkCookie.keep({ userId: actor.userId, sessionId: actor.sessionId, provider: known.data });
}

/** Adds to next-auth's answer what it does not know of: second steps and links. */
function finish(answer: AnswerRecorder, exchange: AuthExchange, action: string): void {
  if (exchange.secondStepOf) {
    answer.addCookie(ticketCookie.keep(exchange.secondStepOf));
    if (!answer.getHeader("location")) answer.status(200).json({ url: SECOND_STEP_PATH, isCodeNeeded: true });
  }
  if (exchange.isTicketUsed) answer.addCookie(ticketCookie.drop());
  if (exchange.linkIntent && action === "callback") {
    answer.addCookie(linkCookie.drop());
    if (!exchange.isLinkDone && answer.getHeader("location")) {
      answer.setHeader("location", "/account/security?link=failed");
    }
  }
}

async function run(request: Request, segments: string[]): Promise<Response> {
  const [action, provider] = segments;
  if (!action || !ACTIONS.has(action)) throw new AppError("not_found", say("errors.nothingHere"));
  checkSameOrigin(request);
  const { headers, url, method } = request;
  const body = await readBody(request);
  const cookies = dropBadAddress(toCookies(headers.get("cookie")), callbackCookieName());
  const exchange = await openExchange(request, cookies);
  const parameters = dropBadAddress(Object.fromEntries(new URL(url).searchParams), "callbackUrl");
  const query = { ...parameters, nextauth: segments };
  const incoming = { method, query, body, cookies, headers: Object.fromEntries(headers) };
  const answer = new AnswerRecorder();
  if (action === "signin" && method === "POST") answer.addCookie(await noteIntent(request, provider, body));
  // next-auth's Node handler uses exactly these parts of the two, and needs no framework around it.
  await NextAuth(
    incoming as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
    createAuthOptions(exchange),
  );
  if (exchange.failure) throw exchange.failure;
  if (answer.isStale) throw new AppError("forbidden", say("errors.formStale"));
  if (answer.isUnknown) throw new AppError("not_found", say("errors.nothingHere"));
  finish(answer, exchange, action);
  if (action === "callback") deliverSoon();
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
