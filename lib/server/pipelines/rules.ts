import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import { daySchema } from "@/lib/shared/day-schema";
import { type Pipeline, periodHours } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";

/** A running run that was not heard of for so long is dead: it renews its heartbeat every 10 s. */
export const DEAD_AFTER_MS = 60_000;

/** Hours that a run may be late by before health calls it late. */
const GRACE_HOURS = 6;

/** The error of a run whose process ended without a word. */
export const KILLED_MESSAGE = "the process was killed";

/**
 * The day that a run works on: the one asked for, or yesterday, the last whole one. Today may be asked for by its date,
 * to see what was sold so far: the next night counts it whole.
 */
export function toRunDay(asked: string | undefined, now: Date): Day {
  const today = toDay(now);
  if (asked === undefined) return addDays(today, -1);
  if (!daySchema.safeParse(asked).success) {
    throw new AppError("invalid_input", `${asked} is not a calendar day (YYYY-MM-DD)`, {
      fields: { date: "no such day" },
    });
  }
  if (asked > today) {
    const message = say("errors.runDayNotBegun", { day: toDate(asked).getTime(), today: toDate(today).getTime() });
    throw new AppError("invalid_input", message, { fields: { date: message } });
  }
  return asked;
}

/** Whether a run that says it is running has lost its process. */
export function isStalled(run: { state: string; heartbeatAt: Date | null }, now: Date): boolean {
  if (run.state !== "running") return false;
  return !run.heartbeatAt || now.getTime() - run.heartbeatAt.getTime() > DEAD_AFTER_MS;
}

/** Whether the last good run of a pipeline is older than its schedule allows; never having run is late, too. */
export function isLate(pipeline: Pipeline, lastGoodRunAt: Date | null, now: Date): boolean {
  if (!lastGoodRunAt) return true;
  return now.getTime() - lastGoodRunAt.getTime() > (periodHours(pipeline) + GRACE_HOURS) * 3_600_000;
}
