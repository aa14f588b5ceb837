/** How far a few odd classifications are overruled by the many around them. Counts are of detections. */
export interface SmoothingOptions {
  /** Classifications under this score do not exist for smoothing, 0-1. */
  classificationThreshold: number;
  /** Detections under this score do not exist for smoothing, 0-1. */
  detectionThreshold: number;
  /** From this many of the dominant class on, every "other" becomes it. */
  overwriteOther: number;
  /** From this many of the dominant class on, a rare class becomes it. */
  overwriteSecondary: number;
  /** A class is rare up to this many. MegaDetector's own comment says that 1 switches the step off; its code, and this, do not. */
  mostRare: number;
  /** From this many of the dominant class on, a class of its family becomes it; 0 or less switches the step off. */
  overwriteSameFamily: number;
  /** In its family, a class is rare up to this many; -1 for none, so that nothing changes. */
  mostRareSameFamily: number;
  /** Weight of a rank and of one more detection when a broad label could become several narrower ones. */
  levelWeight: number;
  countWeight: number;
  /** Names that are no answer, in lower case. */
  otherNames: readonly string[];
}

/**
 * MegaDetector's defaults (agentmorris/MegaDetector, `megadetector/postprocessing/classification_postprocessing.py`,
 * `ClassificationSmoothingOptions`).
 */
export const defaultSmoothing: SmoothingOptions = {
  classificationThreshold: 0.5,
  detectionThreshold: 0.15,
  overwriteOther: 2,
  overwriteSecondary: 4,
  mostRare: 1,
  overwriteSameFamily: 2,
  mostRareSameFamily: -1,
  levelWeight: 1,
  countWeight: 0.01,
  otherNames: ['other', 'unknown', 'no cv result', 'animal', 'blank', 'mammal'],
};

/** AddaxAI's three strengths (PetervanLunteren/AddaxAI, version 7); `normal` is MegaDetector's default. */
export const smoothingStrengths = {
  mild: {
    ...defaultSmoothing,
    classificationThreshold: 0.6,
    overwriteOther: 3,
    overwriteSecondary: 6,
    overwriteSameFamily: -1,
  },
  normal: defaultSmoothing,
  aggressive: {
    ...defaultSmoothing,
    classificationThreshold: 0.3,
    overwriteOther: 1,
    overwriteSecondary: 2,
    mostRare: 2,
    mostRareSameFamily: 2,
  },
} as const satisfies Record<string, SmoothingOptions>;
