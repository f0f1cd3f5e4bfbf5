import type { PrismaClient } from "@/prisma/generated/client";
import { log } from "../log";
import { watchPipelines } from "./watch";

const EVERY_MS = 60_000;

/** Has a look once a minute, one at a time, until it is stopped; `stop` waits for the look under way. */
export function keepWatch(db: PrismaClient, everyMs = EVERY_MS): { stop(): Promise<void> } {
  let underWay: Promise<void> | undefined;
  const look = () => {
    underWay ??= watchPipelines({ db, now: new Date() })
      .catch((error: unknown) => log.error({ err: error }, "alert.look_failed"))
      .finally(() => {
        underWay = undefined;
      });
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
