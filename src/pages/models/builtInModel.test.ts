import { expect, it } from 'vitest';
import manifestJson from '../../../models/lookout/manifest.json' with { type: 'json' };
import versions from '../../../models/lookout/versions.json' with { type: 'json' };
import { modelIdentity } from '../../core/models/pack/modelIdentity.ts';
import { textHash } from '../../platform/contentKey.ts';
import { parseModelManifest, type ModelManifest } from '../../core/models/manifest/modelManifest.ts';

const manifest = manifestJson as unknown as ModelManifest;

it('every version that was shipped is listed, the present one too, so that its word is understood later', async () => {
  const hash = await textHash(modelIdentity(manifest));
  const { version, labels, thresholds } = manifest;
  expect(versions.at(-1)).toEqual({ hash, version, labels, thresholds });
});

it('the manifest of the built-in model is whole, and says all that is used of it', () => {
  expect(parseModelManifest(manifestJson)).toEqual(manifestJson);
});
