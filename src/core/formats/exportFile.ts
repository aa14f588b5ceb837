import type { BoundingBox } from '../prediction/box.ts';

/** A text file of an export, made piece by piece: 100,000 photos never lie in memory as one string. */
export interface ExportFile {
  /** Relative to where the export is saved, with `/`. */
  path: string;
  mediaType: string;
  /** Makes the text anew each time it is called. */
  text: () => Iterable<string>;
}

/** Something an export does not hold, in words for the person who makes it. */
export interface LeftOut {
  count: number;
  /** `photos`, `sequences`. */
  what: string;
  /** `held by the people gate`. */
  why: string;
}

/** A picture of an export: a photo, made anew from its pixels when it is saved. */
export interface ExportPicture {
  path: string;
  mediaId: string;
  /** Boxes to fill, 0-1 of the upright photo. */
  covers: readonly BoundingBox[];
  /** It must not have more bytes; null for no limit. */
  mostBytes: number | null;
}

/** What will be written, before anything is. */
export interface ExportPlan {
  files: readonly ExportFile[];
  pictures?: readonly ExportPicture[];
  leftOut: readonly LeftOut[];
  /** Why nothing can be written as things are, each with the remedy; there are no files then. */
  refusals: readonly string[];
}

/** Something that readers of a format would stumble over. */
export interface FormatProblem {
  /** File and row or field: `media.csv, row 12, timestamp`. */
  where: string;
  text: string;
}

/** A plan that cannot be carried out. */
export function refused(...refusals: readonly string[]): ExportPlan {
  return { files: [], leftOut: [], refusals };
}

/** Only what is left out at least once. */
export function leftOutList(counts: readonly LeftOut[]): LeftOut[] {
  return counts.filter(({ count }) => count > 0);
}

/** All of a file's text; for tests, previews and small files. */
export function textOf(file: Pick<ExportFile, 'text'>): string {
  return [...file.text()].join('');
}
