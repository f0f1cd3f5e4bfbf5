import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createSteps } from "./steps";

/** A log rather than a terminal. */
function createLog() {
  const stream = new PassThrough();
  const steps = createSteps(stream as unknown as NodeJS.WriteStream);
  return {
    steps,
    readLines: () =>
      String(stream.read() ?? "")
        .trimEnd()
        .split("\n"),
  };
}

it("writes a line at the begin, at each quarter and at the end of a step where there is no terminal", async () => {
  const { steps, readLines } = createLog();
  const result = await steps.run("Training", async (progress) => {
    for (const fraction of [0.1, 0.2, 0.26, 0.3, 0.8, 0.7, 1]) progress(fraction, "fit");
    return 7;
  });
  expect(result).toBe(7);
  expect(readLines()).toEqual([
    "- Training …",
    "  Training: 25 % (fit)",
    "  Training: 75 % (fit)",
    expect.stringMatching(/^✓ Training \(\d+\.\d s\)$/),
  ]);
});

it("writes no tick for a step that failed, and passes its error on", async () => {
  const { steps, readLines } = createLog();
  await expect(steps.run("Build", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(readLines()).toEqual(["- Build …"]);
});
