import { expect, test } from 'vitest';
import { inLanes } from './inLanes.ts';

test('two run at a time, each once, what looks at another after it, and the results keep their order', async () => {
  const steps = [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd', after: 'c' }];
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const results = await inLanes(steps, 2, async ({ name }) => {
    running += 1;
    most = Math.max(most, running);
    log.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
    running -= 1;
    return name.toUpperCase();
  });
  expect(results).toEqual(['A', 'B', 'C', 'D']);
  expect(most).toBe(2);
  expect(log.indexOf('d begins')).toBeGreaterThan(log.indexOf('c ends'));
  expect(log).toHaveLength(8);
});

test('one that breaks is told', async () => {
  await expect(inLanes([{ name: 'a' }], 2, () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
});
