import { expect, test } from 'vitest';
import { launchFailure } from './launchFailure.ts';

test.each([
  [
    'browserType.launch: closed\n<launched> pid=7\n[pid=7][err] chrome: libnss3.so is missing\n[pid=7] <process did exit: exitCode=127, signal=null>',
    'chrome: libnss3.so is missing',
  ],
  [
    'browserType.launch: closed\n[pid=7] <process did exit: exitCode=1, signal=null>',
    'exitCode=1, signal=null',
  ],
  [
    'browserType.launch: Timeout 30000ms exceeded.\nCall log:',
    'browserType.launch: Timeout 30000ms exceeded.',
  ],
])('the one line that says why', (message, reason) => {
  expect(launchFailure(message)).toBe(reason);
});
