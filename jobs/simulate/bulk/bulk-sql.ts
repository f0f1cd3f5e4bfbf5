/** Share of orders whose money goes back within two weeks, in thousandths, and of items that are reviewed. */
const REFUNDS = 15;
const REVIEWS = 21;

/** Tables from which the database makes orders and wishes by itself. */
export const BULK_TABLES = `
  CREATE UNLOGGED TABLE bulk_games (game int PRIMARY KEY, id uuid NOT NULL, quality float8 NOT NULL);
  CREATE UNLOGGED TABLE bulk_units (game int, day int, units int, list_cents int, percent int, cents int);
  CREATE UNLOGGED TABLE bulk_wishes (game int, day int, wishes int)`;

/** A number from 0 to below `below`, drawn by what it is of. */
const draw = (of: string, below: number) => `abs(hashint8extended((${of})::bigint, ${below})) % ${below}`;

const orderId = (number: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const userId = (number: string) => `('00000001-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** Shoppers; $1 is their number, $2 the day on which they joined. */
export const insertUsers = `
  INSERT INTO users (id, email, name, created_at, updated_at)
  SELECT ${userId("n")}, 'bulk.' || n || '@shoppers.kratos.test', 'Shopper ' || n, $2::date, $2::date
  FROM generate_series(0, $1::int - 1) AS n`;

/** One row a unit, in the order of its day and shuffled within it; four orders are made of five units. */
export const createItems = `
  CREATE UNLOGGED TABLE bulk_items AS
  SELECT game, day, list_cents, percent, cents, (row_number() OVER (ORDER BY day, shuffled) * 4 / 5)::bigint AS order_number
  FROM (
    SELECT u.*, hashint8extended((game::bigint * 1000 + day) * 100000 + n, 1) AS shuffled
    FROM bulk_units u CROSS JOIN LATERAL generate_series(1, units) AS n
  ) sold`;

/** One row an order: its day, its buyer, and whether and when money of it goes back. */
export const createOrders = (shoppers: number) => `
  CREATE UNLOGGED TABLE bulk_orders AS
  SELECT order_number, min(day) AS day, count(DISTINCT game) AS games, sum(cents)::int AS cents,
    ${draw("order_number", shoppers)} AS shopper, ${draw("order_number", 86_390)} AS second,
    ${draw("order_number", 1000)} < ${REFUNDS} AND sum(cents) > 0 AS is_refunded,
    1000 + ${draw("order_number", 1_123_200)} AS refunded_after
  FROM bulk_items GROUP BY order_number`;

/** Orders of the days from the second to the third value; the first is the opening day. */
export const insertOrders = `
  INSERT INTO orders (id, number, user_id, status, currency, total_cents, idempotency_key, request_hash, placed_at, paid_at)
  SELECT ${orderId("order_number")}, order_number + 1, ${userId("shopper")},
    CASE WHEN NOT is_refunded THEN 'paid' WHEN games = 1 THEN 'refunded' ELSE 'partially_refunded' END::order_status,
    'USD', cents, 'bulk-' || order_number, 'bulk', at, at + interval '2.4 seconds'
  FROM (
    SELECT *, ($1::date::timestamp AT TIME ZONE 'UTC') + make_interval(days => day, secs => second) AS at FROM bulk_orders
  ) o
  WHERE day BETWEEN $2::int AND $3::int ORDER BY order_number`;

/** Items of the orders of the days from the first to the second value; the same game twice is one item of two. */
export const insertItems = `
  INSERT INTO order_items (order_id, game_id, quantity, list_price_cents, discount_percent, unit_price_cents)
  SELECT ${orderId("i.order_number")}, g.id, count(*), max(i.list_cents), max(i.percent), max(i.cents)
  FROM bulk_items i JOIN bulk_games g ON g.game = i.game
  WHERE i.order_number BETWEEN
    (SELECT min(order_number) FROM bulk_orders WHERE day BETWEEN $1::int AND $2::int) AND
    (SELECT max(order_number) FROM bulk_orders WHERE day BETWEEN $1::int AND $2::int)
  GROUP BY i.order_number, g.id ORDER BY i.order_number`;

/** Refunds made on the days from the second to the third value; of a half of the orders the whole goes back. */
export const insertRefunds = `
  INSERT INTO refunds (order_id, order_item_id, amount_cents, reason, status, created_at)
  SELECT ${orderId("o.order_number")}, CASE WHEN o.order_number % 2 = 0 THEN item.id END,
    CASE WHEN o.order_number % 2 = 0 THEN item.quantity * item.unit_price_cents ELSE o.cents END, 'bulk', 'succeeded', o.at
  FROM (
    SELECT *, ($1::date::timestamp AT TIME ZONE 'UTC') + make_interval(days => day, secs => second + refunded_after) AS at
    FROM bulk_orders WHERE is_refunded AND day <= $3::int
  ) o
  CROSS JOIN LATERAL (
    SELECT id, quantity, unit_price_cents FROM order_items WHERE order_id = ${orderId("o.order_number")} ORDER BY id LIMIT 1
  ) item
  WHERE o.at >= ($1::date + $2::int)::timestamp AT TIME ZONE 'UTC'
    AND o.at < ($1::date + $3::int + 1)::timestamp AT TIME ZONE 'UTC'`;

/** Reviews of the days from the second to the third value by those who bought the games, in proportion to their quality. */
export const insertReviews = `
  INSERT INTO reviews (game_id, user_id, is_recommended, stars, body, created_at, updated_at)
  SELECT game_id, user_id, is_good, CASE WHEN is_good THEN 3 + drawn % 3 ELSE 1 + drawn % 2 END, 'bulk', at, at
  FROM (
    SELECT g.id AS game_id, ${userId("o.shopper")} AS user_id, ${draw("i.order_number * 7", 1000)} < g.quality * 1000 AS is_good,
      (${draw("i.order_number", 6)})::int AS drawn, ($1::date::timestamp AT TIME ZONE 'UTC')
        + make_interval(days => o.day + (${draw("i.order_number * 3", 45)})::int, secs => o.second) AS at
    FROM bulk_items i JOIN bulk_orders o USING (order_number) JOIN bulk_games g ON g.game = i.game
    WHERE ${draw("i.order_number * 5", 1000)} < ${REVIEWS} AND o.day <= $3::int
  ) written
  WHERE at >= ($1::date + $2::int)::timestamp AT TIME ZONE 'UTC' AND at < ($1::date + $3::int + 1)::timestamp AT TIME ZONE 'UTC'
  ON CONFLICT DO NOTHING`;

/** Wishes of the days from the second to the third value; the first is the opening day. */
export const insertWishes = (shoppers: number) => `
  INSERT INTO wishlist_items (user_id, game_id, added_at)
  SELECT ${userId(draw("w.game::bigint * 100000000 + w.day * 10000 + n", shoppers))}, g.id,
    ($1::date::timestamp AT TIME ZONE 'UTC') + make_interval(days => w.day, secs => (w.game * 37 + n * 613) % 86400)
  FROM bulk_wishes w JOIN bulk_games g ON g.game = w.game CROSS JOIN LATERAL generate_series(1, w.wishes) AS n
  WHERE w.day BETWEEN $2::int AND $3::int
  ON CONFLICT DO NOTHING`;

/** Orders to come get numbers after all that are planned. */
export const reserveNumbers = `
  SELECT setval(pg_get_serial_sequence('orders', 'number'), (SELECT max(order_number) + 1 FROM bulk_orders))`;
