import { hashText, type Random } from "@/jobs/simulate/random";

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** A UUID of version 7: ordered by time, which keeps the indexes dense while loading. */
export function timeUuid(ms: number, kind: string, index: number): string {
  const time = hex(ms, 12);
  const low = hashText(`${kind} ${index}`);
  const high = hashText(`${index} ${kind}`);
  const sequence = hex(index & 0xfff, 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${hex(0x8000 | (high >>> 18), 4)}-${hex(high & 0xffff, 4)}${hex(low, 8)}`;
}

const KEY_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A licence key such as K7PQ2-9XMRA-T3HBD. */
export function drawKeyCode(random: Random): string {
  const group = () => Array.from({ length: 5 }, () => KEY_LETTERS[random.int(0, KEY_LETTERS.length - 1)]).join("");
  return `${group()}-${group()}-${group()}`;
}
