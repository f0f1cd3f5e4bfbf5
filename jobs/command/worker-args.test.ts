import { describe, expect, it } from "vitest";
import { UsageError } from "./usage-error";
import { parseWorkerArgs } from "./worker-args";

describe("the worker's command line", () => {
  it("takes all queues one task at a time, or those that are named, each once", () => {
    expect(parseWorkerArgs([])).toEqual({
      queues: ["kratos-schedule", "kratos-etl", "kratos-train", "kratos-forecast"],
      concurrency: 1,
    });
    expect(parseWorkerArgs(["--queues", "forecast,etl,forecast", "--concurrency=4"])).toEqual({
      queues: ["kratos-forecast", "kratos-etl"],
      concurrency: 4,
    });
    expect(parseWorkerArgs(["-h"])).toBeNull();
  });

  it.each([
    [["--queues", "etl,deploy"], 'there is no queue "deploy"'],
    [["--queues", ""], 'there is no queue ""'],
    [["--concurrency", "0"], "a number from 1 to 32"],
    [["--concurrency", "1e1"], "a number from 1 to 32"],
    [["etl"], "Unexpected argument 'etl'"],
  ])("refuses %j in one line", (args, message) => {
    const parse = () => parseWorkerArgs(args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
    expect(parse).toThrow(/^[^\n]+$/);
  });
});
