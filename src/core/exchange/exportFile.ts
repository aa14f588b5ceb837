import type { BoundingBox } from '../models/prediction/box.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../survey/surveySnapshot.ts';

/** A text file of an export, made piece by piece: 100,000 photos never lie in memory as one string. */
export interface ExportFile {
  /** Relative to where the export is saved, with `/`. */
  path: string;
  mediaType: string;
  /**
   * Returns the text from its beginning at each call.
   *
   * @param isMissing tells by media id which pictures of the export are not there after all
   */
  text: (isMissing?: (mediaId: string) => boolean) => Iterable<string>;
  /** Paths of the originals that it has others copy, as the survey stands now; absent for a text that copies none. */
  copied?: () => Iterable<string>;
}

/** Why something is not in an export; the catalogues say it in words, with what is counted. */
export type LeftOutReason =
  | 'held'
  | 'people'
  | 'no-place'
  | 'held-photos'
  | 'people-photos'
  | 'vehicle-photos'
  | 'unseen'
  | 'failed'
  | 'pending'
  | 'beyond-frames'
  | 'undated'
  | 'human-labels'
  | 'no-animal'
  | 'unknown-classes'
  | 'unannotated'
  | 'shown-uncovered'
  | 'unsafe-path';

/** Something an export does not hold. */
export interface LeftOut {
  reason: LeftOutReason;
  count: number;
}

export type RefusalReason =
  'unsifted' | 'nothing-to-show' | 'no-times' | 'no-zones' | 'no-coordinates' | 'folders-away';

/** Why nothing can be written as things are. */
export interface Refusal {
  reason: RefusalReason;
  /** Those it is about; empty where it is about all. */
  deployments: readonly string[];
}

/** A picture of an export: a photo that is encoded from its pixels when it is saved. */
export interface ExportPicture {
  path: string;
  mediaId: string;
  /** Boxes to fill, 0-1 of the upright photo. */
  covers: readonly BoundingBox[];
  /** It must not have more bytes; null for no limit. */
  mostBytes: number | null;
}

/**
 * The photos that may leave, by media id, each with the covers that it needs: 0-1 of the upright photo, margin included.
 * A photo that is not in it stays.
 */
export type LeavingPhotos = ReadonlyMap<string, readonly BoundingBox[]>;

/** Of a whole file, in hexadecimal. */
export interface PhotoHashes {
  md5: string;
  sha256: string;
}

/** What will be written, before anything is. */
export interface ExportPlan {
  files: readonly ExportFile[];
  pictures?: readonly ExportPicture[];
  /** What may leave in those pictures, by the survey as it is when each is made. */
  leaving?: (now: SurveySnapshot) => LeavingPhotos;
  /** The files once the hashes of every photo's file are known; absent where they do not matter. */
  hashed?: (hashOf: (photo: SnapshotPhoto) => PhotoHashes | null) => readonly ExportFile[];
  leftOut: readonly LeftOut[];
  /** If not empty, `files` is empty. */
  refusals: readonly Refusal[];
}

/** Something that readers of a format would stumble over. */
export interface FormatProblem {
  /** File and row or field: `media.csv, row 12, timestamp`. */
  where: string;
  text: string;
}

/** A plan that cannot be carried out. */
export function refused(reason: RefusalReason, deployments: readonly string[] = []): ExportPlan {
  return { files: [], leftOut: [], refusals: [{ reason, deployments }] };
}

/** Only what is left out at least once. */
export function leftOutList(counts: readonly LeftOut[]): LeftOut[] {
  return counts.filter(({ count }) => count > 0);
}

/** All of a file's text; for tests, previews and small files. */
export function textOf(file: Pick<ExportFile, 'text'>): string {
  return [...file.text()].join('');
}
