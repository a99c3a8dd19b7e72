import { expect, it } from 'vitest';
import { countPlaywright, countVitest } from './count-tests.mjs';

const none = { passed: 0, failed: 0, skipped: 0 };

it('adds up what vitest tells', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
  };
  expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

it('counts a test file that does not load as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [broken] }, 1)).toMatchObject({
    passed: 7,
    failed: 1,
  });
});

it('counts a runner that failed in silence as a failure', () => {
  expect(countVitest(undefined, 1)).toEqual({ ...none, failed: 1 });
  expect(countPlaywright(undefined, 1)).toEqual({ ...none, failed: 1 });
});

it('counts a flaky browser test as failed', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [] }, 0)).toEqual({ passed: 5, failed: 1, skipped: 2 });
});
