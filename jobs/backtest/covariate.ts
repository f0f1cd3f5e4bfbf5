import { RowError } from "./input-error";

/** How many different texts a column may hold, each of which becomes a column of its own. */
export const MAX_CATEGORIES = 20;

/** Broken numbers, which are never meant as the name of a category. */
const BROKEN_NUMBER = /^[+-]?(nan|inf|infinity)$/i;
const NUMBER_PATTERN = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A finite number as written in a cell; null where it is anything else, "inf" and 1e999 included. */
export function toNumber(cell: string): number | null {
  const value = NUMBER_PATTERN.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** A covariate's cell: a number, a text, or null where it is empty. */
export type Cell = number | string | null;

/** What was seen of a covariate: whether it is numbers or texts shows at the end of the file only. */
export interface Covariate {
  name: string;
  texts: Map<string, string>;
  firstText: { line: number; text: string } | null;
  /** Different numbers, counted up to one more than may be categories. */
  numbers: Set<number>;
  categories: number;
  tooManyLine: number | null;
}

/** An unread covariate. */
export function createCovariate(name: string): Covariate {
  return { name, texts: new Map(), firstText: null, numbers: new Set(), categories: 0, tooManyLine: null };
}

function countCategory(covariate: Covariate, line: number): void {
  covariate.categories += 1;
  if (covariate.categories === MAX_CATEGORIES + 1) covariate.tooManyLine = line;
}

/**
 * Notes a trimmed cell of the column; equal texts are one string afterwards, however many rows there are. Throws
 * {@link RowError} where it is meant as a number and is no finite one.
 */
export function readCell(covariate: Covariate, text: string, line: number): Cell {
  if (text === "") return null;
  const number = toNumber(text);
  if (number !== null) {
    if (covariate.numbers.size <= MAX_CATEGORIES && !covariate.numbers.has(number)) {
      covariate.numbers.add(number);
      countCategory(covariate, line);
    }
    return number;
  }
  if (BROKEN_NUMBER.test(text) || NUMBER_PATTERN.test(text)) {
    throw new RowError(line, `${covariate.name} is ${JSON.stringify(text)}, which is no finite number`);
  }
  covariate.firstText ??= { line, text };
  const known = covariate.texts.get(text);
  if (known !== undefined) return known;
  if (covariate.texts.size <= MAX_CATEGORIES) covariate.texts.set(text, text);
  countCategory(covariate, line);
  return text;
}

/** How a covariate becomes columns of numbers. */
export interface Encoding {
  /** Names of the columns: the covariate's own, or one `name=text` for each of its texts. */
  columns: string[];
  /** Whether the column is 0 or 1: it is 0 on days that the file leaves out, where other numbers stay as they were. */
  isFlag: boolean;
  /** Categories in the order of the columns; null where the column is numbers. */
  categories: readonly (number | string)[] | null;
}

/** The column as numbers, or one column for each of its at most 20 texts. Throws {@link RowError} where it is neither. */
export function toEncoding(covariate: Covariate): Encoding {
  const { name, firstText, texts, numbers, tooManyLine } = covariate;
  if (!firstText) {
    const isFlag = [...numbers].every((number) => number === 0 || number === 1);
    return { columns: [name], isFlag, categories: null };
  }
  if (tooManyLine !== null) {
    const { line, text } = firstText;
    const limit = `a column of texts may hold ${MAX_CATEGORIES} different ones, and holds more by line ${tooManyLine}`;
    throw new RowError(line, `${name} is ${JSON.stringify(text)}, which is no finite number; ${limit}`);
  }
  const categories = [...[...numbers].sort((a, b) => a - b), ...[...texts.keys()].sort()];
  return { columns: categories.map((category) => `${name}=${category}`), isFlag: false, categories };
}

/** Value of the `index`th column of an encoding for a cell. */
export function encodeCell({ categories }: Encoding, cell: Cell, index: number): number {
  if (categories) return Number(categories[index] === cell);
  return typeof cell === "number" ? cell : Number.NaN;
}
