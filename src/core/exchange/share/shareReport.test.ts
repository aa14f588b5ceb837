import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { estimateLeak } from '../../decisions/gate/leakEstimate.ts';
import { planShare } from './sharePlan.ts';
import type { ShareablePhoto, ShareableSequence } from './shareable.ts';
import { defaultShareOptions, type ShareOptions } from './shareOptions.ts';
import { shareReport, sumsFile, type CopyResult } from './shareReport.ts';

const gate = { personThreshold: 0.1, vehicleThreshold: null, neighbourSeconds: 0 };

function photo(path: string): ShareablePhoto {
  const captured = '2021-05-01T06:00:00';
  return {
    id: path,
    path,
    deploymentId: 'farm',
    label: 'fox',
    evidence: [],
    reviewed: [],
    capturedAt: captured,
  };
}

const sequences: ShareableSequence[] = [
  { id: 'farm#1', gate: { state: 'clear' }, photos: [photo('farm/A.jpg'), photo('farm/B.jpg')] },
  { id: 'farm#2', gate: { state: 'held', by: 'machine', signs: [] }, photos: [photo('farm/C.jpg')] },
];

function reportOf(
  options: Partial<ShareOptions>,
  leak: Parameters<typeof estimateLeak>[0] | null = null,
): string {
  const all = { ...defaultShareOptions, ...options };
  const plan = planShare(sequences, { person: 0.1, vehicle: 0.1 }, all);
  const results = plan.copies.map((copy, index): CopyResult =>
    index === 0 ? { copy, sha256: 'ab'.repeat(32), bytes: 10 } : { copy, failure: 'The photo is cut short.' },
  );
  return shareReport(plan, results, {
    appVersion: '0.1.0',
    at: '2021-06-01T00:00:00.000Z',
    survey: 'Farm of Ada',
    models: [{ id: 'lookout', version: '1', sha256: 'cd'.repeat(32) }],
    gate,
    options: all,
    leak: leak && estimateLeak(leak),
  });
}

describe('the report beside copies', () => {
  it('says what was shared, what failed, what stayed behind and why', () => {
    const report = JSON.parse(reportOf({})) as Record<string, unknown>;
    expect(report).toMatchObject({ shared: 1, failed: 1, withCovers: 0 });
    expect(report['leftOut']).toEqual([
      { reason: 'held', meaning: 'Held back by the people gate.', photos: 1 },
    ]);
    expect(report['leftOutPhotos']).toEqual([{ original: 'farm/C.jpg', sequence: 'farm#2', reason: 'held' }]);
    expect(report['leak']).toMatch(/^Not measured/);
  });

  it('says how many people the gate lets through, as measured', () => {
    const { leak } = JSON.parse(reportOf({}, { checked: 150, missed: 0, clear: 3000 })) as { leak: object };
    expect(leak).toMatchObject({ checked: 150, missed: 0, confidence: 0.95 });
  });

  it('gives no name away when names are neutral, and no time unless asked', () => {
    const neutral = reportOf({ neutralNames: true });
    expect(neutral).not.toMatch(/farm|Ada|A\.jpg/i);
    expect(neutral).not.toContain('2021-05-01');
    expect(reportOf({ neutralNames: true, captureTimes: true })).toContain('2021-05-01T06:00:00');
  });

  it('comes with sums in the form that sha256sum reads', () => {
    const sha256 = createHash('sha256').update('x').digest('hex');
    expect(sumsFile([{ name: 'a b.jpg', sha256 }])).toBe(`${sha256}  a b.jpg\n`);
  });
});
