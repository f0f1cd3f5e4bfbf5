import { toClientIp } from "../http/rate-limit";

/** Where a request comes from: kept with sessions and security events. */
export type Caller = { ip: string; userAgent: string | null };

const MAX_USER_AGENT = 300;

/** Who sent a request, as far as its headers tell. */
export function toCaller(request: Request): Caller {
  const userAgent = request.headers.get("user-agent")?.slice(0, MAX_USER_AGENT) ?? null;
  return { ip: toClientIp(request.headers), userAgent };
}
