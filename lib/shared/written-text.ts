import { z } from "zod";
import { say } from "./say";

/** Marks that turn the direction of what follows them: a text could turn the page around it. */
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/gu;

/** What other programs break a line with. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

const CONTROL_CHARACTERS = /[^\P{Cc}\t\n]/u;

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\s]/gu;

/** Characters as people count them when they type: not the halves of an emoji's code. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

/** A text as it is kept: composed (NFC), one kind of line break, no more than one empty line in a row, nothing that turns directions. */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(LINE_BREAKS, "\n")
    .replaceAll(DIRECTION_OVERRIDES, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

/** A text of several lines that people write, tidied; `min` counts what can be seen. */
export function writtenTextSchema({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .transform(tidyText)
    .refine((text) => !CONTROL_CHARACTERS.test(text), say("errors.controlCharacters"))
    .refine((text) => countCharacters(text.replaceAll(UNSEEN, "")) >= min, say("errors.textTooShort", { min }))
    .refine((text) => countCharacters(text) <= max, say("errors.textTooLong", { max }));
}
