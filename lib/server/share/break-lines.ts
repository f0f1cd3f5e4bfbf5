/** How wide a text is at a size. */
type Measure = (text: string, size: number) => number;

type Box = { width: number; sizes: readonly number[]; maxLines: number };

function fill(words: readonly string[], width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function shorten(line: string, width: number, widthOf: (text: string) => number): string {
  let end = line.length;
  while (end > 1 && widthOf(`${line.slice(0, end).trimEnd()}…`) > width) end -= 1;
  return `${line.slice(0, end).trimEnd()}…`;
}

/** Breaks a text into lines at the largest size at which it fits; at the smallest, what does not fit is left out. */
export function breakLines(
  text: string,
  { width, sizes, maxLines }: Box,
  measure: Measure,
): { lines: string[]; size: number } {
  const words = text.split(/\s+/u).filter(Boolean);
  for (const size of sizes) {
    const widthOf = (line: string) => measure(line, size);
    const lines = fill(words, width, widthOf);
    if (lines.length <= maxLines && lines.every((line) => widthOf(line) <= width)) return { lines, size };
  }
  const size = sizes.at(-1) ?? 0;
  const widthOf = (line: string) => measure(line, size);
  const lines = fill(words, width, widthOf).slice(0, maxLines);
  const isCut = lines.join(" ") !== words.join(" ");
  return {
    size,
    lines: lines.map((line, at) =>
      (isCut && at === lines.length - 1) || widthOf(line) > width ? shorten(line, width, widthOf) : line,
    ),
  };
}
