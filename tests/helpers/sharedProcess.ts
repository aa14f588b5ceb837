import { afterAll, expect } from 'vitest';

// Many test files share one process. A file that leaves a global behind would change the tests after it, in an order
// that nobody chose: `scripts/testing/unitTests.ts` finds such files and gives each a process of its own.

const globals = (): Record<string, PropertyDescriptor | undefined> =>
  Object.getOwnPropertyDescriptors(globalThis);
const before = globals();

afterAll(() => {
  const after = globals();
  const changed = Object.keys({ ...before, ...after }).filter((name) => {
    // What a library keeps for itself has such a name.
    if (name.startsWith('__')) return false;
    const [old, now] = [before[name], after[name]];
    if (!old || !now) return true;
    // One with a getter is made when it is first read.
    return !old.get && !Object.is(old.value, now.value);
  });
  expect(changed, 'globals that this file changed for the tests after it').toEqual([]);
});
