import { expect, it } from 'vitest';
import manifestJson from '../../models/lookout/manifest.json' with { type: 'json' };
import { parseModelManifest } from '../core/manifest/modelManifest.ts';

it('the manifest of the built-in model is whole, and says all that is used of it', () => {
  expect(parseModelManifest(manifestJson)).toEqual(manifestJson);
});
