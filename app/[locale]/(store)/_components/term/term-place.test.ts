import { expect, it } from "vitest";
import { toWebsite } from "./term-place";

it.each([
  ["https://night.example/games", "https://night.example/games"],
  ["http://night.example", "http://night.example"],
  ["javascript:alert(1)", null],
  ["night.example", null],
  ["", null],
  [null, null],
])("a publisher's website %s leads to %s", (address, href) => expect(toWebsite(address)).toBe(href));
