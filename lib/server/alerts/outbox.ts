import { setTimeout as wait } from "node:timers/promises";
import type { PipelineAlert, Prisma, PrismaClient } from "@/prisma/generated/client";
import { log } from "../log";
import type { Channel } from "./channels";
import type { News } from "./news";

type Tx = Prisma.TransactionClient;

/** What could not be told for so long is not news any more. */
const NEWS_MS = 24 * 3_600_000;

/** A channel that takes longer for one piece of news counts as down. */
const SEND_TIMEOUT_MS = 20_000;

/** The beginning and the end, with time to spare. */
const TIMEOUT_MS = 60_000;

const MAX_NEWS = 50;

function toMark(state: News["state"], { name }: Channel): string {
  return `${state}:${name}`;
}

/** What is still to be told of an alert, oldest first. */
function listNews(alert: PipelineAlert, now: Date): News[] {
  const { id, key, message, raisedAt, recoveredAt } = alert;
  const about = { alertId: String(id), key, message, raisedAt, recoveredAt };
  const since = now.getTime() - NEWS_MS;
  const news: News[] = [];
  if (!alert.raiseSentAt && raisedAt.getTime() >= since) news.push({ ...about, state: "raised" });
  if (!alert.recoverySentAt && recoveredAt && recoveredAt.getTime() >= since) {
    news.push({ ...about, state: "recovered" });
  }
  return news;
}

async function sendInTime(channel: Channel, news: News): Promise<void> {
  const stop = new AbortController();
  const tooLong = wait(SEND_TIMEOUT_MS, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`no answer within ${SEND_TIMEOUT_MS} ms`);
  });
  try {
    await Promise.race([channel.send(news), tooLong]);
  } finally {
    stop.abort();
    tooLong.catch(() => undefined);
  }
}

/** Sends news by the channels that do not have it yet, and marks those; one that fails is left out of this look. */
async function tell(news: News, up: Set<Channel>, sentBy: Set<string>): Promise<void> {
  const tellBy = async (channel: Channel) => {
    const about = { key: news.key, state: news.state, channel: channel.name };
    // One that has not told of the beginning yet does so before it tells of the end.
    const isToTell = news.state === "raised" || sentBy.has(toMark("raised", channel));
    if (!isToTell || sentBy.has(toMark(news.state, channel))) return;
    try {
      await sendInTime(channel, news);
      sentBy.add(toMark(news.state, channel));
      log.info(about, "alert.sent");
    } catch (error) {
      up.delete(channel);
      log.warn({ ...about, err: error }, "alert.not_sent");
    }
  };
  await Promise.all([...up].map(tellBy));
}

/** A look of one watcher: all its channels, and those that have not failed in it. */
type Look = { channels: readonly Channel[]; up: Set<Channel>; now: Date };

/** Tells of an alert while its row is locked, so that no other watcher tells of it, too. */
async function sendOne(id: bigint, { channels, up, now }: Look, tx: Tx): Promise<void> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT id FROM pipeline_alerts WHERE id = ${id} FOR UPDATE SKIP LOCKED`;
  if (locked.length === 0) return;
  const alert = await tx.pipelineAlert.findUniqueOrThrow({ where: { id } });
  const sentBy = new Set(alert.sentBy);
  const done: { raiseSentAt?: Date; recoverySentAt?: Date } = {};
  for (const news of listNews(alert, now)) {
    await tell(news, up, sentBy);
    const hasAll = channels.every((channel) => sentBy.has(toMark(news.state, channel)));
    if (hasAll) done[news.state === "raised" ? "raiseSentAt" : "recoverySentAt"] = now;
  }
  await tx.pipelineAlert.update({ where: { id }, data: { sentBy: [...sentBy], ...done } });
}

/**
 * Tells the operators what they were not told yet. A process that is killed between sending and writing that down
 * leaves news that is sent a second time, under the same id; none is ever lost that way.
 */
export async function sendNews(channels: readonly Channel[], now: Date, db: PrismaClient): Promise<void> {
  if (channels.length === 0) return;
  const since = new Date(now.getTime() - NEWS_MS);
  const waiting = await db.pipelineAlert.findMany({
    where: {
      OR: [
        { raiseSentAt: null, raisedAt: { gte: since } },
        { recoverySentAt: null, recoveredAt: { gte: since } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: MAX_NEWS,
  });
  const look = { channels, up: new Set(channels), now };
  for (const { id } of waiting) {
    if (look.up.size === 0) return;
    await db.$transaction((tx) => sendOne(id, look, tx), { maxWait: 10_000, timeout: TIMEOUT_MS });
  }
}
