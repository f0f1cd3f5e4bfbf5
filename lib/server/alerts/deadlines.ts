import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import { nextRunAt, type Pipeline, periodHours } from "@/lib/shared/pipelines";

const HOUR_MS = 3_600_000;

/** Hours after its start by which a pipeline has to be done: ETL at 03:00, training at 05:00, forecast at 06:00. */
const DEADLINE_HOURS: Record<Pipeline, number> = { etl: 1, train: 2, forecast: 2 };

/** What should be there by now: the run for `day`, which the schedule started at `startsAt`. */
export type Due = {
  day: Day;
  startsAt: Date;
  deadline: Date;
  /** A run of the day that ended before this moment did not see the whole day. */
  countsFrom: Date;
};

/** The newest scheduled run of a pipeline whose deadline has passed. */
export function lastDue(pipeline: Pipeline, now: Date): Due {
  const deadlineMs = DEADLINE_HOURS[pipeline] * HOUR_MS;
  const periodMs = periodHours(pipeline) * HOUR_MS;
  // The schedule repeats exactly: the first start after one period ago is the last one until now.
  const startsAt = nextRunAt(pipeline, new Date(now.getTime() - deadlineMs - periodMs));
  const today = toDay(startsAt);
  return {
    day: addDays(today, -1),
    startsAt,
    deadline: new Date(startsAt.getTime() + deadlineMs),
    countsFrom: toDate(today),
  };
}
