import { expect, it } from "vitest";
import { createLanguageNamer } from "./language-namer";

it.each([
  ["es", "Español"],
  ["de", "Alemán"],
  ["zz", "Its own name"],
  ["simplified chinese", "Its own name"],
  ["", "Its own name"],
])("%j is %s in Spanish", (code, name) => {
  expect(createLanguageNamer("es")(code, "Its own name")).toBe(name);
});
