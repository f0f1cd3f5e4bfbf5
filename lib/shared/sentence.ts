/**
 * A sentence before the reader's language is known: the key of its message and what fills it in. Numbers and days are
 * filled in as they are; the message says how its language writes them.
 */
export type Sentence<Key extends string = string> = { key: Key; values?: Record<string, string | number | Date> };
