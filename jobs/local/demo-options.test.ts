import { expect, it } from "vitest";
import { readDemoOptions } from "./demo-options";

it("serves the production build and keeps the data unless told otherwise", () => {
  expect(readDemoOptions([])).toEqual({ mode: "production", isFresh: false });
  expect(readDemoOptions(["--dev"])).toEqual({ mode: "development", isFresh: false });
  expect(readDemoOptions(["--fresh"])).toEqual({ mode: "production", isFresh: true });
});

it("refuses an option that it does not know", () => {
  expect(() => readDemoOptions(["--frsh"])).toThrow(/--frsh/);
});
