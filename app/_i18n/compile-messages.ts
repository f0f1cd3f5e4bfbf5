import compile from "icu-minify/compile";

type Texts = string | { [key: string]: Texts };

const isPlain = (text: string) => !/[{}<>']/.test(text);

function compileTexts(texts: Texts): unknown {
  if (typeof texts !== "string") {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, compileTexts(text)]));
  }
  // Cloned, since only objects with a prototype go from server components to client components.
  return isPlain(texts) ? texts : structuredClone(compile(texts));
}

const compiled = new WeakMap<object, unknown>();

/**
 * Messages in the form that the client's formatter takes (see `next.config.ts`), so that browsers need no parser of the
 * ICU syntax. Each tree of messages is compiled once.
 */
export function compileMessages<Tree extends { [key: string]: Texts }>(messages: Tree): Tree {
  if (!compiled.has(messages)) compiled.set(messages, compileTexts(messages));
  // To the library's types a compiled message is still a message.
  return compiled.get(messages) as Tree;
}
