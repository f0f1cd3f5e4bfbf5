import { describe, expect, it } from "vitest";
import { addCounts, formatCounts, readVitestReport } from "./test-counts";

const report = (changes: object = {}) =>
  JSON.stringify({
    success: true,
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [{ status: "passed", assertionResults: [{}] }],
    ...changes,
  });

describe("readVitestReport", () => {
  it("counts passed, failed and skipped tests", () => {
    expect(readVitestReport(report(), true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
    expect(readVitestReport(report({ numFailedTests: 2 }), false)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it("counts a file that failed before its first test", () => {
    const broken = report({ success: false, testResults: [{ status: "failed", assertionResults: [] }] });
    expect(readVitestReport(broken, false).failed).toBe(1);
  });

  it("never calls a runner that ended badly a pass", () => {
    expect(readVitestReport(report(), false).failed).toBe(1);
    expect(readVitestReport("", true).failed).toBe(1);
    expect(readVitestReport("{}", true).failed).toBe(1);
  });
});

it("prints the sum in the form that CI reads", () => {
  const sum = addCounts({ passed: 1, failed: 0, skipped: 2 }, { passed: 10, failed: 1, skipped: 0 });
  expect(formatCounts(sum)).toBe("11 passed, 1 failed, 2 skipped");
});
