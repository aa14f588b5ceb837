import { afterEach, describe, expect, it, vi } from 'vitest';
import { inBackground, tellFailures } from '../../platform/background.ts';
import { failureInWords } from './failureInWords.ts';

const heard: string[] = [];
tellFailures((error, what) => heard.push(failureInWords(error, what)));
afterEach(() => heard.splice(0));

describe('work that nobody waits for', () => {
  it.each([
    [
      new DOMException('no room', 'QuotaExceededError'),
      'The disk is full, so “Use” did not work. Free some space',
    ],
    [new Error('The worker died.'), '“Use” did not work: The worker died. Reload'],
    [new DOMException('', 'NotFoundError'), '“Use” did not work: NotFoundError. Reload'],
  ])('says what did not work and what to do: %s', async (failure, sentence) => {
    inBackground(Promise.reject(failure), 'Use');
    await vi.waitFor(() => expect(heard).toEqual([expect.stringContaining(sentence)]));
  });

  it('says so in a sentence where nobody asked for it', async () => {
    inBackground(Promise.reject(new TypeError('x is undefined')));
    await vi.waitFor(() =>
      expect(heard).toEqual([expect.stringContaining('Something went wrong: x is undefined. Reload')]),
    );
  });

  it('is quiet where somebody stopped it', async () => {
    inBackground(Promise.reject(new DOMException('Stopped.', 'AbortError')), 'Use');
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual([]);
  });
});
