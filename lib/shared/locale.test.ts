import { describe, expect, it, test } from "vitest";
import { localizePath, splitLocale, toAcceptedLocale } from "./locale";

test.each([
  ["/", "en", "/"],
  ["/games?q=a", "en", "/games?q=a"],
  ["/", "es", "/es"],
  ["/games?q=a", "es", "/es/games?q=a"],
] as const)("%s in %s is %s, and back", (path, locale, address) => {
  expect(localizePath(path, locale)).toBe(address);
  expect(splitLocale(address)).toEqual({ locale, path });
});

test("a path that only begins like a language is left as it is", () => {
  expect(splitLocale("/especial/es")).toEqual({ locale: "en", path: "/especial/es" });
  expect(splitLocale("/es?q=1")).toEqual({ locale: "es", path: "/?q=1" });
});

describe("the language that a browser accepts", () => {
  it.each([
    [null, "en"],
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["de, en;q=0.5, es;q=0.9", "es"],
    ["fr", "en"],
    ["es;q=0, en", "en"],
    [";;;,,q=", "en"],
  ])("is that of %j: %s", (header, locale) => {
    expect(toAcceptedLocale(header)).toBe(locale);
  });
});
