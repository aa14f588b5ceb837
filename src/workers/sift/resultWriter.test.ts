import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ResultWriter } from './resultWriter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('ResultWriter', () => {
  it('writes a second after the first result, all of them at once and in order', async () => {
    const batches: number[][] = [];
    const writer = new ResultWriter<number>((batch) => Promise.resolve(void batches.push(batch)));
    writer.add(1);
    await vi.advanceTimersByTimeAsync(600);
    writer.add(2);
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(batches).toEqual([[1, 2]]);
  });

  it('writes at once when five hundred have come', async () => {
    const sizes: number[] = [];
    const writer = new ResultWriter<number>((batch) => Promise.resolve(void sizes.push(batch.length)));
    for (let index = 0; index < 501; index += 1) writer.add(index);
    await vi.advanceTimersByTimeAsync(0);
    expect(sizes).toEqual([500]);
    await writer.flush();
    expect(sizes).toEqual([500, 1]);
  });

  it('never has two writes under way', async () => {
    let open = 0;
    let most = 0;
    const writer = new ResultWriter<number>(async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 50));
      open -= 1;
    });
    for (let index = 0; index < 1500; index += 1) writer.add(index);
    const flushed = writer.flush();
    await vi.advanceTimersByTimeAsync(1000);
    await flushed;
    expect(most).toBe(1);
  });

  it('stops the run at the next result when a write failed', async () => {
    const writer = new ResultWriter<number>(() => Promise.reject(new Error('disk full')));
    writer.add(1);
    await expect(writer.flush()).rejects.toThrow('disk full');
    expect(() => writer.add(2)).toThrow('disk full');
  });
});
