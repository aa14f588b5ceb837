import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sortingCsv, sortingPowerShellScript, sortingShellScript } from './sortingLists.ts';

const originals = [
  { path: "card/It's $(touch spoiled) `x`.jpg", target: 'red deer/1.jpg' },
  { path: 'card/-n "b"\n;rm.jpg', target: "red deer/it's.jpg" },
  { path: '=1+1.jpg', target: 'top.jpg' },
];

describe('lists for sorting originals', () => {
  let place = '';
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'sorting-'));
    mkdirSync(join(place, 'from/card'), { recursive: true });
    originals.forEach(({ path }, index) => writeFileSync(join(place, 'from', path), `photo ${index}`));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('copies by shell, whatever names hold, and overwrites nothing', () => {
    writeFileSync(join(place, 'copy.sh'), sortingShellScript(originals));
    const run = (): string =>
      execFileSync('sh', ['copy.sh', 'from', 'to'], { cwd: place, stdio: 'pipe' }).toString();
    run();
    originals.forEach(({ path, target }, index) => {
      expect(readFileSync(join(place, 'to', target), 'utf8')).toBe(`photo ${index}`);
      expect(readFileSync(join(place, 'from', path), 'utf8')).toBe(`photo ${index}`);
    });
    writeFileSync(join(place, 'to/top.jpg'), 'mine');
    run();
    expect(readFileSync(join(place, 'to/top.jpg'), 'utf8')).toBe('mine');
  });

  it('doubles every kind of single quote for PowerShell', () => {
    const script = sortingPowerShellScript([{ path: "a'b\u2019c.jpg", target: 'x/$y.jpg' }]);
    expect(script).toContain("Put 'a''b\u2019\u2019c.jpg' 'x/$y.jpg'");
    expect(script.charCodeAt(0)).toBe(0xfeff);
  });

  it('is a table too, in which no cell is a formula', () => {
    const provenance = { by: 'human', person: '=Ada', at: '2021-07-01T08:30:00Z' } as const;
    const labelled = originals.map((original) => ({ ...original, label: 'red deer', provenance }));
    const { data } = Papa.parse<string[]>(sortingCsv(labelled, { appVersion: '9.9.9' }).trimEnd());
    expect(data[2]?.slice(0, 6)).toEqual([
      'card/-n "b"\n;rm.jpg',
      "red deer/it's.jpg",
      'red deer',
      'human',
      "'=Ada",
      '2021-07-01T08:30:00Z',
    ]);
    expect(data[3]?.[0]).toBe("'=1+1.jpg");
  });
});
