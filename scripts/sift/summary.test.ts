import { expect, test } from 'vitest';
import { composeSummary, summaryTable } from './summary.ts';

const failure = { path: 'a/bad.jpg', code: 'truncated', reason: 'The photo ends too early.', detail: 'EOF' };

function summary(problem: string | null = null, failures = [failure]) {
  return composeSummary({
    page: {
      appVersion: '1.2.3',
      model: { id: 'lookout', version: '1', sha256: 'ab' },
      models: [{ id: 'lookout', version: '1', sha256: 'ab' }],
      recipe: {
        schemaVersion: 1,
        id: 'lookout',
        version: '1',
        name: 'Lookout',
        description: '',
        kind: 'single',
        model: 'cd',
      },
      settings: {},
      byStatus: { done: 9, failed: 1 },
      byLabel: { blank: 6, animal: 3 },
      damaged: 0,
      sequences: 4,
      sequencesByLabel: { blank: 3, animal: 1 },
      otherFiles: { video: 2 },
      failures,
    },
    status: {
      phase: 'done',
      total: 30,
      done: 29,
      failed: 1,
      pending: 0,
      known: 0,
      photosPerSecond: null,
      message: null,
    },
    record: {
      consoleErrors: ['oops'],
      pageErrors: [],
      foreignRequests: [],
      ownRequests: 9,
      crashed: false,
    },
    folders: ['/photos'],
    before: 20,
    elapsedSeconds: 4,
    browser: 'Chromium 1',
    imports: [
      {
        name: 'md.json',
        taken: ['md_v5a: results of 2 photos kept.'],
        passedOver: Array.from({ length: 22 }, (_, index) => ({
          what: `a/${index}.jpg`,
          reason: 'not in this survey',
        })),
        problem: null,
      },
      { name: 'book.xlsx', taken: [], passedOver: [], problem: 'Save the sheet as CSV.' },
    ],
    exports: ['photos.csv'],
    refusedExports: [{ target: 'camtrap-dp', reasons: ['Give the time zone.'] }],
    memory: [],
    problem,
  });
}

test('speed counts the photos of this run only', () => {
  expect(summary()).toMatchObject({ total: 30, photosPerSecond: 2.5, elapsedSeconds: 4, problem: null });
});

test('the table names counts, failures and what went wrong', () => {
  const table = summaryTable(summary('Nothing moved for 5 minutes.'));
  expect(table).toMatch(/^Photos +30: 9 done, 1 failed$/m);
  expect(table).toMatch(/^Labels +6 blank, 3 animal$/m);
  expect(table).toMatch(/^Other files +2 video$/m);
  expect(table).toMatch(/^Problem +Nothing moved for 5 minutes\.$/m);
  expect(table).toMatch(/^Not camtrap-dp +Give the time zone\.$/m);
  expect(table).toMatch(/^Page errors +1, see summary.json$/m);
  expect(table).toContain('  a/bad.jpg: The photo ends too early.');
});

test('a long list of failures is cut, with how many more there are', () => {
  const table = summaryTable(summary(null, Array<typeof failure>(25).fill(failure)));
  expect(table).toContain('and 5 more');
  expect(table.match(/too early/g)).toHaveLength(20);
});

test('imports come with what fitted nothing, and the reason', () => {
  const table = summaryTable(summary());
  expect(table).toContain('Import of md.json: md_v5a: results of 2 photos kept.');
  expect(table).toContain('  a/19.jpg: not in this survey\n  and 2 more, see summary.json');
  expect(table).not.toContain('a/20.jpg');
  expect(table).toContain('Import of book.xlsx: Save the sheet as CSV.');
});
