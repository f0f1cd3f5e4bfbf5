import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { say } from "@/lib/shared/say";
import { getDb } from "../db";
import { AppError } from "../errors";

/** How often something may be done within a time, by each key. The name keeps the counters of limits apart. */
export type RateLimit = { name: string; points: number; durationSeconds: number };

/** Refuses because a limit is used up; `retryAfterSeconds` goes out as the Retry-After header. */
export class RateLimitError extends AppError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("rate_limited", say("errors.tooManyAttempts", { minutes: Math.ceil(retryAfterSeconds / 60) }));
    this.name = "RateLimitError";
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const limiters = new Map<string, RateLimiterPrisma>();

function limiterOf(limit: RateLimit): RateLimiterPrisma {
  const known = limiters.get(limit.name);
  if (known) return known;
  const limiter = new RateLimiterPrisma({
    storeClient: getDb(),
    tableName: "rateLimiterFlexible",
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.durationSeconds,
    clearExpiredByTimeout: limiters.size === 0,
  });
  limiters.set(limit.name, limiter);
  return limiter;
}

/** Counters are kept by digest, so that the table holds no addresses. */
function toCounterKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** Counts one use and refuses it with a RateLimitError when the limit is used up; parallel uses are all counted. */
export async function consumeRateLimit(limit: RateLimit, key: string): Promise<void> {
  try {
    await limiterOf(limit).consume(toCounterKey(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new RateLimitError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

/** Gives one use back: what was counted in advance turned out not to count. */
export async function giveBackRateLimit(limit: RateLimit, key: string): Promise<void> {
  await limiterOf(limit).reward(toCounterKey(key));
}

/** Forgets all uses of a key. */
export async function resetRateLimit(limit: RateLimit, key: string): Promise<void> {
  await limiterOf(limit).delete(toCounterKey(key));
}

/**
 * The address that a request came from: the last entry of X-Forwarded-For, which the nearest proxy wrote (Vercel,
 * nginx, or Next's own server for a direct connection). Earlier entries are whatever the caller claims.
 * A server on the open internet without a proxy in front would take the caller's word for the last entry too.
 */
export function toClientIp(headers: Headers): string {
  const entries = headers.get("x-forwarded-for")?.split(",") ?? [];
  return entries.at(-1)?.trim() || "unknown";
}

/**
 * The network that limits count an address under. Of IPv6 a provider gives each customer 2^64 addresses or more, which
 * begin alike: those 64 bits are the customer. An IPv4 address, also one written as IPv6, is one by itself.
 */
export function toClientNetwork(ip: string): string {
  if (!isIPv6(ip) || ip.includes(".")) return ip;
  const [head = [], tail = []] = ip.split("::").map((part) => part.split(":").filter(Boolean));
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
