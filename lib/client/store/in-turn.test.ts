import { describe, expect, it } from "vitest";
import { inTurn } from "./in-turn";

const { signal } = new AbortController();

describe("changes in turn", () => {
  it("begin when the one before has ended, however it ended", async () => {
    const steps: string[] = [];
    const run = (name: string, end: () => Promise<string>) =>
      inTurn(signal, async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} ends`);
        return end();
      });
    const answers = await Promise.allSettled([
      run("first", async () => "done"),
      run("second", () => Promise.reject(new Error("refused"))),
      run("third", async () => "done"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(steps).toEqual(["first", "second", "third"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it("never begin where they were given up while they waited", async () => {
    const controller = new AbortController();
    let hasRun = false;
    const first = inTurn(signal, () => new Promise((resolve) => setImmediate(resolve)));
    const waiting = inTurn(controller.signal, async () => {
      hasRun = true;
    });
    controller.abort();
    await expect(waiting).rejects.toThrow();
    await first;
    expect(hasRun).toBe(false);
  });
});
