import { verify } from "@node-rs/argon2";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { DEMO_LOGINS } from "@/lib/shared/demo-logins";
import { findLoaded, loadWorld } from "./load-world";

const day = "2026-11-22";
const scale = 0.02;

async function count(url: string, from: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${from}`);
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}

describe("loadWorld", () => {
  const test = useTestDatabase();

  it("leaves nothing behind when its connection is killed in the middle, and loads whole the next time", async () => {
    const killer = new pg.Client({ connectionString: test.url });
    await killer.connect();
    let killing: Promise<unknown> | undefined;
    const killed = loadWorld({
      databaseUrl: test.url,
      day,
      scale,
      onProgress: (_step, done) => {
        if (done !== 6 || killing) return;
        killing = killer.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
        );
      },
    });
    await expect(killed).rejects.toThrow("The demo world could not be loaded");
    await killing;
    await killer.end();
    expect(await findLoaded(test.url)).toBeNull();
    for (const table of ["users", "games", "orders", "order_items", "genres"])
      expect(await count(test.url, table)).toBe(0);

    const result = await loadWorld({ databaseUrl: test.url, day, scale });
    expect(result).toMatchObject({ isNew: true, day, games: 134 });
    expect(await count(test.url, "orders")).toBe(result.orders);
    expect(await count(test.url, "order_items")).toBe(result.orderItems);
    expect(await count(test.url, "reviews")).toBe(result.reviews);
  });

  it("changes nothing the second time, nor when two come at once", async () => {
    const before = await count(test.url, "order_items");
    const [first, second] = await Promise.all([
      loadWorld({ databaseUrl: test.url, day, scale }),
      loadWorld({ databaseUrl: test.url, day: "2027-01-01", scale }),
    ]);
    expect([first.isNew, second.isNew, second.day]).toEqual([false, false, day]);
    expect(await count(test.url, "order_items")).toBe(before);
    expect(await count(test.url, "audit_log WHERE action = 'demo.seeded'")).toBe(1);
  });

  it("refers only to rows that are there, though the references were not checked while loading", async () => {
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    const { rows } = await client.query<{ child: string; parent: string; columns: string[]; targets: string[] }>(`
      SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent,
        (SELECT array_agg(attname::text ORDER BY place) FROM unnest(conkey) WITH ORDINALITY AS keys(num, place)
          JOIN pg_attribute ON attrelid = conrelid AND attnum = num) AS columns,
        (SELECT array_agg(attname::text ORDER BY place) FROM unnest(confkey) WITH ORDINALITY AS keys(num, place)
          JOIN pg_attribute ON attrelid = confrelid AND attnum = num) AS targets
      FROM pg_constraint WHERE contype = 'f'`);
    expect(rows.length).toBeGreaterThan(30);
    for (const { child, parent, columns, targets } of rows) {
      const join = columns.map((column, index) => `p.${targets[index]} = c.${column}`).join(" AND ");
      const set = columns.map((column) => `c.${column} IS NOT NULL`).join(" AND ");
      const lost = await client.query(
        `SELECT 1 FROM ${child} c LEFT JOIN ${parent} p ON ${join} WHERE ${set} AND p.${targets[0]} IS NULL LIMIT 1`,
      );
      expect(lost.rowCount, `${child} to ${parent}`).toBe(0);
    }
    await client.end();
  });

  it("keeps money, libraries and ratings in step", async () => {
    expect(
      await count(
        test.url,
        "orders o WHERE total_cents <> (SELECT sum(unit_price_cents * quantity) FROM order_items i WHERE i.order_id = o.id)",
      ),
    ).toBe(0);
    expect(
      await count(
        test.url,
        "orders o WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.status = 'succeeded' AND p.amount_cents = o.total_cents)",
      ),
    ).toBe(0);
    expect(
      await count(
        test.url,
        "order_items i WHERE NOT EXISTS (SELECT 1 FROM entitlements e WHERE e.order_item_id = i.id) AND NOT EXISTS (SELECT 1 FROM licence_keys k WHERE k.order_item_id = i.id)",
      ),
    ).toBe(0);
    expect(
      await count(
        test.url,
        "refunds r JOIN entitlements e ON e.order_item_id = r.order_item_id WHERE e.revoked_at IS NULL",
      ),
    ).toBe(0);
    expect(
      await count(
        test.url,
        "orders WHERE status <> 'paid' AND NOT EXISTS (SELECT 1 FROM refunds WHERE order_id = orders.id)",
      ),
    ).toBe(0);
    expect(
      await count(
        test.url,
        "games g WHERE review_count <> (SELECT count(*) FROM reviews r WHERE r.game_id = g.id AND r.status = 'visible')",
      ),
    ).toBe(0);
    expect(
      await count(
        test.url,
        "reviews r WHERE NOT EXISTS (SELECT 1 FROM entitlements e WHERE e.user_id = r.user_id AND e.game_id = r.game_id)",
      ),
    ).toBe(0);
    expect(
      await count(
        test.url,
        "wishlist_items w JOIN entitlements e USING (user_id, game_id) WHERE w.removed_at IS NULL OR w.added_at >= e.granted_at",
      ),
    ).toBe(0);
    expect(await count(test.url, "wishlist_items WHERE removed_at IS NULL")).toBeGreaterThan(100);
    // One game has shown nothing yet, and six have a trailer.
    expect(await count(test.url, "media")).toBe(133 * 5 + 6);
  });

  it("has reviews with votes, second thoughts, replies, and a handful for staff to decide about", async () => {
    const votes = "(SELECT count(*) FILTER (WHERE is_helpful) FROM review_votes v WHERE v.review_id = r.id)";
    expect(await count(test.url, `reviews r WHERE helpful_count <> ${votes}`)).toBe(0);
    for (const table of ["review_votes", "review_reports"]) {
      expect(await count(test.url, `${table} t JOIN reviews r ON r.id = t.review_id AND r.user_id = t.user_id`)).toBe(
        0,
      );
    }
    expect(
      await count(
        test.url,
        "reviews r WHERE (edited_at IS NULL) <> NOT EXISTS (SELECT FROM review_revisions h WHERE h.review_id = r.id)",
      ),
    ).toBe(0);
    const publisher = "SELECT g.publisher_id FROM reviews r JOIN games g ON g.id = r.game_id WHERE r.id = a.review_id";
    expect(await count(test.url, `review_replies a WHERE publisher_id <> (${publisher})`)).toBe(0);
    expect(await count(test.url, "reviews WHERE locale = 'es'")).toBeGreaterThan(5);
    expect(await count(test.url, "reviews WHERE status = 'held'")).toBe(4);
    expect(await count(test.url, "reviews WHERE status = 'hidden'")).toBe(1);
    expect(await count(test.url, "(SELECT DISTINCT review_id FROM review_reports) reported")).toBe(4);
  });

  it("is paid in five currencies, at the price table's prices of the day, and counts in the games' own", async () => {
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    const { rows } = await client.query<{ currency: string; share: number }>(
      "SELECT currency::text, count(*)::float8 / sum(count(*)) OVER () AS share FROM orders GROUP BY 1",
    );
    await client.end();
    expect(rows.map(({ currency }) => currency).toSorted()).toEqual(["BRL", "EUR", "GBP", "JPY", "USD"]);
    expect(rows.find(({ currency }) => currency === "USD")?.share).toBeGreaterThan(0.75);
    const item = "order_items i JOIN orders o ON o.id = i.order_id";
    expect(await count(test.url, `${item} WHERE (o.currency = 'USD') <> (i.unit_base_cents IS NULL)`)).toBe(0);
    expect(await count(test.url, "payments p JOIN orders o ON o.id = p.order_id WHERE p.currency <> o.currency")).toBe(
      0,
    );
    const ofTheDay = `(SELECT h.price_cents FROM price_history h WHERE h.game_id = i.game_id AND h.currency = o.currency
      AND h.valid_from <= (o.placed_at AT TIME ZONE 'UTC')::date ORDER BY h.valid_from DESC LIMIT 1)`;
    expect(await count(test.url, `${item} WHERE i.list_price_cents IS DISTINCT FROM ${ofTheDay}`)).toBe(0);
    expect(
      await count(
        test.url,
        "refunds r JOIN order_items i ON i.id = r.order_item_id WHERE r.amount_cents <> i.unit_price_cents",
      ),
    ).toBe(0);
  });

  it("has what a game page can show: bundles, accessibility, a game without a price, files to download", async () => {
    expect(await count(test.url, "bundles WHERE status = 'published'")).toBe(7);
    expect(
      await count(
        test.url,
        "bundle_games b LEFT JOIN game_prices p ON p.game_id = b.game_id AND p.currency = 'USD' WHERE coalesce(p.price_cents, 0) = 0",
      ),
    ).toBe(0);
    expect(await count(test.url, "accessibility_features")).toBe(15);
    expect(await count(test.url, "game_accessibility")).toBeGreaterThan(134 * 4);
    expect(await count(test.url, "games g WHERE NOT EXISTS (SELECT FROM game_prices p WHERE p.game_id = g.id)")).toBe(
      1,
    );
    expect(await count(test.url, "builds WHERE (storage_key IS NULL) <> (sha256 IS NULL)")).toBe(0);
    const shopper = await test.db.user.findUniqueOrThrow({
      where: { email: "shopper@kratos.test" },
      include: { entitlements: { include: { game: { include: { builds: true } } } } },
    });
    const files = shopper.entitlements.flatMap(({ game }) => game.builds);
    expect(files.length).toBeGreaterThan(0);
    expect(files.every(({ storageKey }) => storageKey !== null)).toBe(true);
  });

  it("lets the shop go on with numbers of its own", async () => {
    const user = await test.db.user.findUniqueOrThrow({ where: { email: "shopper@kratos.test" } });
    const order = await test.db.order.create({
      data: { userId: user.id, currency: "USD", totalCents: 0, idempotencyKey: "next", requestHash: "next" },
    });
    expect(Number(order.number)).toBe(await count(test.url, "orders"));
  });

  it("has the four sign-ins, a shopper with few games and an empty cart, a publisher whose games sell", async () => {
    for (const login of DEMO_LOGINS) {
      const user = await test.db.user.findUniqueOrThrow({
        where: { email: login.email },
        include: { entitlements: true, memberships: true, cart: true },
      });
      expect(user.role).toBe(login.role);
      expect(user.passwordHash).toMatch(/^\$argon2id\$/);
      expect(await verify(user.passwordHash ?? "", login.password)).toBe(true);
      if (login.role === "shopper") expect(user.entitlements.length).toBeLessThan(20);
      if (login.role === "publisher") {
        const houses = user.memberships.map((membership) => membership.publisherId);
        expect(houses).toHaveLength(1);
        expect(await test.db.game.count({ where: { publisherId: houses[0] } })).toBeGreaterThanOrEqual(4);
        expect(await test.db.orderItem.count({ where: { game: { publisherId: houses[0] } } })).toBeGreaterThan(100);
      }
      expect(user.cart).toBeNull();
    }
    expect(await count(test.url, "users WHERE password_hash IS NOT NULL")).toBe(DEMO_LOGINS.length);
  });
});
