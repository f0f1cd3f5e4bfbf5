import { expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "../auth/actor";
import { exportAccount } from "./export";
import { EXPORT_SECTIONS } from "./export-sections";
import { createShopper, turnTwoFactorOn } from "./test-account";

const database = useTestDatabase();

async function read(actor: Actor): Promise<{ text: string; data: Record<string, unknown[]> }> {
  let text = "";
  for await (const piece of exportAccount(actor, database.db)) text += piece;
  return { text, data: JSON.parse(text) };
}

async function createGames(count: number): Promise<string[]> {
  const publisher = await database.db.publisher.create({ data: { slug: "one", name: "One" } });
  const games = await database.db.game.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      slug: `game-${index}`,
      title: `Game "${index}" \u2028 </script>`,
      publisherId: publisher.id,
      developer: "d",
      status: "published" as const,
    })),
  });
  return games.map(({ id }) => id);
}

it("holds all that the shop knows of its owner, of any length, and nothing of others'", async () => {
  const [ada, eve] = [await createShopper(database.db), await createShopper(database.db, "Eve")];
  const gameIds = await createGames(450);
  for (const { userId } of [ada, eve]) {
    await database.db.wishlistItem.createMany({ data: gameIds.map((gameId) => ({ userId, gameId, note: userId })) });
  }
  await database.db.order.create({
    data: {
      userId: ada.userId,
      status: "paid",
      paidAt: new Date(),
      currency: "USD",
      totalCents: 100,
      idempotencyKey: "key",
      requestHash: "x",
      items: { create: { gameId: gameIds[0] ?? "", listPriceCents: 100, unitPriceCents: 100 } },
    },
  });
  const { text, data } = await read(ada);
  expect(data).toMatchObject({
    profile: { email: ada.email },
    orders: [{ totalCents: 100, items: [{ quantity: 1 }] }],
  });
  expect(data.wishlist).toHaveLength(450);
  expect(data.activity?.length).toBeGreaterThan(0);
  expect(data.mails?.length).toBeGreaterThan(0);
  expect(Object.keys(data).sort()).toEqual(
    ["exportedAt", "profile", ...EXPORT_SECTIONS.map(({ name }) => name)].sort(),
  );
  expect(data.mailLinks).toMatchObject([{ kind: "verify_email", email: ada.email, usedAt: null }]);
  expect(text).not.toContain(eve.userId);
  expect(text).not.toContain(eve.email);
});

it("holds no secret: neither the password nor what makes codes, nor links of mails", async () => {
  const ada = await createShopper(database.db);
  const { secret, codes } = await turnTwoFactorOn(database.db, ada);
  const { text, data } = await read(ada);
  expect(data.profile).toMatchObject({ twoFactor: { enabledAt: expect.any(String) } });
  for (const word of ["argon2", secret, "token", "hash", ...codes]) expect(text.toLowerCase()).not.toContain(word);
});

it("says the same of nobody's data when there is little", async () => {
  const user = await database.db.user.create({ data: { email: "empty@example.com", name: "Empty" } });
  const actor = { userId: user.id } as Actor;
  const { data } = await read(actor);
  for (const { name } of EXPORT_SECTIONS) expect(data[name]).toEqual([]);
});
