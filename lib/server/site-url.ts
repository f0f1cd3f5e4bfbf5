import { getEnv } from "./env";

/**
 * An address of the shop for those who are not in it, such as the readers of mail. It comes from the settings only: a
 * request's Host header is whatever its sender claims, and a reset link must not lead to another's site.
 */
export function toSiteUrl(path: string): string {
  const vercelHost = process.env.VERCEL_PROJECT_PRODUCTION_URL;
  const base = getEnv().NEXTAUTH_URL ?? (vercelHost ? `https://${vercelHost}` : "http://localhost:3000");
  return new URL(path, base).href;
}
