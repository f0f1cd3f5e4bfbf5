import { describe, expect, it } from "vitest";
import vercel from "@/vercel.json";
import { en } from "./messages/en";
import { cronOf, nextRunAt, PIPELINE_NAMES, PIPELINES, startRunSchema } from "./pipelines";

describe("the schedule", () => {
  it("is the one that vercel.json tells the host, beside what goes on with the work and looks after it", () => {
    expect(vercel.crons).toEqual([
      ...PIPELINES.map((pipeline) => ({ path: `/api/cron/${pipeline}`, schedule: cronOf(pipeline) })),
      { path: "/api/cron/drain", schedule: "*/5 * * * *" },
      { path: "/api/cron/watch", schedule: "*/5 * * * *" },
    ]);
  });

  it.each([
    ["etl", "2026-03-01T01:59:59Z", "2026-03-01T02:00:00Z"],
    ["etl", "2026-03-01T02:00:00Z", "2026-03-02T02:00:00Z"],
    ["etl", "2026-12-31T12:00:00Z", "2027-01-01T02:00:00Z"],
    // 2026-03-01 is a Sunday.
    ["train", "2026-03-01T02:00:00Z", "2026-03-01T03:00:00Z"],
    ["train", "2026-03-01T03:00:00Z", "2026-03-08T03:00:00Z"],
    ["forecast", "2028-02-28T23:00:00Z", "2028-02-29T04:00:00Z"],
  ] as const)("starts %s after %s at %s, whatever the machine's time zone", (pipeline, now, next) => {
    expect(nextRunAt(pipeline, new Date(now))).toEqual(new Date(next));
  });
});

describe("the request to start a run", () => {
  it.each([
    { pipeline: "deploy" },
    { pipeline: "etl", date: "2026-02-30" },
    { pipeline: "etl", date: "yesterday" },
    { pipeline: "etl", gameSlug: "'; drop table games" },
    { pipeline: "etl", force: true },
    {},
  ])("refuses %o", (input) => {
    expect(startRunSchema.safeParse(input).success).toBe(false);
  });
});

it("logs and pages in English call the pipelines the same", () => {
  expect(en.pipelines.names).toEqual(PIPELINE_NAMES);
});
