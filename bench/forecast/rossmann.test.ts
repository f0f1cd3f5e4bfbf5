import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPublished } from "./published";
import { forecastInPython } from "./python-rivals";
import { loadRossmann } from "./rossmann";
import { parseBenchArgs, toCutoff } from "./windows";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kratos-rossmann-"));
  await writeFile(path.join(folder, "store.csv"), "Store,StoreType,Assortment\n12,c,a\n3,b,c\n");
  const rows = [
    "12,2,2013-01-01,0,0,0,0,a,1",
    "12,3,2013-01-02,7000,800,1,1,0,1",
    "3,4,2013-01-03,50,5,1,0,0,0",
    "12,5,2015-07-31,9000,900,1,1,0,0",
  ];
  const header = "Store,DayOfWeek,Date,Sales,Customers,Open,Promo,StateHoliday,SchoolHoliday";
  await writeFile(path.join(folder, "train.csv"), [header, ...rows].join("\n"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("makes 942 days of each store, the ones that the file leaves out closed", async () => {
  const { spec, series } = await loadRossmann(folder);
  expect(series.map(({ id, values }) => [id, values.length])).toEqual([
    ["3", 942],
    ["12", 942],
  ]);
  const store = series[1];
  expect([...(store?.values.subarray(0, 3) ?? [])]).toEqual([0, 7000, 0]);
  expect(store?.values.at(-1)).toBe(9000);
  const day = (t: number) => Object.fromEntries(spec.known.map((name, i) => [name, store?.known[i]?.[t]]));
  expect(day(0)).toMatchObject({ promo: 0, open: 0, school_holiday: 1, state_holiday_a: 1, state_holiday_b: 0 });
  expect(day(1)).toMatchObject({ promo: 1, open: 1, school_holiday: 1, state_holiday_a: 0 });
  expect(new Set(Object.values(day(2)))).toEqual(new Set([0]));
  expect(spec.statics.filter((_, i) => store?.statics[i] === 1)).toEqual(["store_type_c", "assortment_a"]);
});

it("cuts at day 462 and every 48 days, the last window ending with the data", () => {
  expect(parseBenchArgs([]).windows).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([toCutoff(0, 0), toCutoff(0, 9) + 48]).toEqual([462, 942]);
  expect(() => parseBenchArgs(["--windows", "0,10"])).toThrow('--windows is "10"');
  expect(() => parseBenchArgs(["--horizon", "30"])).toThrow('--horizon is "30"');
});

it("goes on without what is not there", async () => {
  expect(await loadPublished(path.join(folder, "none.csv"), "rossmann_1D")).toBeNull();
  const panel = await loadRossmann(folder);
  const skipped: string[] = [];
  const { signal } = new AbortController();
  const found = forecastInPython(panel, [16_000], {
    python: path.join(folder, "no-python"),
    onSkip: (text) => skipped.push(text),
    signal,
  });
  expect(await found.next()).toEqual({ done: true, value: undefined });
  expect(skipped).toEqual([expect.stringContaining("ENOENT")]);
});
