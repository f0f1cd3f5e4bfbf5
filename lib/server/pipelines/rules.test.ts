import { describe, expect, it } from "vitest";
import { say } from "@/lib/shared/say";
import { isLate, isStalled, toRunDay } from "./rules";

const now = new Date("2026-03-01T00:30:00Z");

describe("the day of a run", () => {
  it("is the last whole UTC day, whatever the machine's time zone", () => {
    expect(toRunDay(undefined, now)).toBe("2026-02-28");
    expect(toRunDay(undefined, new Date("2026-03-01T23:59:59Z"))).toBe("2026-02-28");
    expect(toRunDay("2020-02-29", now)).toBe("2020-02-29");
  });

  it("is today where its date is asked for, for what was sold so far", () => {
    expect(toRunDay("2026-03-01", now)).toBe("2026-03-01");
  });

  it.each([
    ["2026-03-02", say("errors.runDayNotBegun", { day: Date.UTC(2026, 2, 2), today: Date.UTC(2026, 2, 1) })],
    ["2026-02-29", "2026-02-29 is not a calendar day (YYYY-MM-DD)"],
    ["", " is not a calendar day"],
  ])("is not %j", (asked, message) => {
    expect(() => toRunDay(asked, now)).toThrow(message);
  });
});

describe("a run", () => {
  it.each([
    ["running", 59, false],
    ["running", 61, true],
    ["running", null, true],
    ["queued", null, false],
    ["failed", 3600, false],
  ])("that is %s and spoke %s s ago: stalled %s", (state, seconds, expected) => {
    const heartbeatAt = seconds === null ? null : new Date(now.getTime() - seconds * 1000);
    expect(isStalled({ state, heartbeatAt }, now)).toBe(expected);
  });

  it.each([
    ["etl", 29, false],
    ["etl", 31, true],
    ["train", 7 * 24 + 5, false],
    ["train", 7 * 24 + 7, true],
  ] as const)("of %s, %i h ago: late %s", (pipeline, hours, expected) => {
    expect(isLate(pipeline, new Date(now.getTime() - hours * 3_600_000), now)).toBe(expected);
    expect(isLate(pipeline, null, now)).toBe(true);
  });
});
