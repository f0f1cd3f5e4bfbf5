import type { Random } from "@/jobs/simulate/random";

/** What clients ask for; each is measured by itself. */
export const KINDS = ["listing", "deep page", "text search", "faceted search", "suggestions"] as const;

export type Kind = (typeof KINDS)[number];

/** One question: the same to the shop and to the naive way. */
export type Question = { kind: Kind; query: string };

/** Words that questions are made of, the commonest first. */
export type Vocabulary = { genres: string[]; tags: string[]; platforms: string[]; words: string[] };

/** The share of questions of each kind and those before it. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ["listing", 0.35],
  ["deep page", 0.45],
  ["text search", 0.6],
  ["faceted search", 0.85],
  ["suggestions", 1],
];

const SORTS = ["popular", "popular", "popular", "newest", "price_asc", "price_desc", "rating", "title"];

/** One of the list, the first ones far more often: the n-th about 1/n as often as the first. */
function pickZipf(random: Random, list: readonly string[]): string {
  const place = Math.floor(list.length ** random.float()) - 1;
  return list[Math.min(list.length - 1, Math.max(0, place))] ?? "";
}

/** The word with two neighbouring letters in each other's place. */
function misspell(random: Random, word: string): string {
  const at = random.int(1, Math.max(1, word.length - 2));
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}

function addFilters(random: Random, words: Vocabulary, fields: URLSearchParams): void {
  if (random.chance(0.6)) fields.set("genre", pickZipf(random, words.genres));
  if (random.chance(0.4)) fields.set("tag", pickZipf(random, words.tags));
  if (random.chance(0.2)) fields.set("platform", pickZipf(random, words.platforms));
  if (random.chance(0.2)) fields.set("priceMaxCents", String(500 * random.int(1, 6)));
}

function addText(random: Random, words: Vocabulary, fields: URLSearchParams): void {
  const first = pickZipf(random, words.words);
  const given = random.chance(0.3) ? `${first} ${pickZipf(random, words.words)}` : first;
  fields.set("q", random.chance(0.1) && given.length > 4 ? misspell(random, given) : given);
}

/** The next question of a client. */
export function drawQuestion(random: Random, words: Vocabulary): Question {
  const draw = random.float();
  const kind = SHARES.find(([, share]) => draw < share)?.[0] ?? "listing";
  const fields = new URLSearchParams();
  if (kind === "suggestions") {
    const word = pickZipf(random, words.words);
    fields.set("q", word.slice(0, random.int(2, Math.max(2, word.length))));
    return { kind, query: fields.toString() };
  }
  if (kind === "text search") addText(random, words, fields);
  else addFilters(random, words, fields);
  if (kind === "faceted search" && random.chance(0.3)) addText(random, words, fields);
  if (kind === "listing" || kind === "deep page")
    fields.set("sort", SORTS[random.int(0, SORTS.length - 1)] ?? "popular");
  return { kind, query: fields.toString() };
}
