import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeManifest, parseManifestDraft } from '../../src/core/models/manifest/manifestDraft.ts';
import { prepareRecipe } from '../../src/core/decisions/recipes/prepareRecipe.ts';
import { parseRecipe } from '../../src/core/decisions/recipes/parseRecipe.ts';
import { modelsOf } from '../../src/core/decisions/recipes/recipe.ts';
import { resolveRecipe } from '../../src/core/decisions/recipes/resolveRecipe.ts';

const folder = 'docs/recipes';

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const found = { model: { bytes: 1, sha256: '0'.repeat(64) } };
const speciesNetLabels = 'a;mammalia;carnivora;canidae;vulpes;vulpes;red fox\nb;;;;;;blank';

/** Every pack of the documentation and the built-in one, as if their files were there; the hash is the id. */
const known = [
  ...readdirSync('docs/packs').map((pack) => join('docs/packs', pack, 'manifest.json')),
  'models/lookout/manifest.json',
].map((path) => {
  const draft = parseManifestDraft(readJson(path));
  const labels = draft.labelFile?.format === 'speciesnet' ? speciesNetLabels : 'fox\nempty';
  return { hash: draft.id, manifest: completeManifest(draft, { ...found, labels }) };
});

describe('the worked recipes', () => {
  it.each(readdirSync(folder))('%s fits the packs it names', (name) => {
    const recipe = parseRecipe(readJson(join(folder, name, 'recipe.json')));
    expect(recipe.id).toBe(name);
    for (const { path } of modelsOf(recipe)) {
      if (path !== undefined) expect(existsSync(join(folder, name, path, 'manifest.json'))).toBe(true);
    }
    const resolved = resolveRecipe(recipe, known);
    const manifests = new Map(known.map(({ hash, manifest }) => [hash, manifest]));
    const { combined } = prepareRecipe(resolved, manifests);
    expect(combined.labels.some(({ role }) => role === 'animal')).toBe(true);
  });

  it('show each way of putting models together', () => {
    const kinds = readdirSync(folder).map(
      (name) => parseRecipe(readJson(join(folder, name, 'recipe.json'))).kind,
    );
    expect(kinds.sort()).toEqual(['crops', 'ensemble', 'gated']);
  });
});
