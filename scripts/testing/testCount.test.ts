import { expect, test } from 'vitest';
import { addCounts, countLine, countTests } from './testCount.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('counts passed, failed and skipped tests over all files', () => {
  const report = {
    testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'failed', 'passed', 'pending')],
  };
  expect(countTests(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test('a file that did not load is a failure', () => {
  const report = { testResults: [file('passed', 'passed'), file('failed')] };
  expect(countTests(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test.each([
  ['a run that failed beside its tests', { testResults: [file('passed', 'passed')] }, 1, 1],
  ['a run without tests', { testResults: [] }, 0, 0],
  ['a run in which all tests are skipped', { testResults: [file('passed', 'skipped')] }, 0, 0],
  ['a run that left no report', null, null, 0],
])('%s is a failure', (_name, report, exitCode, passed) => {
  expect(countTests(report, exitCode)).toMatchObject({ passed, failed: 1 });
});

test('the line names skipped tests only where there are any', () => {
  const clean = { passed: 3, failed: 0, skipped: 0 };
  expect(countLine(clean)).toBe('3 passed, 0 failed');
  expect(countLine(addCounts([clean, { passed: 1, failed: 2, skipped: 4 }]))).toBe(
    '4 passed, 2 failed, 4 skipped',
  );
});
