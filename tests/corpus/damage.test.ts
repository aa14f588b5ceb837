import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/statistics/randomSource.ts';
import { isTruncatedJpeg } from '../../src/core/files/image/jpegHeader.ts';
import { jpegDamage } from '../../src/core/files/jpeg/jpegDamage.ts';
import { inCorpus } from '../helpers/corpus.ts';

const folders = [inCorpus('photos'), inCorpus('exif')];

function jpegsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.jpe?g$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What libjpeg says of a file; null where it says nothing. */
function complaint(path: string): string | null {
  const { stderr } = runDjpeg(path);
  return stderr === '' ? null : stderr;
}

function runDjpeg(path: string): { stderr: string } {
  try {
    const script = 'djpeg -scale 1/8 -outfile /dev/null "$1" 2>&1';
    return { stderr: execFileSync('sh', ['-c', script, 'sh', path], { encoding: 'utf8' }) };
  } catch (error) {
    return { stderr: String(error) };
  }
}

function hasDjpeg(): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v djpeg'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const photos = jpegsIn(folders[0] ?? '');

describe.skipIf(photos.length === 0)('JPEGs of cameras (needs the public photos)', () => {
  it.skipIf(!hasDjpeg())('none that libjpeg decodes without a word is marked', { timeout: 120_000 }, () => {
    const marked = folders
      .flatMap(jpegsIn)
      .filter((path) => {
        const bytes = new Uint8Array(readFileSync(path));
        return bytes[0] === 0xff && !isTruncatedJpeg(bytes) && jpegDamage(bytes) !== null;
      })
      .filter((path) => complaint(path) === null);
    expect(marked).toEqual([]);
  });

  it('with a hole, bytes lost or an end too early are marked', { timeout: 120_000 }, () => {
    const random = createRandom(9);
    let damaged = 0;
    let found = 0;
    for (const path of photos.filter((one) => !one.includes('broken'))) {
      const bytes = new Uint8Array(readFileSync(path));
      if (isTruncatedJpeg(bytes) || bytes.length > 400_000) continue;
      const at = random.whole(Math.floor(bytes.length / 3), Math.floor(bytes.length / 2));
      const variants = [
        bytes.slice().fill(0, at, at + 4096),
        Uint8Array.from([...bytes.subarray(0, at), 0xff, 0xd9]),
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 512)]),
      ];
      damaged += variants.length;
      found += variants.filter((variant) => jpegDamage(variant) !== null).length;
    }
    expect(damaged).toBeGreaterThan(50);
    expect(found / damaged).toBeGreaterThan(0.95);
  });
});
