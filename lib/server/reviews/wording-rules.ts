import type { HoldRule } from "@/lib/shared/review-moderation";
import { SLURS } from "./slurs";

const LINK = /\b(?:https?:\/\/|www\.)\S|\b[\w-]{2,}\.(?:com|net|org|io|gg|ru|xyz|shop|store|link)\b/iu;

const LETTERS_FOR_SIGNS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "@": "a",
  $: "s",
};

/** As many of one character in a row are no word any more. */
const LONGEST_RUN = 24;

/** From so many words on, one that makes up most of the text repeats itself. */
const FEWEST_WORDS = 12;
const MOST_OF_ONE_WORD = 0.5;

/** So many equal lines are a paste. */
const MOST_EQUAL_LINES = 5;

/** Words without accents, capitals and the signs that stand in for letters. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[0134@$]/gu, (sign) => LETTERS_FOR_SIGNS[sign] ?? sign);
}

function toWords(text: string): string[] {
  return foldWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function countMost(items: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function hasLongRun(text: string): boolean {
  let run = 0;
  let last = "";
  for (const character of text) {
    run = character === last ? run + 1 : 1;
    last = character;
    if (run >= LONGEST_RUN) return true;
  }
  return false;
}

function repeatsItself(text: string): boolean {
  if (hasLongRun(text)) return true;
  const words = toWords(text);
  if (words.length >= FEWEST_WORDS && countMost(words) > words.length * MOST_OF_ONE_WORD) return true;
  const lines = text.split("\n").map((line) => line.trim());
  return countMost(lines.filter((line) => line !== "")) >= MOST_EQUAL_LINES;
}

/** What about a text lets it wait for staff, the first that holds. */
const RULES: readonly { rule: HoldRule; isBroken: (text: string) => boolean }[] = [
  { rule: "slurs", isBroken: (text) => toWords(text).some((word) => SLURS.has(word)) },
  { rule: "links", isBroken: (text) => LINK.test(text) },
  { rule: "repeats", isBroken: repeatsItself },
];

/** The rule that a text breaks, or null. */
export function findBrokenRule(text: string): HoldRule | null {
  return RULES.find(({ isBroken }) => isBroken(text))?.rule ?? null;
}
