import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { en, type Namespace } from "@/lib/shared/messages/en";

/** The consoles' texts. Their code names each text by its whole key below the namespace, as it stands or by a template. */
const CONSOLES = ["admin", "charts", "forecast", "pipelines", "publisher", "sales"] as const satisfies Namespace[];

/** Attributes and props whose texts people read or hear. */
const READ_ATTRIBUTES =
  /\s(?:aria-label|aria-valuetext|title|placeholder|alt|label|hint|text|description|heading|caption)="[^"]*\p{L}{2,}[^"]*"/u;

const sources = globSync(["app/**/*.{ts,tsx}", "lib/**/*.ts"])
  .filter((file) => !/\.test\.tsx?$|lib\/shared\/messages\//.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

type Tree = { [key: string]: string | Tree };

function listKeys(tree: Tree, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : listKeys(value, `${path}${key}.`),
  );
}

/** How code may name a key: whole, or by a template that ends in a part of it. */
function listNames(namespace: string, key: string): string[] {
  const parts = key.split(".");
  const prefixes = parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join("."));
  return [key, `${namespace}.${key}`]
    .map((whole) => `"${whole}"`)
    .concat(prefixes.flatMap((prefix) => [`\`${prefix}.\${`, `\`${namespace}.${prefix}.\${`]));
}

test.each(CONSOLES)("every text of %s is said somewhere", (namespace) => {
  const isOf = ({ file, text }: { file: string; text: string }) =>
    file.includes(`/${namespace}/`) || text.includes(`"${namespace}`) || text.includes(`\`${namespace}.`);
  const texts = sources.filter(isOf);
  const isSaid = (name: string) => texts.some(({ text }) => text.includes(name));
  const unsaid = listKeys(en[namespace]).filter((key) => !listNames(namespace, key).some(isSaid));
  expect(unsaid).toEqual([]);
});

test("what people read or hear of a component is no text of one language", () => {
  const found = sources
    .filter(({ file }) => file.endsWith(".tsx"))
    .flatMap(({ file, text }) =>
      text.split("\n").flatMap((line, index) => (READ_ATTRIBUTES.test(line) ? [`${file}:${index + 1}`] : [])),
    );
  expect(found).toEqual([]);
});
