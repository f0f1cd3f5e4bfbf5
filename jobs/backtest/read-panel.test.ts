import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toDayNumber } from "@/jobs/model/calendar";
import type { BacktestInputError } from "./input-error";
import type { ReadOptions } from "./options";
import { readPanel } from "./read-panel";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kratos-backtest-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const HEADER = "unique_id,ds,y,promo,price,event,kind";
const NONE: ReadOptions = { known: [], statics: [], gaps: "zero", horizon: 2, season: 1 };

async function read(rows: string[], options: Partial<ReadOptions> = {}, header = HEADER) {
  const file = path.join(folder, "data.csv");
  await writeFile(file, [header, ...rows].join("\n"));
  return readPanel(file, { ...NONE, ...options });
}

async function refusalOf(rows: string[], options: Partial<ReadOptions> = {}, header = HEADER): Promise<string> {
  const error: BacktestInputError = await read(rows, options, header).then(
    () => expect.unreachable("the file was read"),
    (error) => error,
  );
  expect(error.name).toBe("BacktestInputError");
  expect(error.file).toBe(path.join(folder, "data.csv"));
  return error.message.replace(`${error.file}, `, "").replace(`${error.file}: `, "");
}

describe("a data file", () => {
  it("becomes one series per id, whatever the order of the rows", async () => {
    const { panel, rows, gapDays } = await read([
      "b,2024-03-01,7,0,1.5,none,x",
      "a,2024-02-29,-2.5,1,1.5,none,y",
      "a,2024-02-28,1e2,0,1.5,none,y",
      "b,2024-03-02 00:00:00,8,0,1.5,none,x",
    ]);
    expect(panel.series.map(({ id, firstDay, values }) => [id, firstDay, ...values])).toEqual([
      ["b", toDayNumber("2024-03-01"), 7, 8],
      ["a", toDayNumber("2024-02-28"), 100, -2.5],
    ]);
    expect(panel.spec).toMatchObject({ known: [], statics: [], horizon: 2, season: 1, isCount: false });
    expect([rows, gapDays]).toEqual([4, 0]);
  });

  it("is read packed as well, with a byte order mark and quoted ids", async () => {
    const file = path.join(folder, "packed.csv.gz");
    await writeFile(file, gzipSync('\uFEFFunique_id,ds,y\r\n"a,1",2024-01-01,3\r\n'));
    const { panel } = await readPanel(file, NONE);
    expect(panel.series[0]).toMatchObject({ id: "a,1", values: Float64Array.of(3) });
    expect(panel.spec.isCount).toBe(true);
  });

  it("keeps numbers as they are and gives each text its column", async () => {
    const { panel } = await read(
      ["a,2024-01-01,1,0,1.5,0,x", "a,2024-01-02,1,1,2,b,x", "a,2024-01-03,1,1,2,a,x", "c,2024-01-01,1,0,1,0,y"],
      { known: ["promo", "price", "event"], statics: ["kind"] },
    );
    expect(panel.spec.known).toEqual(["promo", "price", "event=0", "event=a", "event=b"]);
    expect(panel.series[0]?.known.map((column) => [...column])).toEqual([
      [0, 1, 1],
      [1.5, 2, 2],
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(panel.spec.statics).toEqual(["kind=x", "kind=y"]);
    expect([...(panel.series[1]?.statics ?? [])]).toEqual([0, 1]);
  });

  it("fills missing days: y, flags and texts with 0, other numbers as they were", async () => {
    const rows = ["a,2024-01-01,1,1,2.5,b,x", "a,2024-01-04,1,1,3,b,x"];
    const { panel, gapDays } = await read(rows, { known: ["promo", "price", "event"] });
    expect([...(panel.series[0]?.values ?? [])]).toEqual([1, 0, 0, 1]);
    expect(panel.series[0]?.known.map((column) => [...column])).toEqual([
      [1, 0, 0, 1],
      [2.5, 2.5, 2.5, 3],
      [1, 0, 0, 1],
    ]);
    expect(gapDays).toBe(2);
    expect(await refusalOf(rows, { gaps: "refuse" })).toBe(
      'line 3: 2 days before series "a" on 2024-01-04 are missing; --gaps zero makes them 0',
    );
    expect(await refusalOf(["a,2024-01-01,1,,,,", "a,2024-01-02,,,,,", "a,2024-01-03,1,,,,"], { gaps: "refuse" })).toBe(
      'line 3: y is empty for series "a" on 2024-01-02; --gaps zero makes it 0',
    );
  });

  it("starts at the first y and keeps what is known after the last", async () => {
    const rows = ["a,2024-01-01,,1,,,", "a,2024-01-02,5,0,,,", "a,2024-01-03,6,0,,,", "a,2024-01-04,,1,,,"];
    const { panel } = await read(rows, { known: ["promo"] });
    expect([...(panel.series[0]?.values ?? [])]).toEqual([5, 6]);
    expect([...(panel.series[0]?.known[0] ?? [])]).toEqual([0, 0, 1]);
  });
});

describe("a data file is refused, with its line and reason,", () => {
  const good = "a,2024-01-01,1,0,1,none,x";

  it.each([
    ["no number", "a,2024-01-02,n/a,0,1,none,x", /^line 3: y is "n\/a", which is no finite number$/],
    ["hexadecimal", "a,2024-01-02,0x1F,0,1,none,x", /^line 3: y is "0x1F"/],
    ["infinite", "a,2024-01-02,inf,0,1,none,x", /^line 3: y is "inf", which is no finite number$/],
    ["too large", "a,2024-01-02,1e999,0,1,none,x", /^line 3: y is "1e999", which is no finite number$/],
    ["no such day", "a,2024-02-30,1,0,1,none,x", /^line 3: ds is "2024-02-30", which is no day/],
    ["an hour", "a,2024-01-02 13:00:00,1,0,1,none,x", /^line 3: ds is "2024-01-02 13:00:00", which is no day/],
    ["a day twice", "a,2024-01-01,2,0,1,none,x", /^line 3: series "a" on 2024-01-01 is already on line 2$/],
    ["no id", ",2024-01-01,2,0,1,none,x", /^line 3: unique_id is empty$/],
    ["a short row", "a,2024-01-02,2", /^line 3: the row has 3 cells where the header has 7$/],
    ["a static that changes", "a,2024-01-02,2,0,1,none,z", /^line 3: kind of series "a" changes from "x" to "z"/],
    ["no y at all", "b,2024-01-02,,0,1,none,x", /^line 3: series "b" has no y at all$/],
    ["an infinite covariate", "a,2024-01-02,2,0,-inf,none,x", /^line 3: price is "-inf", which is no finite number$/],
    ["a text among numbers", "a,2024-01-02,2,0,cheap,none,x", /^line 3: price is "cheap", .* more by line 23$/],
    ["an open quote", 'a,2024-01-02,"2,0,1,none,x', /^line \d+: Quote Not Closed/],
  ])("%s", async (_, row, message) => {
    const prices = Array.from({ length: 21 }, (_, i) => `p,2024-01-${String(i + 1).padStart(2, "0")},1,0,${i},none,x`);
    expect(await refusalOf([good, row, ...prices], { known: ["price"], statics: ["kind"] })).toMatch(message);
  });

  it("a known column that is missing within the horizon, or for future rows: a leak", async () => {
    const [gap, future] = ["a,2024-01-02,2,,1,none,x", "a,2024-01-02,,,1,none,x"];
    expect(await refusalOf([good, gap], { known: ["promo"] })).toMatch(
      /^line 3: promo is empty for series "a" on 2024-01-02: a --known column must have a value on every day/,
    );
    expect(await refusalOf([good, future], { known: ["promo"] })).toMatch(/^line 3: promo is empty .* a leak: /);
  });

  it("unknown and repeated columns, an empty file, a missing one, and one that is no gzip", async () => {
    expect(await refusalOf([good], { known: ["open"] })).toMatch(/^line 1: there is no column "open"; the header has/);
    expect(await refusalOf([], {}, "id;ds;y")).toMatch(
      /^line 1: there is no column "unique_id"; the header has id;ds;y/,
    );
    expect(await refusalOf([], {}, "unique_id,ds,y,y")).toBe('line 1: the header names "y" twice');
    expect(await refusalOf([], {}, "")).toBe("the file is empty");
    expect(await refusalOf([])).toBe("line 1: there are no rows after the header");
    await expect(readPanel(path.join(folder, "none.csv"), NONE)).rejects.toThrow("none.csv: there is no such file");
    await writeFile(path.join(folder, "text.csv.gz"), "unique_id,ds,y\n");
    await expect(readPanel(path.join(folder, "text.csv.gz"), NONE)).rejects.toThrow("the file is not gzip");
    await writeFile(path.join(folder, "cut.csv.gz"), gzipSync("unique_id,ds,y\na,2024-01-01,1\n").subarray(0, 30));
    await expect(readPanel(path.join(folder, "cut.csv.gz"), NONE)).rejects.toThrow("the gzip file ends too early");
  });
});
