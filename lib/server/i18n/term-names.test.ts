import { expect, test } from "vitest";
import { createTermNamer, findTermText, nameTerms } from "./term-names";

test("names what the store has in the reader's language, and keeps the store's own name of anything else", async () => {
  const name = await createTermNamer("es");
  expect(name("genre", { slug: "open-world", name: "Open-world" })).toBe("Mundo abierto");
  expect(name("tag", { slug: "story-rich", name: "Story Rich" })).toBe("Gran historia");
  expect(name("tag", { slug: "imported", name: "Imported" })).toBe("Imported");
  expect(name("genre", { slug: "constructor", name: "Constructor" })).toBe("Constructor");
});

test("says what a genre is about, and nothing of one that nobody wrote of", async () => {
  expect(await findTermText("en", "genre", "rpg")).toContain("hero");
  expect(await findTermText("es", "category", "vr")).toContain("visor");
  expect(await findTermText("en", "genre", "toString")).toBeUndefined();
});

test("names what a search suggests, but leaves publishers their names", async () => {
  const terms = [
    { facet: "tag" as const, value: "pirates", name: "Pirates" },
    { facet: "publisher" as const, value: "pirates", name: "Pirates" },
  ];
  expect((await nameTerms(terms, "es")).map(({ name }) => name)).toEqual(["Piratas", "Pirates"]);
});
