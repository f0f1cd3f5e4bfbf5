import type { World } from "@/jobs/simulate/world/game";
import { addDays, toDate } from "@/lib/shared/day";

/** The last moment of the world at which anything happens, in milliseconds since 1970: a minute before its day ends. */
export function toEndMs({ day }: Pick<World, "day">): number {
  return toDate(addDays(day, 1)).getTime() - 60_000;
}

/** Moments after one, a step apart, or closer where the world would end before the last of them. */
export function listMomentsAfter(
  fromMs: number,
  { count, stepMs, endMs }: { count: number; stepMs: number; endMs: number },
): number[] {
  const step = Math.max(0, Math.min(stepMs, (endMs - fromMs) / count));
  return Array.from({ length: count }, (_, index) => Math.floor(fromMs + (index + 1) * step));
}
