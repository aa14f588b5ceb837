/** Best classes of a photo or of one of its boxes, as raw labels; best first. */
export interface SpeciesNetClassification {
  classes: readonly string[];
  scores: readonly number[];
}

export interface SpeciesNetDetection {
  /** `1` animal, `2` human, `3` vehicle. */
  category: string;
  /** 0-1. */
  conf: number;
  /** Left, top, width, height, 0-1 of the photo. */
  bbox: readonly [number, number, number, number];
}

/** One entry of `predictions`. */
export interface SpeciesNetPrediction {
  filepath: string;
  failures: readonly string[];
  /** ISO 3166-1 alpha-3. */
  country: string | null;
  admin1Region: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Up to 4.x one for the photo, from 5.0 one for each box; null where nothing was classified. */
  classifications: SpeciesNetClassification | readonly SpeciesNetClassification[] | null;
  /** null where no detector was run. */
  detections: readonly SpeciesNetDetection[] | null;
  /** The ensemble's word; null for failures. */
  prediction: { label: string; score: number; source: string } | null;
  modelVersion: string | null;
}

/** Whether classifications are one per box. */
export type SpeciesNetVersion = 4 | 5;

/** `1` is called animal and so on, whatever else is in a file. */
export const speciesNetCategories: Readonly<Record<string, string>> = {
  '1': 'animal',
  '2': 'human',
  '3': 'vehicle',
};

/** Narrows the two shapes. */
export function isPerBox(
  value: SpeciesNetPrediction['classifications'],
): value is readonly SpeciesNetClassification[] {
  return Array.isArray(value);
}
