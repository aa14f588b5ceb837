import { describe, expect, it } from 'vitest';
import { pendingMedia } from '../../core/photos/media.ts';
import { MediaQueue } from './mediaQueue.ts';

const [first, second] = ['a.jpg', 'b.jpg'].map((path) => pendingMedia('project', 'folder', path));
if (!first || !second) throw new Error('unreachable');

describe('MediaQueue', () => {
  it('hands out each photo once, in order, and then nothing', async () => {
    const queue = new MediaQueue();
    queue.refill([first, second]);
    expect([await queue.next(), await queue.next(), await queue.next()]).toEqual([first, second, null]);
  });

  it('lets workers wait while more photos are being found', async () => {
    const queue = new MediaQueue();
    const allCame = queue.expectMore();
    const waiting = queue.next();
    queue.add([first]);
    expect(await waiting).toBe(first);
    const last = queue.next();
    allCame();
    expect(await last).toBeNull();
  });

  it('ends for everyone, also for those who wait, until it is refilled', async () => {
    const queue = new MediaQueue();
    queue.expectMore();
    const waiting = queue.next();
    queue.end();
    expect(await waiting).toBeNull();
    queue.refill([second]);
    expect(await queue.next()).toBe(second);
  });
});
