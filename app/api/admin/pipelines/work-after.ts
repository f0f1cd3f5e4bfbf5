import { after } from "next/server";
import { workSlice, worksInRequests } from "@/jobs/pipelines/slice";

/**
 * Where no worker runs, works on the queue once the answer is out: what was asked for begins, or ends, at once rather
 * than with the next call of the scheduler. `startedAt` is when the request came.
 */
export function workAfterAnswer(startedAt: Date, db: Parameters<typeof workSlice>[1]): void {
  if (worksInRequests()) after(() => workSlice(startedAt, db));
}
