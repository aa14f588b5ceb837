import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { hardCodedTexts } from '../../tests/helpers/hardCodedText.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

const components = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.svelte'));

test.each(components)('%s takes its texts from the catalogue', (path) => {
  expect(hardCodedTexts(readFileSync(join(folder, path), 'utf8'))).toEqual([]);
});

describe('a hard-coded text is found', () => {
  test.each([
    ['in the markup', '<p>Drop a folder</p>', ['Drop a folder']],
    ['in a name that is only heard', '<button aria-label="Close">×</button>', ['Close']],
    ['in a branch', "<p>{busy ? 'Please wait' : word}</p>", ['Please wait']],
    ['in a template', '<p>{`${count} photos are left`}</p>', ['photos are left']],
    ['in the script', "<script>const text = 'No photos yet';</script>", ['No photos yet']],
  ])('%s', (_, source, texts) => {
    expect(hardCodedTexts(source)).toEqual(texts);
  });

  test.each([
    '<p class="note soft">{words.title} · {count} %</p>',
    '<span class="brand"><Logo /> Fieldsift</span>',
    "<script>import { a } from './a b.ts'; const type = 'text/csv;charset=utf-8';</script>",
    '<style>p { font: 400 1rem/1.5 system-ui; }</style>',
  ])('but not in %j', (source) => {
    expect(hardCodedTexts(source)).toEqual([]);
  });
});
