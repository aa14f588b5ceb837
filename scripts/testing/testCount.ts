import { basename } from 'node:path';

/** What became of the tests of one stage, or of all of them. */
export interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  testResults: { name?: string; status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts the tests of a Vitest run. A file that could not be run at all, a run that failed without a failed test
 * (an unhandled error, say) and a run without any test each count as one failure: nothing passes by not running.
 */
export function countTests(report: VitestReport | null, exitCode: number | null): TestCount {
  const count: TestCount = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    const failedBefore = count.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count.passed++;
      else if (status === 'failed') count.failed++;
      else count.skipped++;
    }
    if (file.status === 'failed' && count.failed === failedBefore) count.failed++;
  }
  const failedUnseen = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  if (failedUnseen) count.failed = 1;
  return count;
}

/** The sums over several stages. */
export function addCounts(counts: TestCount[]): TestCount {
  const sum = (pick: (count: TestCount) => number) => counts.reduce((total, count) => total + pick(count), 0);
  return {
    passed: sum((count) => count.passed),
    failed: sum((count) => count.failed),
    skipped: sum((count) => count.skipped),
  };
}

/** The last line of a test run: `12 passed, 0 failed`, and the skipped ones where there are any. */
export function countLine({ passed, failed, skipped }: TestCount): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Which files have skipped tests and how many, in the order of the report. */
export function skippedFiles(report: VitestReport | null): Map<string, number> {
  const skipped = new Map<string, number>();
  for (const { name, assertionResults } of report?.testResults ?? []) {
    const count = assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').length;
    if (count > 0) skipped.set(basename(name ?? ''), count);
  }
  return skipped;
}

/** One line on what was skipped and what it needs; null where nothing was. */
export function skippedLine(files: Map<string, number>, corpus: string): string | null {
  if (files.size === 0) return null;
  const names = [...files].map(([name, count]) => `${name} (${count})`).join(', ');
  return `Skipped: ${names}. They need public test files, looked for in ${corpus} (FIELDSIFT_CORPUS names another folder), or a program that is not installed.`;
}
