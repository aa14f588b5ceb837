import { expect, it } from 'vitest';
import { threeClassManifest } from '../../../../tests/fixtures/photo.ts';
import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import { broughtAgain } from './sameModel.ts';

const kept = { ...threeClassManifest, files: [{ kind: 'model' }] } as unknown as ModelManifest;
const { person, vehicle } = kept.thresholds;

it('a model that is brought in again takes its new name, and goes on seeing people as it did', () => {
  const [animal, , car] = kept.labels;
  const loose: ModelManifest = {
    ...kept,
    name: 'New name',
    labels: [animal, { name: 'person', role: 'other' }, car] as ModelManifest['labels'],
    thresholds: {
      ...kept.thresholds,
      person: { typical: 0.9, conservative: 0.9 },
      vehicle: { typical: 1, conservative: 0.01 },
    },
  };
  expect(broughtAgain(kept, loose)).toMatchObject({
    ...{ name: 'New name', labels: kept.labels },
    thresholds: { person: { conservative: person.conservative }, vehicle: { conservative: 0.01 } },
  });
  expect(vehicle.conservative).toBeGreaterThan(0.01);
  const stricter = { ...kept, labels: kept.labels.map((label) => ({ ...label, name: `my ${label.name}` })) };
  expect(broughtAgain(kept, stricter).labels).toEqual(stricter.labels);
  expect(broughtAgain({ ...kept, files: [] }, loose)).toBe(loose);
});
