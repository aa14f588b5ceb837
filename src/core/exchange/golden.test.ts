import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawnSnapshot } from '../../../tests/fixtures/drawnSurvey.ts';
import { leftOutText } from '../../words/exportTexts.ts';
import { textOf } from './exportFile.ts';
import { formats } from './formats.ts';
import { galleryParts, pictureText } from './gallery/gallery.ts';

// Files as the app writes them, to see in a review what a change does to them; `vitest -u` renews them.
const survey = drawnSnapshot();
const planned = await Promise.all(
  formats.map(async ({ plan }) => (await plan?.())?.(survey, {}, () => survey).files ?? []),
);
const files = [
  ...planned.flat(),
  {
    path: 'gallery.html',
    text: () =>
      [...galleryParts(survey, leftOutText)].map((part) =>
        typeof part === 'string' ? part : pictureText(part, null),
      ),
  },
].map((file) => ({ path: file.path, text: textOf(file) }));

it.each(files)('$path of the drawn survey is as it was', async ({ path, text }) => {
  const golden = join(import.meta.dirname, '../../../tests/fixtures/exports', `${path}.golden`);
  await expect(text).toMatchFileSnapshot(golden);
});
