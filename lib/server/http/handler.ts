import { z } from "zod";
import { say } from "@/lib/shared/say";
import { getDb } from "../db";
import { AppError, nameFields } from "../errors";
import { createSayer, toRequestLocale } from "../i18n/translate";
import { log } from "../log";
import { deliverSoon } from "../mail/deliver";
import { type Access, type ActorOf, authorise } from "./access";
import { MAX_BODY_BYTES, readJson } from "./body";
import { consumeRateLimit, type RateLimit, RateLimitError, toClientIp, toClientNetwork } from "./rate-limit";

type Schema = z.ZodType | undefined;
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** What a route handler declares; parsing, access, errors and the answer's shape follow from it. */
type Declaration<A extends Access, P extends Schema, Q extends Schema, B extends Schema, O extends Schema> = {
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  /** Everything that leaves goes through it; without it the answer is empty (204). */
  output?: O;
  status?: number;
  maxBodyBytes?: number;
  /** How often one account, or one network address where nobody is signed in, may call with valid input. */
  rateLimit?: RateLimit;
  /** Mail that it queued is sent at once, beside the answer. */
  sendsMail?: boolean;
  headers?: HeadersInit;
};

type Context<A extends Access, P extends Schema, Q extends Schema, B extends Schema> = {
  actor: ActorOf<A>;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  request: Request;
  db: ReturnType<typeof getDb>;
};

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

function parse<S extends Schema>(
  schema: S | undefined,
  input: unknown,
  code: "invalid_input" | "not_found",
): Parsed<S> {
  if (!schema) return undefined as Parsed<S>;
  const result = schema.safeParse(input);
  if (result.success) return result.data as Parsed<S>;
  if (code === "not_found") throw new AppError("not_found", say("errors.nothingHere"));
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".") || "(root)"] ??= issue.message;
  throw new AppError("invalid_input", nameFields(fields), { fields });
}

function toQuery(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

/** The answer to a failure: an AppError as it says, anything else as `internal`, logged and hidden; in the caller's language. */
export async function toErrorResponse(error: unknown, request: Request): Promise<Response> {
  const known = error instanceof AppError ? error : new AppError("internal", say("errors.internal"));
  if (known.status >= 500) {
    const path = new URL(request.url).pathname;
    log.error({ err: error, method: request.method, path }, "request.failed");
  }
  const headers = new Headers({ "cache-control": "no-store" });
  if (known instanceof RateLimitError) headers.set("retry-after", String(known.retryAfterSeconds));
  const speak = await createSayer(toRequestLocale(request));
  return Response.json(known.toBody(speak), { status: known.status, headers });
}

/** Makes a route handler of a declaration and the use case it runs. */
export function handler<
  const A extends Access,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  O extends Schema = undefined,
>(
  declaration: Declaration<A, P, Q, B, O>,
  run: (context: Context<A, P, Q, B>) => Promise<O extends z.ZodType ? z.input<O> | Response : undefined | Response>,
): RouteHandler {
  return async (request, route) => {
    try {
      const actor = await authorise(declaration.access, request);
      const params = parse<P>(declaration.params, await route.params, "not_found");
      const query = parse<Q>(declaration.query, toQuery(request), "invalid_input");
      const json = declaration.body && (await readJson(request, declaration.maxBodyBytes ?? MAX_BODY_BYTES));
      const body = parse<B>(declaration.body, json, "invalid_input");
      if (declaration.rateLimit) {
        await consumeRateLimit(declaration.rateLimit, actor?.userId ?? toClientNetwork(toClientIp(request.headers)));
      }
      const result = await run({ actor, params, query, body, request, db: getDb() });
      if (declaration.sendsMail) deliverSoon();
      if (result instanceof Response) return result;
      const headers = { "cache-control": "no-store", ...declaration.headers };
      if (!declaration.output) return new Response(null, { status: declaration.status ?? 204, headers });
      return Response.json(declaration.output.parse(result), { status: declaration.status ?? 200, headers });
    } catch (error) {
      return toErrorResponse(error, request);
    }
  };
}

/** Parameters of a route below `[slug]`. */
export const slugParamsSchema = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(200),
});
