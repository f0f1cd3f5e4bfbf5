import type { ByteRange } from "../storage/storage";

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** The one range that a Range header asks for; null for none, several or nonsense, which HTTP says to ignore. */
export function parseByteRange(header: string | null): ByteRange | null {
  const [, first, last] = RANGE.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return null;
  if (first === "") return { last: Number(last) };
  const [start, end] = [Number(first), last === "" ? null : Number(last)];
  return end !== null && end < start ? null : { start, end };
}
