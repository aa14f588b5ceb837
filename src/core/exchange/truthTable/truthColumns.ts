import { fileKind } from '../../files/fileKind.ts';

/** What a column of somebody's table holds; the rest is passed over. */
export const truthFields = ['file', 'folder', 'species', 'count', 'person', 'time', 'note'] as const;

export type TruthField = (typeof truthFields)[number];

/** Which column, counted from 0, holds what; null where none does. */
export type TruthColumns = Readonly<Record<TruthField, number | null>>;

/** Headings under which people keep these things, without regard to case and marks; the likeliest first. */
const headings: Readonly<Record<TruthField, readonly string[]>> = {
  file: [
    'filepath',
    'path',
    'file',
    'relativefilepath',
    'filename',
    'imagename',
    'image',
    'location',
    'photo',
    'mediafilename',
    'imageid',
  ],
  folder: ['relativepath', 'folder', 'directory', 'dirname'],
  species: [
    'species',
    'label',
    'commonname',
    'scientificname',
    'prediction',
    'category',
    'class',
    'animal',
    'taxon',
    'observed',
    'truth',
    'especie',
    'art',
  ],
  count: ['count', 'number', 'numberofobjects', 'quantity', 'n', 'individuals', 'groupsize', 'humancount'],
  person: ['identifiedby', 'person', 'observer', 'classifiedby', 'labelledby', 'analyst', 'reviewer', 'user'],
  time: ['labelledat', 'classificationtimestamp', 'dateidentified', 'reviewedat'],
  note: ['note', 'notes', 'comment', 'comments', 'remarks', 'mediacomments'],
};

function plain(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The share of cells that name a photo, 0-1. */
function photoShare(cells: readonly string[]): number {
  const named = cells.filter((cell) => cell !== '');
  const photos = named.filter(
    (cell) => fileKind(cell.replaceAll('\\', '/').split('/').at(-1) ?? '').kind === 'photo',
  );
  return named.length === 0 ? 0 : photos.length / named.length;
}

/** Whether one of the columns names photos, by what is in its cells. @param lines headings first */
export function namesPhotos([head = [], ...body]: readonly (readonly string[])[]): boolean {
  const first = body.slice(0, 200);
  return head.some((_, column) => photoShare(first.map((line) => line[column] ?? '')) > 0.5);
}

/**
 * Guesses which column holds what, by headings, and the photos' names by what is in the cells. A person sees the guess
 * and changes it where it is wrong.
 *
 * @param lines headings first; a few hundred lines are enough
 */
export function guessTruthColumns(lines: readonly (readonly string[])[]): TruthColumns {
  const [head = [], ...body] = lines;
  const names = head.map(plain);
  const taken = new Set<number>();
  const byHeading = (field: TruthField): number | null => {
    for (const heading of headings[field]) {
      const index = names.findIndex((name, column) => name === heading && !taken.has(column));
      if (index >= 0) {
        taken.add(index);
        return index;
      }
    }
    return null;
  };
  const shares = head.map((_, column) => photoShare(body.slice(0, 200).map((line) => line[column] ?? '')));
  const most = Math.max(0, ...shares);
  const photoColumns = shares.flatMap((share, column) => (share > 0.5 && share === most ? [column] : []));
  // Several columns of paths: the one whose heading is known first, else the first.
  const known = headings.file.map((heading) => photoColumns.find((column) => names[column] === heading));
  const file = known.find((column) => column !== undefined) ?? photoColumns[0] ?? null;
  if (file !== null) taken.add(file);
  return {
    file: file ?? byHeading('file'),
    folder: byHeading('folder'),
    species: byHeading('species'),
    count: byHeading('count'),
    person: byHeading('person'),
    time: byHeading('time'),
    note: byHeading('note'),
  };
}
