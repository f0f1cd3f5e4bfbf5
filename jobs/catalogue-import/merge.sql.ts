/**
 * The set-based statements that bring what was copied into `imported` (ordinal, source, source_id, hash, data as jsonb)
 * into the catalogue. `$1` is the day of the import. Only games that are new or changed are written.
 */
export const CREATE_IMPORTED = `
  create temporary table imported (
    ordinal int not null, source text not null, source_id text not null, slug text not null,
    publisher_slug text not null, hash text not null, data jsonb not null
  ) on commit drop`;

export const COPY_IMPORTED =
  "copy imported (ordinal, source, source_id, slug, publisher_slug, hash, data) from stdin with (format csv)";

const CHANGED = `
  create temporary table changed on commit drop as
  select i.*, g.id as game_id, g.id is null as is_new
  from imported i left join games g on g.source = i.source and g.source_id = i.source_id
  where g.source_hash is distinct from i.hash`;

const PUBLISHERS = `
  insert into publishers (slug, name)
  select distinct on (publisher_slug) publisher_slug, data->>'publisher' from changed order by publisher_slug, ordinal
  on conflict (slug) do nothing`;

const GAMES = `
  insert into games (slug, title, status, publisher_id, developer, short_description, description, release_date,
                     minimum_age, currency, review_count, positive_count, source, source_id, source_hash)
  select c.slug, data->>'title', 'published', p.id, data->>'developer', data->>'shortDescription', data->>'description',
         (data->>'releaseDate')::date, (data->>'minimumAge')::int, data->>'currency',
         (data->>'positiveCount')::int + (data->>'negativeCount')::int, (data->>'positiveCount')::int,
         c.source, c.source_id, c.hash
  from changed c join publishers p on p.slug = c.publisher_slug
  on conflict (source, source_id) do update set
    title = excluded.title, publisher_id = excluded.publisher_id, developer = excluded.developer,
    short_description = excluded.short_description, description = excluded.description,
    release_date = excluded.release_date, minimum_age = excluded.minimum_age, currency = excluded.currency,
    review_count = excluded.review_count, positive_count = excluded.positive_count,
    source_hash = excluded.source_hash, updated_at = now()`;

const GAME_IDS = `
  update changed c set game_id = g.id from games g where g.source = c.source and g.source_id = c.source_id`;

/** Adds the names that are not there yet and links the changed games to theirs, in place of what they were linked to. */
function linkNames(field: string, table: string, linkTable: string, idColumn: string): string[] {
  return [
    `create temporary table named on commit drop as
     select distinct on (c.game_id, import_slug(name)) c.game_id, import_slug(name) as slug, name
     from changed c, jsonb_array_elements_text(data->'${field}') as name order by c.game_id, import_slug(name)`,
    `insert into ${table} (slug, name) select distinct on (slug) slug, name from named order by slug, name
     on conflict (slug) do nothing`,
    `delete from ${linkTable} where game_id in (select game_id from changed)`,
    `insert into ${linkTable} (game_id, ${idColumn})
     select n.game_id, t.id from named n join ${table} t on t.slug = n.slug`,
    "drop table named",
  ];
}

const TAGS = [
  `create temporary table named on commit drop as
   select distinct on (c.game_id, import_slug(tag->>'name'))
          c.game_id, import_slug(tag->>'name') as slug, tag->>'name' as name, (tag->>'weight')::int as weight
   from changed c, jsonb_array_elements(data->'tags') as tag
   order by c.game_id, import_slug(tag->>'name'), (tag->>'weight')::int desc`,
  `insert into tags (slug, name) select distinct on (slug) slug, name from named order by slug, name
   on conflict (slug) do nothing`,
  "delete from game_tags where game_id in (select game_id from changed)",
  `insert into game_tags (game_id, tag_id, weight)
   select n.game_id, t.id, n.weight from named n join tags t on t.slug = n.slug`,
  "drop table named",
];

/** A price that differs from the last one known starts on the day of the import; a new game's on its release, if past. */
const PRICES = [
  `insert into price_history (game_id, currency, valid_from, price_cents)
   select c.game_id, data->>'currency',
          case when is_new then least($1::date, coalesce((data->>'releaseDate')::date, $1::date)) else $1::date end,
          (data->>'priceCents')::int
   from changed c
   left join game_prices p on p.game_id = c.game_id and p.currency = data->>'currency'
   where p.price_cents is distinct from (data->>'priceCents')::int
   on conflict (game_id, currency, valid_from) do update set price_cents = excluded.price_cents`,
  `insert into game_prices (game_id, currency, price_cents)
   select game_id, data->>'currency', (data->>'priceCents')::int from changed
   on conflict (game_id, currency) do update set price_cents = excluded.price_cents, updated_at = now()
   where game_prices.price_cents is distinct from excluded.price_cents`,
];

/** Pictures are only linked: the shop shows its own placeholder until somebody copies them into the bucket. */
const MEDIA = [
  `delete from media where storage_key is null and game_id in (select game_id from changed)`,
  `insert into media (game_id, kind, position, external_url, alt, width, height)
   select game_id, 'cover', 0, data->>'coverUrl', 'Cover of ' || (data->>'title'), 460, 215
   from changed where data->>'coverUrl' is not null
   on conflict (game_id, kind, position) do nothing`,
  `insert into media (game_id, kind, position, external_url, alt, width, height)
   select game_id, 'screenshot', s.position - 1, s.url, 'Screenshot ' || s.position || ' of ' || (data->>'title'), 1920, 1080
   from changed, jsonb_array_elements_text(data->'screenshotUrls') with ordinality as s(url, position)
   on conflict (game_id, kind, position) do nothing`,
];

/** A slug made in SQL as `toStableSlug` makes it; lives as long as the session. */
export const CREATE_SLUG_FUNCTION = `
  create or replace function pg_temp.import_slug(name text) returns text language sql immutable as $$
    select case when slug = '' then 'n-' || left(encode(sha256(convert_to(name, 'UTF8')), 'hex'), 12) else slug end
    from (select rtrim(left(btrim(regexp_replace(regexp_replace(lower(public.unaccent(name)),
      '[''’™®©]', '', 'g'), '[^a-z0-9]+', '-', 'g'), '-'), 120), '-') as slug) as made
  $$`;

/** What games are found by is worked out once, at the end, instead of after each of the statements. */
const FIND_LATER = "set local kratos.search = 'later'";
const FIND = "select refresh_game_search((select array_agg(game_id) from changed))";

const SQL_STEPS = [
  FIND_LATER,
  CHANGED,
  PUBLISHERS,
  GAMES,
  GAME_IDS,
  ...linkNames("genres", "genres", "game_genres", "genre_id"),
  ...linkNames("categories", "categories", "game_categories", "category_id"),
  ...linkNames("platforms", "platforms", "game_platforms", "platform_id"),
  ...TAGS,
  ...PRICES,
  ...MEDIA,
  FIND,
];

/** The statements in their order; those that name `$1` take the day of the import. */
export const MERGE_STEPS: readonly string[] = SQL_STEPS.map((sql) =>
  sql.replaceAll("import_slug(", "pg_temp.import_slug("),
);

export const COUNT_CHANGED = `
  select count(*) filter (where is_new)::int as created, count(*) filter (where not is_new)::int as updated from changed`;
