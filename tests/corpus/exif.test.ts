import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPhotoMetadata } from '../../src/platform/exif.ts';
import { bytesReadBy, mostReads } from '../helpers/readCount.ts';
import { corpusFolder, inCorpus } from '../helpers/corpus.ts';

const photoFolder = inCorpus('photos');
const awkwardFolder = inCorpus('exif');

interface ExiftoolAnswer {
  SourceFile: string;
  DateTimeOriginal?: string;
  SubSecTimeOriginal?: string | number;
  OffsetTimeOriginal?: string;
  SerialNumber?: string | number;
}

function hasExiftool(): boolean {
  try {
    execFileSync('exiftool', ['-ver'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What exiftool says of every photo of a folder; one damaged file makes it exit with 1, its answers still count. */
function askExiftool(folder: string): ExiftoolAnswer[] {
  const tags = ['-DateTimeOriginal', '-SubSecTimeOriginal', '-OffsetTimeOriginal', '-SerialNumber'];
  const run = ['-j', '-q', '-q', '-r', ...tags, '-ext', 'jpg', '-ext', 'jpeg', folder];
  let json: string;
  try {
    json = execFileSync('exiftool', run, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    json = (error as { stdout: string }).stdout;
  }
  return JSON.parse(json) as ExiftoolAnswer[];
}

const comparable = existsSync(photoFolder) && hasExiftool();

describe.skipIf(!comparable)(
  'capture times of real camera-trap photos (needs the public photos and exiftool)',
  () => {
    it('equal what exiftool prints', { timeout: 60_000 }, async () => {
      const answers = askExiftool(photoFolder);
      expect(answers.length).toBeGreaterThan(90);
      for (const {
        SourceFile,
        DateTimeOriginal,
        SubSecTimeOriginal,
        OffsetTimeOriginal,
        SerialNumber,
      } of answers) {
        const { captureTime, serial } = await readPhotoMetadata(readFileSync(SourceFile));
        const written = captureTime && {
          time: captureTime.civil.replace(/(\d+)-(\d+)-(\d+)T/, '$1:$2:$3 '),
          subsecond: captureTime.subsecond,
          offset: captureTime.offset,
          serial,
        };
        expect(written, relative(corpusFolder, SourceFile)).toEqual(
          DateTimeOriginal === undefined
            ? null
            : {
                time: DateTimeOriginal,
                subsecond: SubSecTimeOriginal?.toString() ?? null,
                offset: OffsetTimeOriginal ?? null,
                serial: SerialNumber?.toString() ?? null,
              },
        );
      }
    });

    it('are the same from the first 128 KiB', async () => {
      for (const file of filesIn(photoFolder)) {
        const bytes = readFileSync(file);
        const head = await readPhotoMetadata(bytes.subarray(0, 131_072));
        expect(head.captureTime, relative(corpusFolder, file)).toEqual(
          (await readPhotoMetadata(bytes)).captureTime,
        );
      }
    });
  },
);

describe.skipIf(!existsSync(awkwardFolder))('awkward files (needs the public files)', () => {
  it(
    'each give an answer, whole and cut, after a few looks at each byte at most',
    { timeout: 60_000 },
    async () => {
      const files = filesIn(awkwardFolder);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const bytes = readFileSync(file);
        const whole = await readPhotoMetadata(bytes);
        const readings: Promise<unknown>[] = [];
        const read = bytesReadBy(() => {
          for (const length of [bytes.length, 0, 1, 11, 64, 500, 4096]) {
            readings.push(readPhotoMetadata(bytes.subarray(0, length)));
          }
        });
        await Promise.all(readings);
        expect(read, relative(corpusFolder, file)).toBeLessThanOrEqual(mostReads(bytes.length));
        expect([1, 2, 3, 4, 5, 6, 7, 8], relative(corpusFolder, file)).toContain(whole.orientation);
      }
    },
  );
});
