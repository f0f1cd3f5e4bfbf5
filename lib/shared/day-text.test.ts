import { describe, expect, it } from "vitest";
import { formatDay, formatMoment, formatTimeLeft } from "./day-text";

describe("formatDay", () => {
  it("names the UTC day, whatever the zone of the machine", () => {
    expect(formatDay("2026-03-04")).toBe("Mar 4, 2026");
    expect(formatDay("2024-02-29")).toBe("Feb 29, 2024");
  });
});

describe("formatMoment", () => {
  it("names the moment in UTC, midnight as 00", () => {
    expect(formatMoment(new Date("2026-11-24T02:05:59Z"))).toBe("Nov 24, 02:05 UTC");
    expect(formatMoment(new Date("2026-03-10T00:00:00Z"))).toBe("Mar 10, 00:00 UTC");
  });
});

describe("formatTimeLeft", () => {
  const now = new Date("2026-03-10T12:00:00Z");
  it.each([
    ["2026-03-14T13:00:00Z", "4 days"],
    ["2026-03-12T12:00:00Z", "2 days"],
    ["2026-03-12T11:59:00Z", "47 hours"],
    ["2026-03-10T13:00:00Z", "1 hour"],
    ["2026-03-10T12:59:59Z", "59 minutes"],
    ["2026-03-10T12:01:00Z", "1 minute"],
    ["2026-03-01T00:00:00Z", "0 minutes"],
  ])("until %s it is %s", (endsAt, text) => {
    expect(formatTimeLeft(new Date(endsAt), now)).toBe(text);
  });
});
