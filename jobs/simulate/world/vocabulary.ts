import { splitList } from "./concept";

/** Turns a name into the form used in URLs. */
export function toSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/ø/g, "o")
    .replace(/&/g, " and ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Platforms that games run on. */
export const PLATFORMS = [
  { slug: "windows", name: "Windows" },
  { slug: "macos", name: "macOS" },
  { slug: "linux", name: "Linux" },
  { slug: "steam-deck", name: "Steam Deck" },
] as const;

export type PlatformSlug = (typeof PLATFORMS)[number]["slug"];

/** Languages by BCP 47 code, most often supported first. */
export const LANGUAGES = [
  { code: "en", name: "English" },
  { code: "de", name: "German" },
  { code: "fr", name: "French" },
  { code: "es", name: "Spanish" },
  { code: "ja", name: "Japanese" },
  { code: "zh-Hans", name: "Simplified Chinese" },
  { code: "pt-BR", name: "Portuguese (Brazil)" },
  { code: "it", name: "Italian" },
  { code: "ko", name: "Korean" },
  { code: "pl", name: "Polish" },
  { code: "uk", name: "Ukrainian" },
  { code: "tr", name: "Turkish" },
  { code: "zh-Hant", name: "Traditional Chinese" },
  { code: "nl", name: "Dutch" },
] as const;

const DESCRIPTORS: Readonly<Record<string, string>> = {
  Gore: "Strong violence",
  Horror: "Fear",
  "Folk Horror": "Fear",
  Psychological: "Fear",
  Gambling: "Simulated gambling",
  Shooter: "Violence",
  Military: "Violence",
  War: "Violence",
  Swordplay: "Violence",
  "Souls-like": "Violence",
  "Hack and Slash": "Violence",
  "Dark Humor": "Bad language",
  Noir: "Alcohol references",
};

/** What an age board would print for a game with these authored tags. */
export function listDescriptors(tags: string, hasPurchases: boolean): string[] {
  const found = splitList(tags).flatMap((tag) => DESCRIPTORS[tag] ?? []);
  return [...new Set([...found, ...(hasPurchases ? ["In-game purchases"] : [])])];
}
