import { expect, test } from 'vitest';
import { addCounts, countLine, countTests, skippedFiles, skippedLine } from './testCount.ts';

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

test('what is skipped is said in one line, with the folder it is looked for in', () => {
  const report = {
    testResults: [
      { name: '/here/one.test.ts', ...file('passed', 'passed') },
      { name: '/here/two.test.ts', ...file('passed', 'skipped', 'passed', 'pending') },
    ],
  };
  const line = skippedLine(skippedFiles(report), '/files');
  expect(line).toMatch(/^Skipped: two\.test\.ts \(2\)\. They need .* in \/files \(FIELDSIFT_CORPUS .*$/);
  expect(skippedLine(skippedFiles(null), '/files')).toBeNull();
});
