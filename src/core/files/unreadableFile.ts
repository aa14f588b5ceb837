/** Why a file cannot be read as what it should be, in English; other languages have theirs in the message catalogue. */
export const unreadableTexts = {
  empty: () => 'The file is empty: 0 bytes. Export it again.',
  'cut-off': () => 'The file ends too early: copy it again.',
  'damaged-json': () => 'The file is no JSON, or is damaged. Export it again, and do not edit it by hand.',
  'no-results': () => 'The file holds no results.',
  'no-categories': () =>
    'There are no "detection_categories" in the file, so it holds no results of MegaDetector.',
  'no-package': () => 'There is no datapackage.json: choose the folder or .zip that holds it.',
  'damaged-package': () => 'The datapackage.json is no JSON, or is damaged.',
  'package-lacks': (path: string) => `The package has no "${path}".`,
  'no-project': () => 'This is no project file of Fieldsift.',
  'damaged-line': (line: string) => `Line ${line} of the file is damaged.`,
  'odd-lines': (lines: string) =>
    `Not as a project file has them: line ${lines}. Nothing was taken in. Save the project again where it comes from, and do not edit it by hand.`,
  'newer-project': () => 'The project file is of a newer version. Update the app, then open it again.',
  coco: () =>
    'This is a COCO file. It is not read yet: export MegaDetector JSON, Camtrap DP or a CSV table instead.',
  'not-yet-looked-at': () =>
    'This is a list of photos for SpeciesNet to look at, not what it said of them. Choose its predictions.',
  'other-json': () =>
    'This JSON is neither of MegaDetector nor of SpeciesNet, and no datapackage.json of Camtrap DP.',
  workbook: () => 'This is a workbook of a spreadsheet program. Save the sheet as CSV, then choose that.',
  database: () =>
    'This is a database. Export its table as CSV (in Timelapse: File, Export), then choose that.',
  photo: () => 'This is a photo. Drop its folder to sift it.',
  'not-text': () => 'The file is neither a table nor JSON nor a project file of Fieldsift.',
  'no-table': () => 'The table has no rows under its headings.',
  'no-file-column': () => 'No column of the table names photos. Choose the one that does.',
  'no-places': () => 'The table has no columns with coordinates and the folder or station they are of.',
  archive: () => 'The .zip holds neither a Camtrap DP package nor a model.',
  'archive-encrypted': () => 'The .zip is encrypted: unpack it, and choose what is in it.',
  'archive-outside': (path: string) =>
    `The .zip names a file outside of itself (${path}), so it is not opened.`,
  'archive-bomb': () =>
    'What is in the .zip is far larger than the .zip: unpack it, and choose what is in it.',
  'archive-too-many': () => 'There are too many tables in the .zip: unpack it, and choose one of them.',
  'damaged-archive': (detail: string) => `The .zip cannot be unpacked: ${detail}`,
  unreadable: (detail: string) =>
    `The file cannot be read from the disk (${detail}). Check that the drive is still plugged in.`,
} as const;

export type UnreadableCode = keyof typeof unreadableTexts;

/** A file that cannot be read as what it should be; the message says why in words for the person who gave it. */
export class UnreadableFileError extends Error {
  readonly code: UnreadableCode;
  /** What the text of the code is about: a path, the number of a line; empty for most. */
  readonly detail: string;

  constructor(code: UnreadableCode, detail = '') {
    super(unreadableTexts[code](detail));
    this.name = 'UnreadableFileError';
    this.code = code;
    this.detail = detail;
  }
}
