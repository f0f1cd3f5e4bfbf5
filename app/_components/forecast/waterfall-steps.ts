/** Something that moves a forecast, in units; positive adds to it. */
export type Effect = { key: string; name: string; units: number };

/** One bar: it spans from where the bar before it ended to where it ends; levels and sums stand on zero. */
export type Step = {
  key: string;
  name: string;
  from: number;
  to: number;
  /** `to - from`, in whole tenths. */
  units: number;
  kind: "level" | "up" | "down" | "none" | "sum";
};

const toTenths = (units: number) => Math.round(units * 10) / 10;

/**
 * The bars that lead from the usual level, effect by effect, to the forecast. It is where the bars end that is rounded,
 * so that the tenths which people read add up, too.
 */
export function toSteps(level: { name: string; units: number }, effects: readonly Effect[], sumName: string): Step[] {
  const start = toTenths(level.units);
  const steps: Step[] = [{ key: "level", name: level.name, from: 0, to: start, units: start, kind: "level" }];
  let reached = level.units;
  for (const { key, name, units: exact } of effects) {
    const [from, to] = [toTenths(reached), toTenths(reached + exact)];
    const units = toTenths(to - from);
    steps.push({ key, name, from, to, units, kind: units === 0 ? "none" : units > 0 ? "up" : "down" });
    reached += exact;
  }
  const sum = toTenths(reached);
  return [...steps, { key: "sum", name: sumName, from: 0, to: sum, units: sum, kind: "sum" }];
}

/** Where a bar lies on an axis over all the bars' ends and zero, both in percent of its length. */
export function toPlace(
  { from, to }: Pick<Step, "from" | "to">,
  steps: readonly Step[],
): { left: number; width: number } {
  const ends = steps.flatMap((step) => [step.from, step.to]);
  const [lowest, highest] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const length = highest - lowest || 1;
  return { left: ((Math.min(from, to) - lowest) / length) * 100, width: (Math.abs(to - from) / length) * 100 };
}
