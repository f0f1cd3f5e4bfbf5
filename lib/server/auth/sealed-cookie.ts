import { z } from "zod";
import { type Purpose, seal, unseal } from "../sealing";
import { isSecureSite } from "./session-token";

/** A cookie that only we can read and make, and that is worth something for some minutes. */
export type SealedCookie<Content> = {
  name: string;
  /** The `Set-Cookie` header that keeps it, out of the reach of scripts. */
  keep(content: Content, now?: Date): string;
  /** The `Set-Cookie` header that takes it away. */
  drop(): string;
  /** What a cookie's value says; null where it is none of ours or too old. */
  read(value: string | undefined, now?: Date): Content | null;
};

/** Declares a cookie of a purpose of its own. */
export function sealedCookie<Content>(declared: {
  name: string;
  purpose: Purpose;
  minutes: number;
  content: z.ZodType<Content>;
}): SealedCookie<Content> {
  const { name, purpose, minutes } = declared;
  const schema = z.object({ content: declared.content, expiresAt: z.number() });
  const toHeader = (value: string, maxAge: number) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isSecureSite() ? "; Secure" : ""}`;
  return {
    name,
    keep(content, now = new Date()) {
      const expiresAt = now.getTime() + minutes * 60_000;
      return toHeader(seal(purpose, JSON.stringify({ content, expiresAt })), minutes * 60);
    },
    drop: () => toHeader("", 0),
    read(value, now = new Date()) {
      const text = value && unseal(purpose, value);
      const found = text ? schema.parse(JSON.parse(text)) : null;
      return found && found.expiresAt > now.getTime() ? found.content : null;
    },
  };
}
