import { expect, it } from "vitest";
import { listMomentsAfter, toEndMs } from "./moments";

const endMs = toEndMs({ day: "2026-11-22" });
const stepMs = 60_000;

it("the world ends a minute before its day does", () => {
  expect(new Date(endMs).toISOString()).toBe("2026-11-22T23:59:00.000Z");
});

it("moments lie a step apart where there is time", () => {
  const fromMs = endMs - 3 * stepMs;
  expect(listMomentsAfter(fromMs, { count: 3, stepMs, endMs })).toEqual([fromMs + stepMs, fromMs + 2 * stepMs, endMs]);
  expect(listMomentsAfter(fromMs, { count: 0, stepMs, endMs })).toEqual([]);
});

it("moments crowd where the world ends, and none is later", () => {
  const moments = listMomentsAfter(endMs - 10, { count: 4, stepMs, endMs });
  expect(moments).toEqual([endMs - 8, endMs - 5, endMs - 3, endMs]);
  expect(listMomentsAfter(endMs, { count: 2, stepMs, endMs })).toEqual([endMs, endMs]);
});
