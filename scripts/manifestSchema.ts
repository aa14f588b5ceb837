import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { toJsonSchema } from '@valibot/to-json-schema';
import { draftRules } from '../src/core/models/manifest/manifestRules.ts';
import { repositoryRoot } from './packageCommand.ts';

/** Where the schema lies for editors and for packs that name it in `$schema`. */
export const schemaPath = join(repositoryRoot, 'docs/manifest.schema.json');

/**
 * The rules for a pack's `manifest.json` as JSON Schema, for editors. What one field asks of another (every label has
 * its own name, say) cannot be said in it: the app checks that when the pack is brought in.
 */
export function manifestSchema(): Promise<string> {
  const schema = { title: 'Fieldsift model pack', ...toJsonSchema(draftRules, { errorMode: 'ignore' }) };
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
}

if (process.argv[1] === import.meta.filename) await writeFile(schemaPath, await manifestSchema());
