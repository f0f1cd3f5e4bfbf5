import { expect, it } from "vitest";
import { listNextStarts } from "./next-starts";

// A Friday.
const NOW = new Date("2026-04-03T02:30:00Z");

it("lists the nights to come, in order over all pipelines", () => {
  const starts = listNextStarts(["etl", "train", "forecast"], NOW, 6);
  expect(starts.map(({ pipeline, at }) => `${pipeline} ${at.toISOString().slice(0, 16)}`)).toEqual([
    "forecast 2026-04-03T04:00",
    "etl 2026-04-04T02:00",
    "forecast 2026-04-04T04:00",
    "etl 2026-04-05T02:00",
    "train 2026-04-05T03:00",
    "forecast 2026-04-05T04:00",
  ]);
});

it("is empty where every schedule is paused", () => {
  expect(listNextStarts([], NOW, 5)).toEqual([]);
});
