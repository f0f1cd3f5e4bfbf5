/** What was measured; times are medians, memory is the process' peak. */
export interface Measured {
  windowsPerSecond: number;
  stepMs: number;
  peakMb: number;
}

const WARM_UP_STEPS = 8;

/** Peak resident memory of this process in MB. */
export const readPeakMb = () => process.resourceUsage().maxRSS / 1024;

/** Runs steps for about that many seconds after a warm-up, and takes the median. */
export async function measureSteps(
  windows: number,
  seconds: number,
  step: (index: number) => void | Promise<void>,
): Promise<Measured> {
  for (let index = 0; index < WARM_UP_STEPS; index += 1) await step(index);
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let index = 0; performance.now() < until; index += 1) {
    const started = performance.now();
    await step(index);
    times.push(performance.now() - started);
  }
  const stepMs = times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
  return { windowsPerSecond: (1000 * windows) / stepMs, stepMs, peakMb: readPeakMb() };
}
