import { expect, test } from "vitest";
import { toReleaseDay } from "./fronkon-json";
import { toImportRow, toSlug, toStableSlug } from "./imported-game";

test("a slug keeps letters and digits, without accents, marks and quotes", () => {
  expect(toSlug("Gumboy - Crazy Adventures™")).toBe("gumboy-crazy-adventures");
  expect(toSlug("Señor Ñandú's Café 2")).toBe("senor-nandus-cafe-2");
  expect(toSlug("a".repeat(300))).toHaveLength(120);
});

test("a name without a Latin letter has a slug of its own, the same each time", () => {
  expect(toStableSlug("东方")).toMatch(/^n-[0-9a-f]{12}$/);
  expect(toStableSlug("东方")).toBe(toStableSlug("东方"));
  expect(toStableSlug("东方")).not.toBe(toStableSlug("西方"));
});

test.each([
  ["Oct 21, 2008", "2008-10-21"],
  ["Feb 3, 2021", "2021-02-03"],
  ["2019-05-01", "2019-05-01"],
  ["", null],
  ["Coming soon", "Coming soon"],
])("reads the release date %j as %j", (text, day) => {
  expect(toReleaseDay(text)).toBe(day);
});

test("a row that cannot be a game says everything that is wrong with it", () => {
  const row = toImportRow("line 7", { source: "steam", sourceId: "x", title: " ", priceCents: Number.NaN });
  expect(row).toMatchObject({ place: "line 7" });
  expect("problem" in row && row.problem).toMatch(/sourceId must be a whole number.*title is empty.*priceCents/);
});
