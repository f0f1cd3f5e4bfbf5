import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { en } from "./en";
import { es } from "./es";

type Tree = { [key: string]: string | Tree };

/** Every text by its dotted key. */
function flatten(tree: Tree, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${path}${key}`, value] as const] : [...flatten(value, `${path}${key}.`)],
    ),
  );
}

/** Names of the values and tags that a text is filled in with. */
function listNames(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...listNames(element.children)];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap((option) => listNames(option.value))];
  });
}

const english = flatten(en);
const spanish = flatten(es);

test("both languages have the same texts", () => {
  expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
});

test("no text is empty", () => {
  const empty = [...english, ...spanish].filter(([, text]) => text.trim() === "");
  expect(empty).toEqual([]);
});

test("both languages fill in the same values", () => {
  const names = (text: string) => [...new Set(listNames(parse(text)))].sort();
  const differing = [...english].filter(([key, text]) => {
    const other = spanish.get(key);
    return other !== undefined && names(text).join() !== names(other).join();
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});
