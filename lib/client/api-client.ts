import type { z } from "zod";
import { type ErrorCode, errorBodySchema } from "@/lib/shared/errors";
import { say } from "@/lib/shared/say";

/** Beside the server's codes: no answer came, none came in time, the caller gave up, or it has a shape nobody promised. */
export type ClientErrorCode = ErrorCode | "network" | "timeout" | "aborted" | "bad_answer";

/** A request that failed; `message` is fit to be shown. */
export class ApiError extends Error {
  readonly code: ClientErrorCode;
  readonly fields: Record<string, string> | undefined;

  constructor(
    code: ClientErrorCode,
    message: string,
    options: { cause?: unknown; fields?: Record<string, string> } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ApiError";
    this.code = code;
    this.fields = options.fields;
  }
}

export const DEFAULT_TIMEOUT_MS = 15_000;

type Call<Output extends z.ZodType | undefined> = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  /** Shape of the answer; without it the answer's body is not read. */
  output?: Output;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Lets a write finish when its page is left before the answer came; its body must stay below 64 KB. */
  outlivesPage?: boolean;
};

type Answer<Output> = Output extends z.ZodType ? z.output<Output> : undefined;

function toTransportError(cause: unknown, caller: AbortSignal | undefined): ApiError {
  if (caller?.aborted) return new ApiError("aborted", say("errors.aborted"), { cause });
  if (cause instanceof DOMException && cause.name === "TimeoutError") {
    return new ApiError("timeout", say("errors.timeout"), { cause });
  }
  return new ApiError("network", say("errors.network"), { cause });
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (cause instanceof DOMException) throw cause;
    throw new ApiError("bad_answer", say("errors.badAnswer"), { cause });
  }
}

async function toServerError(response: Response): Promise<ApiError> {
  const body = errorBodySchema.safeParse(await readJson(response));
  if (!body.success) return new ApiError("bad_answer", say("errors.badAnswer"));
  const { code, message, fields } = body.data.error;
  return new ApiError(code, message, fields ? { fields } : {});
}

/** Asks for messages in the language of the page. */
function pageLanguage(): Record<string, string> {
  const language = typeof document === "undefined" ? "" : document.documentElement.lang;
  return language ? { "accept-language": language } : {};
}

async function exchange<Output extends z.ZodType | undefined>(
  path: string,
  call: Call<Output>,
  signal: AbortSignal,
): Promise<Answer<Output>> {
  const hasBody = call.body !== undefined;
  const response = await fetch(path, {
    method: call.method ?? "GET",
    headers: {
      accept: "application/json",
      ...pageLanguage(),
      ...(hasBody && { "content-type": "application/json" }),
      ...call.headers,
    },
    ...(hasBody && { body: JSON.stringify(call.body) }),
    credentials: "same-origin",
    keepalive: call.outlivesPage ?? false,
    signal,
  });
  if (!response.ok) throw await toServerError(response);
  if (!call.output) return undefined as Answer<Output>;
  const parsed = call.output.safeParse(await readJson(response));
  if (parsed.success) return parsed.data as Answer<Output>;
  throw new ApiError("bad_answer", say("errors.badAnswer"), { cause: parsed.error });
}

/** Calls our API: JSON there, checked JSON back, every failure an ApiError. */
export async function callApi<Output extends z.ZodType | undefined = undefined>(
  path: string,
  call: Call<Output> = {},
): Promise<Answer<Output>> {
  const timeout = AbortSignal.timeout(call.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
  try {
    return await exchange(path, call, signal);
  } catch (error) {
    throw error instanceof ApiError ? error : toTransportError(error, call.signal);
  }
}
