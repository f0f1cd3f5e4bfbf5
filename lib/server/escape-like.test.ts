import { expect, it } from "vitest";
import { escapeLike } from "./escape-like";

it("escapes what LIKE would take for wildcards", () => {
  expect(escapeLike("100%_\\")).toBe("100\\%\\_\\\\");
});
