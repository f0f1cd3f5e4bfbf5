import { describe, expect, it } from "vitest";
import { lastDue } from "./deadlines";
import { cutSecrets, type Facts, findProblems, isOver, type PipelineFacts, type QueueFacts, summarise } from "./rules";

const now = new Date("2026-03-11T07:00:00Z");

const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const well = (changes: Partial<PipelineFacts> = {}): PipelineFacts => ({
  isPaused: false,
  due: lastDue("etl", now),
  isDone: true,
  activeState: null,
  failedRun: null,
  lastGoodAt: minutesAgo(290),
  ...changes,
});

const queue = (changes: Partial<QueueFacts> = {}): QueueFacts => ({
  name: "kratos-etl",
  waiting: 3,
  active: 0,
  quietSince: minutesAgo(11),
  ...changes,
});

const facts = ({ etl = well(), ...changes }: Partial<Facts> & { etl?: PipelineFacts } = {}): Facts => ({
  now,
  bornAt: new Date("2026-01-01T00:00:00Z"),
  pipelines: { etl, train: well(), forecast: well() },
  queues: [],
  workers: 2,
  deadJobs: 0,
  ...changes,
});

const keys = (given: Facts) => findProblems(given).map(({ key }) => key);

describe("the newest run that is due", () => {
  it.each([
    ["etl", "2026-03-11T02:59:59Z", "2026-03-09", "2026-03-10T03:00:00.000Z"],
    ["etl", "2026-03-11T03:00:00Z", "2026-03-10", "2026-03-11T03:00:00.000Z"],
    ["forecast", "2026-03-11T05:59:00Z", "2026-03-09", "2026-03-10T06:00:00.000Z"],
    // 2026-03-15 is a Sunday.
    ["train", "2026-03-15T04:59:00Z", "2026-03-07", "2026-03-08T05:00:00.000Z"],
    ["train", "2026-03-15T05:00:00Z", "2026-03-14", "2026-03-15T05:00:00.000Z"],
    ["train", "2026-03-21T23:00:00Z", "2026-03-14", "2026-03-15T05:00:00.000Z"],
    // A leap day, the turn of the year, and the night in which clocks of the United States go forward.
    ["etl", "2028-03-01T04:00:00Z", "2028-02-29", "2028-03-01T03:00:00.000Z"],
    ["etl", "2027-01-01T03:30:00Z", "2026-12-31", "2027-01-01T03:00:00.000Z"],
    ["etl", "2026-03-08T10:30:00Z", "2026-03-07", "2026-03-08T03:00:00.000Z"],
  ] as const)("of %s at %s is the one of %s", (pipeline, moment, day, deadline) => {
    const due = lastDue(pipeline, new Date(moment));
    expect([due.day, due.deadline.toISOString()]).toEqual([day, deadline]);
  });
});

describe("a pipeline", () => {
  it("that did its day is no problem", () => {
    expect(findProblems(facts())).toEqual([]);
  });

  it("is late where its day was not done by its hour, and the message says how it stands", () => {
    const [problem] = findProblems(facts({ etl: well({ isDone: false }) }));
    expect(problem).toEqual({
      key: "late:etl",
      message: "Sales ETL for 2026-03-10 was not done by 2026-03-11 03:00 UTC: nobody works on it",
    });
    const [running] = findProblems(facts({ etl: well({ isDone: false, activeState: "running" }) }));
    expect(running?.message).toContain("it is still running");
  });

  it("is not late where its schedule is paused, or where the store was not there at its hour", () => {
    expect(keys(facts({ etl: well({ isDone: false, isPaused: true }) }))).toEqual([]);
    expect(keys(facts({ etl: well({ isDone: false }), bornAt: new Date("2026-03-11T02:00:01Z") }))).toEqual([]);
  });

  it("that failed is named with its reason, passwords left out", () => {
    const error = "cannot reach postgresql://kratos:hunter2@db.example.com/kratos";
    const [problem] = findProblems(facts({ etl: well({ failedRun: { day: "2026-03-10", error } }) }));
    expect(problem?.key).toBe("failed:etl");
    expect(problem?.message).toContain("postgresql://kratos:[cut]@db.example.com/kratos");
  });

  it("has recovered from a failure when a later run went well, not while the failed one is tried again", () => {
    const alert = { key: "failed:etl", raisedAt: minutesAgo(60) };
    const retried = facts({ etl: well({ activeState: "running", lastGoodAt: minutesAgo(24 * 60) }) });
    expect(isOver(alert, retried)).toBe(false);
    expect(isOver(alert, facts({ etl: well({ lastGoodAt: minutesAgo(5) }) }))).toBe(true);
  });
});

describe("a queue", () => {
  it("stands still where jobs wait and nothing was heard of for ten minutes", () => {
    expect(keys(facts({ queues: [queue()] }))).toEqual(["queue:still"]);
    expect(keys(facts({ queues: [queue({ quietSince: minutesAgo(9) })] }))).toEqual([]);
    expect(keys(facts({ queues: [queue({ active: 1 })] }))).toEqual([]);
    expect(keys(facts({ queues: [queue({ waiting: 0, quietSince: null })] }))).toEqual([]);
  });

  it("is told of sooner where no worker is alive, and says so", () => {
    const [problem] = findProblems(facts({ workers: 0, queues: [queue({ quietSince: minutesAgo(4) })] }));
    expect(problem?.message).toContain("no worker is alive");
    expect(keys(facts({ workers: null, queues: [queue({ quietSince: minutesAgo(4) })] }))).toEqual([]);
  });

  it("may wait for workers that are busy with another one, but not for hours", () => {
    const busy = queue({ name: "kratos-train", waiting: 0, active: 1, quietSince: null });
    expect(keys(facts({ queues: [queue({ quietSince: minutesAgo(90) }), busy] }))).toEqual([]);
    expect(keys(facts({ queues: [queue({ quietSince: minutesAgo(121) }), busy] }))).toEqual(["queue:still"]);
  });

  it("has a problem where jobs lie in the dead letters", () => {
    expect(keys(facts({ deadJobs: 2 }))).toEqual(["queue:dead"]);
    const alert = { key: "queue:dead", raisedAt: now };
    expect([isOver(alert, facts({ deadJobs: 1 })), isOver(alert, facts())]).toEqual([false, true]);
  });
});

it("words for everybody name no more than what is wrong", () => {
  expect(["late:train", "failed:forecast", "queue:still", "other"].map(summarise)).toEqual([
    "Training is late",
    "Daily forecast failed",
    "Jobs wait in the queue, and nobody works on them",
    "Something is wrong",
  ]);
});

it("cuts passwords of any kind of address, and nothing else", () => {
  expect(cutSecrets("redis://:p%40ss@h:1/0 at 10:30, a@b.example")).toBe("redis://:[cut]@h:1/0 at 10:30, a@b.example");
});
