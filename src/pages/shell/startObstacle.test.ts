import { describe, expect, it } from 'vitest';
import { obstacleOf } from './startObstacle.svelte.ts';

const refusal = (name: string): DOMException => new DOMException('', name);

describe('a browser that does not open its storage', () => {
  it('is told apart by what a person can do about it', () => {
    expect(obstacleOf(refusal('VersionError'))).toBe('newer');
    expect(obstacleOf(refusal('QuotaExceededError'))).toBe('full');
    expect(obstacleOf(refusal('SecurityError'))).toBe('refused');
    expect(obstacleOf(refusal('InvalidStateError'))).toBe('refused');
    expect(obstacleOf(new TypeError('indexedDB is undefined'))).toBe('refused');
    expect(obstacleOf(refusal('UnknownError'))).toBe('failed');
  });
});
