/** A box of MegaDetector's results. */
export interface MegaDetectorDetection {
  /** Key of the detection categories. */
  category: string;
  /** 0-1. */
  conf: number;
  /** Left, top, width, height, 0-1 of the photo. */
  bbox: readonly [number, number, number, number];
  /** Key of the classification categories and score, 0-1; best first. */
  classifications: readonly (readonly [category: string, score: number])[];
  /** Frame of a video; null for photos. */
  frameNumber: number | null;
}

export interface MegaDetectorImage {
  file: string;
  /** Empty: nothing found. null: the photo failed. */
  detections: readonly MegaDetectorDetection[] | null;
  failure: string | null;
}

/** What MegaDetector's output format says beside the photos. */
export interface MegaDetectorHead {
  info: Readonly<Record<string, unknown>>;
  /** `{"1": "animal", "2": "person", "3": "vehicle"}`. */
  detectionCategories: Readonly<Record<string, string>>;
  classificationCategories: Readonly<Record<string, string>>;
  /** Taxa by the same keys, separated by semicolons. */
  classificationCategoryDescriptions: Readonly<Record<string, string>>;
}

export interface MegaDetectorResults extends MegaDetectorHead {
  images: MegaDetectorImage[];
}
