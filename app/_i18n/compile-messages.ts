import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";

type Texts = string | { [key: string]: Texts };

const isPlain = (text: string) => !/[{}<>']/.test(text);

/** A text in its compiled form: one without syntax is itself, any other a list. */
export function compileText(text: string): CompiledMessage {
  if (isPlain(text)) return text;
  // Cloned, since only objects with a prototype go from server components to client components.
  const message = structuredClone(compile(text));
  // A list also where escapes were all of it: they must not be read a second time.
  return typeof message === "string" ? [message] : message;
}

function compileTexts(texts: Texts): unknown {
  if (typeof texts === "string") return compileText(texts);
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, compileTexts(text)]));
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
