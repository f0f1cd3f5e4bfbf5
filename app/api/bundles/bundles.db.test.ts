import { expect, test } from "vitest";
import { sending, TestBrowser } from "@/app/api/test-browser";
import { useTestDatabase } from "@/jobs/local/test-database";
import { CART_LIMIT } from "@/lib/server/guests/limits";
import { consumeRateLimit } from "@/lib/server/http/rate-limit";
import { createShop } from "@/lib/server/orders/shop-fixture";
import { POST as addBundle } from "./[slug]/cart/route";

const database = useTestDatabase();

test("a bundle comes into a guest's cart whole, as often as carts may change", async () => {
  const shop = createShop(database.db);
  const games = [await shop.createGame(), await shop.createGame()];
  const { slug } = await shop.createBundle(
    games.map(({ id }) => id),
    20,
  );
  const request = sending("POST", { params: { slug } });
  const added = await new TestBrowser().send(addBundle, request);
  expect(added.status).toBe(201);
  expect(added.body.lines).toMatchObject(games.map(({ id }) => ({ gameId: id, bundle: { slug, percent: 20 } })));
  expect(added.setCookie.join()).toMatch(/^kratos_guest=/);
  expect((await new TestBrowser().send(addBundle, sending("POST", { params: { slug: "none" } }))).status).toBe(404);

  const { points } = CART_LIMIT;
  await Promise.all(Array.from({ length: points }, () => consumeRateLimit(CART_LIMIT, "203.0.113.8")));
  const headers = { "x-forwarded-for": "203.0.113.8" };
  const refused = await new TestBrowser().send(addBundle, { ...request, headers });
  expect([refused.status, refused.setCookie]).toEqual([429, []]);
});
