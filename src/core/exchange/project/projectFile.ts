import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import type { Damage } from '../../files/image/damage.ts';
import type { Media } from '../../photos/media.ts';
import type { PackedOutput } from '../../decisions/recipes/recipeOutput.ts';
import type { Review } from '../../survey/reviews/review.ts';

/** Names a photo on every laptop: its content, or its path where nobody could read it. */
export type PhotoKey = string;

/** A photo wherever it lies. */
export interface ProjectPhoto {
  key: PhotoKey;
  /** Relative to what was dropped, in order; several where copies lie in several places. */
  paths: readonly string[];
  status: Media['status'];
  size: number | null;
  modifiedAt: number | null;
  metadata: Media['metadata'];
  failure: Media['failure'];
  damage?: Damage;
  /** How earlier versions name it; absent where they name it alike. */
  edgeKey?: string;
}

/** What a run of a model gave of a content, under the key it is kept by. */
export interface ProjectOutput {
  contentKey: string;
  modelHash: string;
  said: PackedOutput;
}

/** A review of photos by what they are, not by where one laptop keeps them. */
export interface ProjectReview extends Omit<Review, 'mediaIds' | 'projectId'> {
  photos: readonly PhotoKey[];
}

/** A value and when it was saved, ISO 8601 in UTC: of two, the later holds. */
export interface DatedValue {
  value: unknown;
  at: string;
}

/**
 * A survey to be taken to another laptop: everything but the photos themselves and the models' weights. Merging two is
 * taking all of both, so neither order nor repetition matters and nothing is lost.
 */
export interface ProjectFile {
  /** Of the survey; of two, the smaller. */
  id: string;
  appVersion: string;
  /** The name, and the settings by their names. */
  values: ReadonlyMap<string, DatedValue>;
  /** Manifests of the models whose word is in the outputs, by hash; not their weights. */
  models: ReadonlyMap<string, ModelManifest>;
  photos: ReadonlyMap<PhotoKey, ProjectPhoto>;
  /** By content key and model hash. */
  outputs: ReadonlyMap<string, ProjectOutput>;
  reviews: ReadonlyMap<string, ProjectReview>;
}

export function photoKeyOf({ contentKey, path }: Pick<Media, 'contentKey' | 'path'>): PhotoKey {
  return contentKey === null ? `path:${path}` : `content:${contentKey}`;
}

export function outputKeyOf({ contentKey, modelHash }: Omit<ProjectOutput, 'said'>): string {
  return JSON.stringify([contentKey, modelHash]);
}
