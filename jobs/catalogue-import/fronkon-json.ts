import { createReadStream } from "node:fs";
import chain from "stream-chain";
import { parser } from "stream-json";
import { streamObject } from "stream-json/streamers/stream-object.js";
import { z } from "zod";
import { type ImportRow, toImportRow } from "./imported-game";

const listSchema = z.union([z.array(z.string()), z.record(z.string(), z.unknown()).transform(() => [])]).default([]);

/** The fields that are read of an entry; the rest of it is passed over. */
const entrySchema = z.object({
  name: z.string(),
  release_date: z.string().default(""),
  required_age: z.coerce.number().default(0),
  price: z.number().default(0),
  short_description: z.string().default(""),
  about_the_game: z.string().default(""),
  detailed_description: z.string().default(""),
  header_image: z.string().default(""),
  screenshots: listSchema,
  windows: z.boolean().default(true),
  mac: z.boolean().default(false),
  linux: z.boolean().default(false),
  developers: listSchema,
  publishers: listSchema,
  categories: listSchema,
  genres: listSchema,
  tags: z.union([z.record(z.string(), z.number()), z.array(z.string())]).default([]),
  positive: z.number().default(0),
  negative: z.number().default(0),
});

type Entry = z.infer<typeof entrySchema>;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `Oct 21, 2008` or `2008-10-21` to `2008-10-21`; an empty text is null; anything else is left for the schema to refuse. */
export function toReleaseDay(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed) return null;
  const match = /^([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4})$/.exec(trimmed);
  if (!match) return trimmed;
  const month = MONTHS.indexOf((match[1] ?? "").toLowerCase()) + 1;
  return `${match[3]}-${String(month).padStart(2, "0")}-${(match[2] ?? "").padStart(2, "0")}`;
}

function toTags(tags: Entry["tags"]): { name: string; weight: number }[] {
  if (Array.isArray(tags)) return tags.map((name, position) => ({ name, weight: tags.length - position }));
  return Object.entries(tags).map(([name, votes]) => ({ name, weight: Math.max(1, Math.round(votes)) }));
}

function unique(names: string[]): string[] {
  return [...new Set(names.map((name) => name.trim()))].filter(Boolean);
}

function toCandidate(appId: string, entry: Entry): unknown {
  const developers = unique(entry.developers);
  const platforms = { windows: entry.windows, macos: entry.mac, linux: entry.linux };
  return {
    source: "steam",
    sourceId: appId,
    title: entry.name,
    developer: developers.join(", "),
    publisher: unique(entry.publishers)[0] ?? developers[0] ?? "Unknown publisher",
    releaseDate: toReleaseDay(entry.release_date),
    minimumAge: Math.min(entry.required_age, 21),
    currency: "USD",
    priceCents: Math.round(entry.price * 100),
    positiveCount: entry.positive,
    negativeCount: entry.negative,
    shortDescription: entry.short_description,
    description: entry.about_the_game || entry.detailed_description,
    genres: unique(entry.genres),
    categories: unique(entry.categories),
    tags: toTags(entry.tags),
    platforms: Object.entries(platforms).flatMap(([name, runs]) => (runs ? [name] : [])),
    coverUrl: entry.header_image || null,
    screenshotUrls: unique(entry.screenshots).slice(0, 50),
  };
}

/** Reads the FronkonGames JSON (an object keyed by app id, prices in USD), an entry at a time. Throws where it is not JSON. */
export async function* readFronkonJson(file: string): AsyncGenerator<ImportRow> {
  const entries = chain([createReadStream(file), parser(), streamObject()]);
  let ordinal = 0;
  for await (const { key, value } of entries as AsyncIterable<{ key: string; value: unknown }>) {
    ordinal += 1;
    const place = `entry ${ordinal} ("${key}")`;
    const entry = entrySchema.safeParse(value);
    if (entry.success) yield toImportRow(place, toCandidate(key, entry.data));
    else yield { place, problem: entry.error.issues.map((i) => `${i.path.join(".")} ${i.message}`).join("; ") };
  }
}
