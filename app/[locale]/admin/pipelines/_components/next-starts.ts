import { nextRunAt, type Pipeline } from "@/lib/shared/pipelines";

export type NextStart = { pipeline: Pipeline; at: Date };

/** The next starts by the schedule of the pipelines that are not paused, soonest first. */
export function listNextStarts(pipelines: readonly Pipeline[], now: Date, count: number): NextStart[] {
  const starts = pipelines.flatMap((pipeline) => {
    const own: NextStart[] = [];
    let after = now;
    while (own.length < count) {
      after = nextRunAt(pipeline, after);
      own.push({ pipeline, at: after });
    }
    return own;
  });
  return starts.sort((left, right) => left.at.getTime() - right.at.getTime()).slice(0, count);
}
