import Bowser from "bowser";
import type { SessionRow } from "@/lib/shared/account";

/** What a browser says of itself, in words that people know it by. */
export type Device = Pick<SessionRow, "browser" | "system" | "device">;

const KINDS: Partial<Record<string, SessionRow["device"]>> = { desktop: "desktop", mobile: "phone", tablet: "tablet" };

function toWords(...parts: (string | undefined)[]): string | null {
  return parts.filter(Boolean).join(" ").slice(0, 60) || null;
}

/** Names the browser, the system and the sort of device of a `User-Agent` header; it may say anything. */
export function describeDevice(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null, device: "other" };
  const { browser, os, platform } = Bowser.parse(userAgent);
  const version = browser.version?.split(".")[0];
  return {
    browser: browser.name ? toWords(browser.name, version) : null,
    // Without its version: browsers tell an old one, so as not to be recognised.
    system: toWords(os.name),
    device: KINDS[platform.type ?? ""] ?? "other",
  };
}
