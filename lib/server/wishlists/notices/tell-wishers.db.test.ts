import { beforeEach, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createDb } from "../../db";
import { createShop } from "../../orders/shop-fixture";
import { tellWishers, tellWishersWhenDue } from "./tell-wishers";

const database = useTestDatabase({ maxConnections: 20 });
const NOW = new Date("2026-11-20T12:00:00Z");
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
let shop: ReturnType<typeof createShop>;

beforeEach(async () => {
  shop = createShop(database.db);
  await database.db.mail.deleteMany();
  await database.db.wishNotice.deleteMany();
  await database.db.wishlistItem.deleteMany();
  await database.db.promotion.deleteMany();
  await database.db.chore.deleteMany();
});

type Wisher = {
  wants?: boolean;
  isVerified?: boolean;
  locale?: string;
  currency?: string;
  addedAt?: Date;
  removedAt?: Date | null;
};

/** A shopper who wished for the games a month ago and wants mail of both kinds. */
async function createWisher(gameIds: string[], wisher: Wisher = {}): Promise<{ userId: string }> {
  const { wants = true, isVerified = true, locale = "en", currency = null, addedAt = daysAgo(30) } = wisher;
  const { userId } = await shop.createUser();
  const emailVerifiedAt = isVerified ? daysAgo(40) : null;
  const data = { wantsPriceDrops: wants, wantsReleases: wants, emailVerifiedAt, locale, currency };
  await database.db.user.update({ where: { id: userId }, data });
  const removedAt = wisher.removedAt ?? null;
  await database.db.wishlistItem.createMany({
    data: gameIds.map((gameId, position) => ({ userId, gameId, position, addedAt, removedAt })),
  });
  return { userId };
}

async function startSale(percents: Record<string, number>, startsAt = daysAgo(1), status = "published" as const) {
  const games = Object.entries(percents).map(([gameId, discountPercent]) => ({ gameId, discountPercent }));
  const endsAt = new Date("2026-11-28T00:00:00Z");
  await database.db.promotion.create({
    data: { name: "Sale", status, startsAt, endsAt, games: { createMany: { data: games } } },
  });
}

const tell = (now = NOW) => tellWishers(database.db, now);
const listMails = () => database.db.mail.findMany({ orderBy: { createdAt: "asc" } });

describe("mail about a price drop", () => {
  test("names all games of a reader in one mail, in the reader's language and currency, with a way to end them", async () => {
    const [first, second] = [await shop.createGame({ title: "Ember Tide" }), await shop.createGame({ title: "Frost" })];
    await database.db.gamePrice.create({ data: { gameId: first.id, currency: "EUR", priceCents: 2000 } });
    await createWisher([first.id, second.id], { locale: "es", currency: "EUR" });
    await startSale({ [first.id]: 25, [second.id]: 50 });
    expect(await tell()).toBe(1);
    const [mail] = await listMails();
    expect(mail).toMatchObject({ kind: "wishlist.priceDrop", locale: "es", status: "queued" });
    expect(mail?.subject).toBe("2 juegos de tu lista de deseados han bajado de precio");
    expect(mail?.text.replaceAll(/\s/g, " ")).toContain("25 % de descuento: 15,00 € en vez de 20,00 €, hasta el 28 de");
    expect(mail?.text).toContain("Frost");
    expect(mail?.unsubscribeUrl).toMatch(/\/api\/mail\/unsubscribe\?token=/);
  });

  test("is sent once, however many processes look at once and however often", async () => {
    const game = await shop.createGame();
    for (let reader = 0; reader < 30; reader += 1) await createWisher([game.id]);
    await startSale({ [game.id]: 30 });
    const sessions = Array.from({ length: 6 }, () => createDb(database.url, { maxConnections: 2 }));
    const told = await Promise.all(sessions.map((db) => tellWishers(db, NOW)));
    await Promise.all(sessions.map((db) => db.$disconnect()));
    expect(told.reduce((sum, mails) => sum + mails, 0)).toBe(30);
    expect(await tell(new Date(NOW.getTime() + DAY_MS))).toBe(0);
    expect(new Set((await listMails()).map(({ userId }) => userId)).size).toBe(30);
    expect(await listMails()).toHaveLength(30);
  });

  test("goes on where a batch ends: more readers than one transaction takes are all told", async () => {
    const game = await shop.createGame();
    for (let reader = 0; reader < 105; reader += 1) await createWisher([game.id]);
    await startSale({ [game.id]: 30 });
    expect(await tell()).toBe(105);
    expect(await database.db.wishNotice.count()).toBe(105);
  });

  test("comes again for a deeper sale, and not for one that is no deeper", async () => {
    const game = await shop.createGame();
    await createWisher([game.id]);
    await startSale({ [game.id]: 30 }, daysAgo(2));
    expect(await tell()).toBe(1);
    await startSale({ [game.id]: 30 }, daysAgo(1));
    await startSale({ [game.id]: 20 }, daysAgo(1));
    expect(await tell()).toBe(0);
    await startSale({ [game.id]: 60 }, daysAgo(0.5));
    expect(await tell()).toBe(1);
    expect((await listMails()).at(-1)?.text).toContain("60 % off: $8.00 instead of $19.99");
  });

  test("tells of a list price that was cut, and not of one that was raised", async () => {
    const [cut, raised] = [await shop.createGame({ title: "Cut" }), await shop.createGame({ title: "Raised" })];
    await createWisher([cut.id, raised.id]);
    const prices = [
      { gameId: cut.id, validFrom: daysAgo(300), priceCents: 2999 },
      { gameId: cut.id, validFrom: new Date("2026-11-19"), priceCents: 1999 },
      { gameId: raised.id, validFrom: daysAgo(300), priceCents: 999 },
      { gameId: raised.id, validFrom: new Date("2026-11-19"), priceCents: 1999 },
    ];
    await database.db.priceHistory.createMany({ data: prices.map((price) => ({ ...price, currency: "USD" })) });
    expect(await tell()).toBe(1);
    const [mail] = await listMails();
    expect(mail?.text).toContain("Now $19.99");
    expect(mail?.text).not.toContain("Raised");
  });

  test.each<{ who: string; wisher: Wisher }>([
    { who: "opted out", wisher: { wants: false } },
    { who: "never showed that the address is theirs", wisher: { isVerified: false } },
    { who: "wished when the sale was on", wisher: { addedAt: daysAgo(0.5) } },
    { who: "withdrew the wish", wisher: { removedAt: daysAgo(2) } },
  ])("is not for who $who", async ({ wisher }) => {
    const game = await shop.createGame();
    await createWisher([game.id], wisher);
    await startSale({ [game.id]: 30 });
    expect(await tell()).toBe(0);
    expect(await database.db.wishNotice.count()).toBe(0);
  });

  test("is not for owners, closed accounts, games off sale, and sales that are old news or only drafts", async () => {
    const { db } = database;
    const [owned, delisted, old, game] = await Promise.all(Array.from({ length: 4 }, () => shop.createGame()));
    if (!owned || !delisted || !old || !game) throw new Error("four games");
    const { userId } = await createWisher([owned.id, delisted.id, old.id]);
    await db.entitlement.create({ data: { userId, gameId: owned.id, source: "gift" } });
    await db.game.update({ where: { id: delisted.id }, data: { status: "delisted" } });
    const closed = await createWisher([game.id]);
    await db.user.update({ where: { id: closed.userId }, data: { deletedAt: NOW } });
    await startSale({ [owned.id]: 30, [delisted.id]: 30, [game.id]: 30 });
    await startSale({ [old.id]: 30 }, daysAgo(4));
    expect(await tell()).toBe(0);
  });

  test("is neither sent nor counted as told where writing it fails", async () => {
    const game = await shop.createGame();
    await createWisher([game.id]);
    await startSale({ [game.id]: 30 });
    await database.db.$executeRaw`ALTER TABLE mails ADD CONSTRAINT full_disk CHECK (kind = '') NOT VALID`;
    await expect(tell()).rejects.toThrow();
    expect(await database.db.wishNotice.count()).toBe(0);
    await database.db.$executeRaw`ALTER TABLE mails DROP CONSTRAINT full_disk`;
    expect(await tell()).toBe(1);
  });
});

