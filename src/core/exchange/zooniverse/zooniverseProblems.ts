import { parseCsv } from '../../files/csv.ts';
import type { FormatProblem } from '../exportFile.ts';
import { zooniverseMostBytes } from './zooniverseExport.ts';

/**
 * What Zooniverse's uploader stumbles over (zooniverse/panoptes-cli, `commands/subject_set.py`): blank cells of images,
 * images that are missing, empty or too large, and columns of one name.
 *
 * @param manifest text of one manifest
 * @param sizes bytes of each image by name; null where the images are not made yet
 */
export function* zooniverseProblems(
  name: string,
  manifest: string,
  sizes: ReadonlyMap<string, number> | null,
): Generator<FormatProblem> {
  const [columns = [], ...rows] = parseCsv(manifest);
  const images = columns.flatMap((column, index) => (/^image\d+$/.test(column) ? [index] : []));
  if (images.length === 0) yield { where: name, text: 'There is no column for an image.' };
  if (new Set(columns).size < columns.length) yield { where: name, text: 'Two columns have one name.' };
  if (rows.length === 0) yield { where: name, text: 'There is no subject.' };
  for (const [index, row] of rows.entries()) {
    const where = `${name}, row ${index + 2}`;
    for (const image of images) {
      const file = row[image] ?? '';
      const size = sizes?.get(file);
      if (file.trim() === '') yield { where, text: 'An image cell is blank.' };
      else if (sizes && size === undefined) yield { where, text: `The image "${file}" is missing.` };
      else if (size === 0) yield { where, text: `The image "${file}" is empty.` };
      else if (size !== undefined && size > zooniverseMostBytes) {
        yield { where, text: `The image "${file}" has more than 1 MiB.` };
      }
    }
  }
}
