import { z } from "zod";

/** Results of one runner, or of all. */
export type Counts = { passed: number; failed: number; skipped: number };

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * Counts from Vitest's JSON report. A file that failed before its first test counts as one failure, and a runner that
 * ended badly, or wrote no report, has at least one: no breakdown may look like a pass.
 */
export function readVitestReport(text: string, isOk: boolean): Counts {
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const report = reportSchema.parse(JSON.parse(text));
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    counts = {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { ...counts, failed: 1 };
  }
  return isOk ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

/** The line that CI reads. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
