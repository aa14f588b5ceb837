import { expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { thirdPartyNotices } from './notices.ts';

it('tells the licence of every package that is in the app', () => {
  const notices = thirdPartyNotices(process.cwd())
    .split(`\n\n${'-'.repeat(80)}\n\n`)
    .slice(1);
  const named = notices.map((notice) => notice.slice(0, notice.indexOf(' ')));
  expect(named).toEqual(
    expect.arrayContaining([
      ...Object.keys(packageJson.dependencies),
      ...['svelte', 'onnxruntime-common', 'workbox-core', 'workbox-window'],
    ]),
  );
  for (const notice of notices) {
    expect(notice).toMatch(/copyright|apache license|redistribution/i);
    expect(notice.length).toBeGreaterThan(500);
  }
});
