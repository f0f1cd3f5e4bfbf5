import type { ClientBase } from "pg";
import { ACCESSIBILITY_FEATURES } from "@/jobs/simulate/world/accessibility";
import { CATEGORIES } from "@/jobs/simulate/world/categories";
import type { World } from "@/jobs/simulate/world/game";
import { GENRES } from "@/jobs/simulate/world/genres";
import { LANGUAGES, PLATFORMS, toSlug } from "@/jobs/simulate/world/vocabulary";

type Term = { slug: string; name: string };

/** Adds the terms that are missing and returns the ids of all: an import may have made some of them before. */
async function upsertTerms(client: ClientBase, table: string, terms: readonly Term[]): Promise<Map<string, number>> {
  const sql = `
    INSERT INTO ${table} (slug, name) SELECT * FROM unnest($1::text[], $2::text[])
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id, slug`;
  const values = [terms.map((term) => term.slug), terms.map((term) => term.name)];
  const { rows } = await client.query<{ id: number; slug: string }>(sql, values);
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** Looks an id up that must be there. */
export function idOf(ids: ReadonlyMap<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`no row for ${slug}`);
  return id;
}

/** Ids of the words that games are sorted by. */
export type TermIds = Record<"genres" | "categories" | "tags" | "platforms" | "features", ReadonlyMap<string, number>>;

async function upsertFeatures(client: ClientBase): Promise<Map<string, number>> {
  const sql = `
    INSERT INTO accessibility_features (slug, name, area) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name, area = excluded.area RETURNING id, slug`;
  const columnOf = (key: "slug" | "name" | "area") => ACCESSIBILITY_FEATURES.map((feature) => feature[key]);
  const { rows } = await client.query<{ id: number; slug: string }>(sql, [
    columnOf("slug"),
    columnOf("name"),
    columnOf("area"),
  ]);
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** Makes sure that genres, categories, tags, platforms, accessibility features and languages are there. */
export async function loadTerms(client: ClientBase, { games }: World): Promise<TermIds> {
  const genres = await upsertTerms(client, "genres", GENRES);
  for (const { slug, description } of GENRES) {
    await client.query("UPDATE genres SET description = $2 WHERE slug = $1 AND description = ''", [slug, description]);
  }
  const tags = [...new Set(games.flatMap((game) => game.tags))].map((name) => ({ slug: toSlug(name), name }));
  const languages = [LANGUAGES.map((language) => language.code), LANGUAGES.map((language) => language.name)];
  await client.query(
    "INSERT INTO languages (code, name) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING",
    languages,
  );
  return {
    genres,
    categories: await upsertTerms(client, "categories", CATEGORIES),
    tags: await upsertTerms(client, "tags", tags),
    platforms: await upsertTerms(client, "platforms", PLATFORMS),
    features: await upsertFeatures(client),
  };
}
