import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { scanMegaDetector } from '../../core/exchange/megaDetector/megaDetectorScan.ts';
import { loadOutputs } from '../../storage/outputRepository.ts';
import { keepResults } from './keepResults.ts';

const names = Array.from({ length: 1200 }, (_, index) => `Ridge/${index}.jpg`);
const contentKeys = new Map(names.map((name) => [name, `content of ${name}`]));

/** Results that give every photo one animal of that confidence. */
function megaDetector(conf: number): string {
  const detections = [{ category: '1', conf, bbox: [0.1, 0.1, 0.5, 0.5] }];
  return JSON.stringify({
    images: names.map((file) => ({ file, detections })),
    detection_categories: { 1: 'animal', 2: 'person', 3: 'vehicle' },
    info: { format_version: '1.3', detector: 'detector' },
  });
}

async function scores(): Promise<number[]> {
  const found: number[] = [];
  for await (const page of loadOutputs('model')) {
    found.push(...page.map(({ said }) => ('labelScores' in said ? (said.labelScores[0] ?? NaN) : NaN)));
  }
  return found;
}

it('changes nothing when an import ends half-way, and everything when it is taken up again', async () => {
  const text = megaDetector(0.75);
  const scan = scanMegaDetector();
  scan.push(text);
  const results = scan.finish();
  const photos = { modelHash: 'model', contentKeys };
  const whole = new Blob([text]);
  const cut = new Blob([text.slice(0, text.length / 2)]);

  await expect(keepResults(cut, results, photos, () => undefined)).rejects.toThrow();
  expect(await scores()).toEqual([]);
  expect(await keepResults(whole, results, photos, () => undefined)).toEqual({
    kept: names.length,
    differing: 0,
  });
  expect(await scores()).toEqual(names.map(() => 0.75));

  const later = new Blob([megaDetector(0.25).slice(0, text.length / 2)]);
  await expect(keepResults(later, results, photos, () => undefined)).rejects.toThrow();
  expect(await scores()).toEqual(names.map(() => 0.75));
});
