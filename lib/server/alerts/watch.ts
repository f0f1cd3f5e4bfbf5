import type { PrismaClient } from "@/prisma/generated/client";
import { getEnv } from "../env";
import { log } from "../log";
import { deliverMails } from "../mail/deliver";
import { tellWishersWhenDue } from "../wishlists/notices/tell-wishers";
import { type Channel, listChannels } from "./channels";
import { doDailyChores } from "./chores";
import { sendNews } from "./outbox";
import { recordAlerts } from "./record";

/** What a look needs; the channels are those of the settings where none are given. */
export type Watch = { db: PrismaClient; now: Date; channels?: readonly Channel[] };

/**
 * One look, to be had about once a minute: raises alerts, closes those that are over, tells the operators, tells
 * shoppers of games they wished for, sends the shop's mail that is due, and once a day clears away what is old. Any
 * number of processes may look at the same time. What fails is logged, and left to the next look.
 */
export async function watchPipelines({ db, now, channels = listChannels() }: Watch): Promise<void> {
  const steps = {
    record: () => recordAlerts(now, { needsWorker: getEnv().PIPELINE_RUNNER === "queue" }, db),
    send: () => sendNews(channels, now, db),
    wishes: () => tellWishersWhenDue(db, now),
    mail: () => deliverMails(db, { now }),
    chores: () => doDailyChores(db, now),
  };
  for (const [step, run] of Object.entries(steps)) {
    await run().catch((error: unknown) => log.error({ err: error, step }, "alert.look_failed"));
  }
}
