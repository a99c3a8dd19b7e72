// Turns the JSON reports of vitest and Playwright into one shape: { passed, failed, skipped }.
// A runner that failed without naming a test (a file that does not load, a crash) counts as one failure:
// silence never looks like success.
import { existsSync, readFileSync } from 'node:fs';

/** From vitest's `--reporter=json`. */
export function countVitest(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const brokenFiles = (report?.testResults ?? []).filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  }).length;
  const failed = (report?.numFailedTests ?? 0) + brokenFiles;
  return honest(
    { passed, failed, skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0) },
    exitCode,
  );
}

/** From Playwright's JSON reporter. A test that passed only at a second try counts as failed. */
export function countPlaywright(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return honest(
    { passed: expected, failed: unexpected + flaky + (report?.errors?.length ?? 0), skipped },
    exitCode,
  );
}

function honest(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The report a runner wrote, or undefined when it wrote none or half of one. */
export function readReport(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
