import { describe, expect, it } from 'vitest';
import { evidenceKey } from './gateEvidence.ts';

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

describe('evidenceKey', () => {
  it('stays the same for the same box, and changes with the place, the model and the photo', () => {
    const sign = { model: 'm', label: 'hiker', role: 'person', score: 0.4, box } as const;
    const key = evidenceKey('a', sign);
    expect(evidenceKey('a', { ...sign, score: 0.6 })).toBe(key);
    expect(evidenceKey('a', { ...sign, box: { ...box, x: 0.1000004 } })).toBe(key);
    expect(evidenceKey('a', { ...sign, box: { ...box, x: 0.11 } })).not.toBe(key);
    expect(evidenceKey('a', { ...sign, model: 'n' })).not.toBe(key);
    expect(evidenceKey('a', { ...sign, label: 'hunter' })).not.toBe(key);
    expect(evidenceKey('b', sign)).not.toBe(key);
  });
});
