import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeManifest, parseManifestDraft } from '../../src/core/models/manifest/manifestDraft.ts';
import { parseModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { inCorpus } from '../helpers/corpus.ts';

const folder = 'docs/packs';
const modelsFolder = inCorpus('models');

function manifestValue(pack: string): unknown {
  return JSON.parse(readFileSync(join(folder, pack, 'manifest.json'), 'utf8'));
}

const packs = readdirSync(folder);
const drafts = packs.map((pack) => ({ pack, draft: parseManifestDraft(manifestValue(pack)) }));
const verified = drafts.filter(({ draft }) => draft.files.every(({ sha256 }) => sha256 !== null));

describe('the worked manifests', () => {
  it('cover the detectors and classifiers that field teams use', () => {
    expect(packs).toEqual(
      expect.arrayContaining([
        'deepfaune',
        'deimv2-atto',
        'mbaza-serengeti',
        'mdv1000-cedar',
        'mdv1000-larch',
        'mdv1000-redwood',
        'mdv1000-sorrel',
        'mdv1000-spruce',
        'mdv6-apache-rtdetr-c',
        'mdv6-mit-yolov9-c',
        'mdv6-yolov10-c',
        'megadetector-v5a',
        'megadetector-v5b',
        'speciesnet-4.0-a',
        'speciesnet-4.0-b',
        'timm-classifier',
        'ultralytics-classifier',
        'ultralytics-detector',
        'yolov8n',
        'yolox-nano',
      ]),
    );
  });

  it.each(drafts)('$pack is whole once its model is there', ({ pack, draft }) => {
    const found = { model: { bytes: 1, sha256: '0'.repeat(64) }, labels: 'fox\nempty' };
    expect(completeManifest(draft, found).id).toBe(pack);
  });

  it('of models that are at hand need nothing more', () => {
    expect(verified.map(({ pack }) => pack)).toEqual(['deimv2-atto', 'yolov8n', 'yolox-nano']);
    for (const { pack } of verified) expect(() => parseModelManifest(manifestValue(pack))).not.toThrow();
  });

  it("mbaza-serengeti has DrivenData's 54 columns, of which one is empty", () => {
    const labels = drafts.find(({ pack }) => pack === 'mbaza-serengeti')?.draft.labels ?? [];
    expect(labels).toHaveLength(54);
    expect(labels.filter(({ role }) => role === 'blank')).toEqual([{ name: 'empty', role: 'blank' }]);
    const names = labels.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
  });

  it.each(drafts.filter(({ draft }) => /^(megadetector|mdv)/.test(draft.id)))(
    '$pack has the three classes of MegaDetector in their order',
    ({ draft }) => {
      expect(draft.labels?.map(({ name, role }) => [name, role])).toEqual([
        ['animal', 'animal'],
        ['person', 'person'],
        ['vehicle', 'vehicle'],
      ]);
    },
  );
});

const reason = existsSync(modelsFolder) ? null : `there are no models in ${modelsFolder}`;

if (reason !== null) console.log(`The hashes of the worked packs are not checked: ${reason}.`);

describe.skipIf(reason !== null)('the models at hand', () => {
  it.each(verified)('$pack fits its manifest', ({ draft }) => {
    const [file] = draft.files;
    const bytes = readFileSync(join(modelsFolder, file?.path ?? ''));
    expect(bytes.length).toBe(file?.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
  });
});
