import type { Messages } from "./messages/en";

/** Names a text for people that can be said before the reader's language is known: why something failed, or what happened. */
export type SaidKey =
  | `errors.${Extract<keyof Messages["errors"], string>}`
  | `notices.${Extract<keyof Messages["notices"], string>}`;

/** What a text is filled in with; amounts and days are filled in as texts of the reader's language. */
export type SaidValues = Record<string, string | number>;

const PREFIX = "say:";

/**
 * A text for people as the name of a message and its values, in one string: fit for errors, schemas and the store's
 * state. Who shows it turns it into words: the handler kit in answers, the notifications and forms in the browser.
 */
export function say(key: SaidKey, values: SaidValues = {}): string {
  return `${PREFIX}${key} ${JSON.stringify(values)}`;
}

/** What `say` was asked to say; null for any other text. */
export function readSaid(text: string): { key: string; values: SaidValues } | null {
  const match = /^say:(\S+) (\{.*\})$/su.exec(text);
  if (!match?.[1] || !match[2]) return null;
  return { key: match[1], values: JSON.parse(match[2]) };
}

/**
 * Says by `tell` what `say` made; leaves any other text as it is. A value called `error` may be said itself: why
 * something that is told of has failed.
 */
export function speak(text: string, tell: (key: SaidKey, values: SaidValues) => string): string {
  const said = readSaid(text);
  if (!said) return text;
  const { error } = said.values;
  const values = typeof error === "string" ? { ...said.values, error: speak(error, tell) } : said.values;
  return tell(said.key as SaidKey, values);
}
