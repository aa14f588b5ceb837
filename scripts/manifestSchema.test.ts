import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { manifestSchema, schemaPath } from './manifestSchema.ts';

it('the published schema says what the app checks; `npm run schema` writes it anew', async () => {
  expect(await readFile(schemaPath, 'utf8')).toBe(await manifestSchema());
});
