import { z } from "zod";
import { GAME_SORTS, type GameSort } from "./game-sorts";
import { pageQuerySchema } from "./page";
import { say } from "./say";
import { MAX_SEARCH_LENGTH } from "./search-length";

/** Most values of one facet that can be chosen at once. */
const MAX_CHOICES = 20;

/** Facets whose values are rows of the store: slugs, and codes for languages. */
export const TERM_FACETS = ["genre", "category", "tag", "platform", "language", "accessibility", "publisher"] as const;

export type TermFacet = (typeof TERM_FACETS)[number];

/** How games are played, beside each other where several hold. */
export const PLAYER_MODES = ["single", "local-multiplayer", "online-multiplayer", "co-op"] as const;

const GAME_KINDS = ["base", "edition", "dlc"] as const;

/** `sale`: a promotion is in force; `free`: nothing to pay without one. */
export const OFFERS = ["sale", "free"] as const;

/** Within the last 7, 30 and 365 days, longer ago, and not out yet (without a date too). */
export const RELEASE_WINDOWS = ["week", "month", "year", "older", "upcoming"] as const;

/** Least stars of five that can be asked for. */
export const RATING_FLOORS = [4, 3, 2] as const;

/** Facets with values of their own; like those of rows they take several at once. */
export const FIXED_FACETS = {
  players: PLAYER_MODES,
  kind: GAME_KINDS,
  offer: OFFERS,
  release: RELEASE_WINDOWS,
} as const;

/** Facets that take several values: OR within one, AND across. */
export const CHOICE_FACETS = [...TERM_FACETS, "players", "kind", "offer", "release"] as const;

export type ChoiceFacet = (typeof CHOICE_FACETS)[number];

/** Text with whole characters only, without control characters, in one form; undefined where nothing is left. */
export const searchSchema = z
  .string()
  .max(MAX_SEARCH_LENGTH, say("errors.textTooLong", { max: MAX_SEARCH_LENGTH }))
  .refine((text) => !text.includes("\0"), say("errors.controlCharacters"))
  .transform((text) => text.toWellFormed().normalize("NFC").replaceAll(/\s+/g, " ").trim() || undefined);

/** Values joined by commas; each once and in order, so that one choice has one address. */
function choicesOf<Value extends string>(value: z.ZodType<Value, string>) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given, context): Value[] => {
      const texts = [...new Set([given].flat().flatMap((text) => text.split(",")))].filter(Boolean).toSorted();
      if (texts.length > MAX_CHOICES) context.addIssue(say("errors.tooManyChoices", { max: MAX_CHOICES }));
      return texts.slice(0, MAX_CHOICES).flatMap((text) => {
        const result = value.safeParse(text);
        // The field is named as it stands in the address, without the place within it.
        if (!result.success) context.addIssue(result.error.issues[0]?.message ?? "is not a value of this facet");
        return result.success ? [result.data] : [];
      });
    })
    .default([]);
}

const slugSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug, such as battle-royale");

const languageCodeSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language code, such as en");

/** An amount in minor units of the shopper's currency. */
const centsSchema = z.coerce
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number of minor units")
  .transform(Number);

/** What the catalogue can be asked for; everything stands in the address. */
export const gameQuerySchema = pageQuerySchema
  .extend({
    q: searchSchema.optional(),
    genre: choicesOf(slugSchema),
    category: choicesOf(slugSchema),
    tag: choicesOf(slugSchema),
    platform: choicesOf(slugSchema),
    language: choicesOf(languageCodeSchema),
    accessibility: choicesOf(slugSchema),
    publisher: choicesOf(slugSchema),
    players: choicesOf(z.enum(PLAYER_MODES)),
    kind: choicesOf(z.enum(GAME_KINDS)),
    offer: choicesOf(z.enum(OFFERS)),
    release: choicesOf(z.enum(RELEASE_WINDOWS)),
    rating: z.coerce.number().pipe(z.literal(RATING_FLOORS)).optional(),
    /** Least and most that a game may cost now, both included. */
    priceMinCents: centsSchema.optional(),
    priceMaxCents: centsSchema.optional(),
    sort: z.enum(GAME_SORTS).optional(),
    cursor: z.string().max(1000).optional(),
  })
  .refine(({ priceMinCents = 0, priceMaxCents = Number.POSITIVE_INFINITY }) => priceMinCents <= priceMaxCents, {
    path: ["priceMaxCents"],
    message: say("errors.priceRangeReversed"),
  });

export type GameQuery = z.output<typeof gameQuerySchema>;

/** What of a query chooses games, whatever their order and page. */
export type GameFilters = Omit<GameQuery, "sort" | "limit" | "cursor">;

/** The order of a query: what was asked for, else relevance for a search and popularity without one. */
export function resolveSort({ q, sort }: Pick<GameQuery, "q" | "sort">): GameSort {
  return sort ?? (q ? "relevance" : "popular");
}

/** The fields of an address that ask for the query, in one order; what is the default is left out. */
export function toGameParams(query: Partial<GameQuery>): Record<string, string> {
  const { q, sort, rating, priceMinCents, priceMaxCents, cursor } = query;
  const lists = CHOICE_FACETS.map((facet): [string, string] => [facet, (query[facet] ?? []).toSorted().join(",")]);
  const isDefaultSort = sort === undefined || sort === resolveSort({ q, sort: undefined });
  const fields: [string, string | number | undefined][] = [
    ["q", q],
    ...lists,
    ["rating", rating],
    ["priceMinCents", priceMinCents],
    ["priceMaxCents", priceMaxCents],
    ["sort", isDefaultSort ? undefined : sort],
    ["cursor", cursor],
  ];
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, String(value)]])),
  );
}