describe("mail about a release", () => {
  test("comes on the day, once, for a date that was announced or moved", async () => {
    const game = await shop.createGame({ title: "Skerry", releaseDate: new Date("2026-11-21") });
    await createWisher([game.id]);
    expect(await tell()).toBe(0);
    expect(await tell(new Date("2026-11-21T00:05:00Z"))).toBe(1);
    expect(await tell(new Date("2026-11-22T00:05:00Z"))).toBe(0);
    const [mail] = await listMails();
    expect(mail).toMatchObject({ kind: "wishlist.release", subject: "Skerry is out" });
    expect(mail?.text).toContain("Out now for $19.99");
  });

  test("and a sale from the first day are two mails, each ended by itself", async () => {
    const game = await shop.createGame({ releaseDate: new Date("2026-11-20") });
    const { userId } = await createWisher([game.id]);
    await startSale({ [game.id]: 10 }, new Date("2026-11-20T00:00:00Z"));
    expect(await tell()).toBe(2);
    await database.db.wishNotice.deleteMany();
    await database.db.user.update({ where: { id: userId }, data: { wantsPriceDrops: false } });
    expect(await tell()).toBe(1);
    expect((await listMails()).at(-1)?.kind).toBe("wishlist.release");
  });
});

test("the watch looks for news once in ten minutes, whoever looks", async () => {
  const game = await shop.createGame();
  await createWisher([game.id]);
  await tellWishersWhenDue(database.db, NOW);
  await startSale({ [game.id]: 30 });
  await Promise.all(Array.from({ length: 5 }, () => tellWishersWhenDue(database.db, new Date(NOW.getTime() + 60_000))));
  expect(await listMails()).toHaveLength(0);
  await Promise.all(
    Array.from({ length: 5 }, () => tellWishersWhenDue(database.db, new Date(NOW.getTime() + 600_000))),
  );
  expect(await listMails()).toHaveLength(1);
});

test("the watch leaves to its next look what it has no time for", async () => {
  const game = await shop.createGame();
  for (let reader = 0; reader < 105; reader += 1) await createWisher([game.id]);
  await startSale({ [game.id]: 30 });
  const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  await tellWishersWhenDue(database.db, NOW, 0);
  expect(await database.db.mail.count()).toBe(100);
  await tellWishersWhenDue(database.db, inMinutes(1));
  expect(await database.db.mail.count()).toBe(105);
  const [chore] = await database.db.chore.findMany();
  expect(chore?.begunAt).toEqual(inMinutes(1));
});
