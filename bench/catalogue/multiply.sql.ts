/**
 * Statements that make a shop of `$1` games out of an imported Steam catalogue: each imported game again and again with a
 * word of another title and, every third time, a publisher of its own; popularity by the number of reviews, prices in
 * five currencies, a sale, languages, accessibility features and covers. Everything follows from hashes: two runs make
 * the same shop.
 */
const HASH = "abs(hashtextextended(%s, 7))";

function hashOf(expression: string): string {
  return HASH.replace("%s", expression);
}

const NUMBERED = `
  create temporary table numbered as
  select row_number() over (order by source_id::int) - 1 as n, count(*) over () as total, g.* from games g`;

const COPIES = `
  create temporary table copies as
  select gen_random_uuid() as id, base.id as base_id, k, base.slug || '-v' || k as slug,
    base.title || ' ' || coalesce(nullif(split_part(other.title, ' ', 2), ''), other.title) as title,
    case when k % 3 = 0 then base.publisher_id else other.publisher_id end as publisher_id,
    other.developer, base.review_count, base.positive_count, base.release_date, base.minimum_age
  from numbered base
  cross join generate_series(1, ceil($1::numeric / base.total)::int) as k
  join numbered other on other.n = (${hashOf("base.slug || k")} % base.total)
  order by k, base.n
  limit greatest(0, $1::int - (select count(*) from games))`;

const GAMES = `
  insert into games (id, slug, title, status, publisher_id, developer, release_date, minimum_age, review_count, positive_count)
  select id, slug, title, 'published', publisher_id, developer, release_date, minimum_age,
    review_count / (k + 1), positive_count / (k + 1)
  from copies`;

function copyLinks(table: string, columns: string): string {
  return `insert into ${table} (game_id, ${columns}) select c.id, ${columns} from ${table} l join copies c on c.base_id = l.game_id`;
}

const FACTS = `
  update games g set currency = 'USD',
    popularity = (power(g.review_count, 0.8) / 4)::int + (${hashOf("g.slug")} % 7)::int,
    release_date = g.release_date + (current_date - date '2019-04-01'),
    rating_average = case when g.review_count > 0 then round(1 + 4.0 * g.positive_count / g.review_count, 2) end,
    short_description = 'A game of ' || lower(split_part(one.title, ' ', 1)) || ' and '
      || lower(split_part(two.title, ' ', 1)) || ' and what comes after, played alone or with friends.'
  from games own
  cross join (select count(*) as total from numbered) counted
  join numbered one on one.n = ${hashOf("own.slug || 'a'")} % counted.total
  join numbered two on two.n = ${hashOf("own.slug || 'b'")} % counted.total
  where own.id = g.id  `;

const PRICES = [
  "update game_prices set currency = 'USD'",
  `insert into game_prices (game_id, currency, price_cents)
   select p.game_id, x.currency, round(p.price_cents * x.rate)::int from game_prices p
   cross join (values ('EUR', .95), ('GBP', .8), ('JPY', 1.5), ('BRL', 4.9)) as x(currency, rate)`,
];

const SALES = [
  `insert into promotions (name, status, starts_at, ends_at)
   select 'Sale ' || n, 'published', now() - interval '1 day' + n * interval '1 hour', now() + interval '3 days' + n * interval '1 hour'
   from generate_series(1, 40) n`,
  `insert into promotion_games (promotion_id, game_id, discount_percent)
   select p.id, g.id, 10 + 5 * (${hashOf("g.slug || p.name")} % 16)::int
   from games g join promotions p on p.name = 'Sale ' || (1 + ${hashOf("g.slug || 's'")} % 40)
   where ${hashOf("g.slug || 'd'")} % 16 = 0`,
];

const WORDS = [
  `insert into languages (code, name) values ('en', 'English'), ('es', 'Spanish'), ('de', 'German'), ('fr', 'French'),
   ('it', 'Italian'), ('ja', 'Japanese'), ('ko', 'Korean'), ('pl', 'Polish'), ('pt-BR', 'Portuguese'), ('zh-Hans', 'Chinese')
   on conflict do nothing`,
  `insert into game_languages (game_id, language_code) select g.id, l.code from games g join languages l
   on l.code = 'en' or ${hashOf("g.slug || l.code")} % 5 = 0`,
  `insert into accessibility_features (slug, name, area) select 'feature-' || n, 'Feature ' || n, 'vision'
   from generate_series(1, 12) n on conflict do nothing`,
  `insert into game_accessibility (game_id, feature_id) select g.id, f.id from games g join accessibility_features f
   on ${hashOf("g.slug || f.slug")} % 6 = 0`,
  `insert into media (game_id, kind, storage_key, alt, width, height)
   select id, 'cover', 'kratos/media/' || slug || '/cover.webp', 'Cover of ' || title, 600, 800 from games`,
];

/** The statements in their order. */
export const MULTIPLY_STEPS: readonly string[] = [
  "set local kratos.search = 'later'",
  NUMBERED,
  "create unique index on numbered (n)",
  "analyze numbered",
  COPIES,
  GAMES,
  copyLinks("game_genres", "genre_id"),
  copyLinks("game_categories", "category_id"),
  copyLinks("game_tags", "tag_id, weight"),
  copyLinks("game_platforms", "platform_id"),
  copyLinks("game_prices", "currency, price_cents"),
  FACTS,
  ...PRICES,
  ...SALES,
  ...WORDS,
  "select refresh_game_search((select array_agg(id) from games))",
];
