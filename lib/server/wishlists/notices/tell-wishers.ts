import { DEFAULT_CURRENCY } from "@/lib/shared/currency";
import type { Prisma, PrismaClient } from "@/prisma/generated/client";
import { claimChore } from "../../alerts/claim-chore";
import { mediaSelect, toPicture } from "../../catalogue/media";
import { listCurrentPrices } from "../../catalogue/prices";
import { log } from "../../log";
import { mailReaderSelect, queueMail, toMailReader } from "../../mail/queue-mail";
import { claimNews, type WishNews } from "./claim-news";
import { type NoticeGame, type NoticeKind, writeNotice } from "./write-notice";

type Tx = Prisma.TransactionClient;

/** News may wait so long: nobody refreshes a mailbox more often. */
const EVERY_MS = 10 * 60_000;

/** A sale that many wait for must not keep the watch from its other work, nor outlast a function of a host. */
const MAX_ROUND_MS = 30_000;

const CHORE = "wish_notices";

const KINDS: Record<WishNews["kind"], NoticeKind> = { price_drop: "priceDrop", release: "release" };

/** What each reader is told in one mail: by reader and kind, the games once each. */
type Notice = { userId: string; kind: NoticeKind; gameIds: Set<string> };

function toNotices(news: readonly WishNews[]): Notice[] {
  const notices = new Map<string, Notice>();
  for (const { userId, kind, gameId } of news) {
    const key = `${userId} ${kind}`;
    const notice = notices.get(key) ?? { userId, kind: KINDS[kind], gameIds: new Set() };
    notices.set(key, notice);
    notice.gameIds.add(gameId);
  }
  return [...notices.values()];
}

type Reader = Prisma.UserGetPayload<{ select: typeof readerSelect }>;
const readerSelect = { ...mailReaderSelect, currency: true } satisfies Prisma.UserSelect;

const gameSelect = {
  id: true,
  slug: true,
  title: true,
  media: { select: mediaSelect, where: { kind: "cover" }, orderBy: { position: "asc" }, take: 1 },
} satisfies Prisma.GameSelect;

/** The games of the news at the prices of each currency that a reader shops in; those most in demand first. */
async function loadGames(tx: Tx, news: readonly WishNews[], currencies: ReadonlySet<string>, now: Date) {
  const ids = [...new Set(news.map(({ gameId }) => gameId))];
  const games = await tx.game.findMany({
    where: { id: { in: ids } },
    select: gameSelect,
    orderBy: [{ popularity: "desc" }, { id: "asc" }],
  });
  const byCurrency = new Map<string, { id: string; game: NoticeGame }[]>();
  for (const currency of currencies) {
    const prices = await listCurrentPrices(tx, ids, { now, currency });
    const priced = games.map(({ id, slug, title, media }) => ({
      id,
      game: { slug, title, imagePath: toPicture(media[0])?.url ?? null, price: prices.get(id) ?? null },
    }));
    byCurrency.set(currency, priced);
  }
  return byCurrency;
}

const toCurrency = ({ currency }: Pick<Reader, "currency">) => currency ?? DEFAULT_CURRENCY;

async function tellBatch(tx: Tx, now: Date): Promise<{ news: number; mails: number }> {
  const news = await claimNews(tx, now);
  const notices = toNotices(news);
  const where = { id: { in: [...new Set(notices.map(({ userId }) => userId))] } };
  const readers = new Map((await tx.user.findMany({ where, select: readerSelect })).map((user) => [user.id, user]));
  const games = await loadGames(tx, news, new Set([...readers.values()].map(toCurrency)), now);
  let mails = 0;
  for (const { userId, kind, gameIds } of notices) {
    const reader = readers.get(userId);
    const told = (reader && games.get(toCurrency(reader))) ?? [];
    const named = told.flatMap(({ id, game }) => (gameIds.has(id) ? [game] : []));
    if (!reader || named.length === 0) continue;
    await queueMail(tx, await writeNotice(toMailReader(reader), kind, named));
    mails += 1;
  }
  return { news: news.length, mails };
}

async function tellFor(db: PrismaClient, now: Date, maxMs: number): Promise<{ mails: number; isDone: boolean }> {
  const startedAt = Date.now();
  let mails = 0;
  let batch = { news: 0, mails: 0 };
  do {
    batch = await db.$transaction((tx) => tellBatch(tx, now), { maxWait: 10_000, timeout: 60_000 });
    mails += batch.mails;
  } while (batch.news > 0 && Date.now() - startedAt < maxMs);
  if (mails > 0) log.info({ mails }, "wishes.told");
  return { mails, isDone: batch.news === 0 };
}

/**
 * Tells shoppers who asked for it that games on their wishlists became cheaper or came out: each once, whatever is
 * killed or runs at once, since what is told is written down in the transaction that queues its mail.
 */
export async function tellWishers(db: PrismaClient, now: Date): Promise<number> {
  return (await tellFor(db, now, Number.POSITIVE_INFINITY)).mails;
}

/** Does so for `maxMs` where nobody has for a while; what is left then is due at once, for the next look. */
export async function tellWishersWhenDue(db: PrismaClient, now: Date, maxMs = MAX_ROUND_MS): Promise<void> {
  if (!(await claimChore(db, CHORE, EVERY_MS, now))) return;
  const { isDone } = await tellFor(db, now, maxMs);
  if (isDone) return;
  const begunAt = new Date(now.getTime() - EVERY_MS);
  await db.chore.updateMany({ where: { name: CHORE, begunAt: now }, data: { begunAt } });
}
