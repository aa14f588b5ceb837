import { failureText } from '../../files/failure.ts';
import { unpackDetections, type PackedPrediction } from '../../models/prediction/predictionPacking.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { leftOutList, type ExportPlan } from '../exportFile.ts';
import { modelNames } from '../provenanceCells.ts';
import { detectionCategories, labelCategories, type LabelCategories } from './megaDetectorCategories.ts';
import type { MegaDetectorDetection, MegaDetectorHead, MegaDetectorImage } from './megaDetectorResults.ts';
import { megaDetectorText } from './megaDetectorWriter.ts';

/** Boxes under this score are not written, as in MegaDetector itself. */
const floor = 0.005;
/** How many classes a box is given. */
const mostClasses = 5;

/** For a model without boxes: one over the whole photo for each role, with the role's best labels. */
function wholePhoto({ labelScores }: PackedPrediction, categories: LabelCategories): MegaDetectorDetection[] {
  return Object.keys(detectionCategories).flatMap((category) => {
    const own = [...labelScores]
      .map((score, label) => ({ score, label }))
      .filter(({ score, label }) => categories.detection[label] === category && score >= floor)
      .sort((left, right) => right.score - left.score);
    const [best] = own;
    if (!best) return [];
    const classes = own.flatMap(({ score, label }) => {
      const key = categories.classification[label];
      return key === null || key === undefined ? [] : [[key, score] as const];
    });
    return [
      {
        category,
        conf: best.score,
        bbox: [0, 0, 1, 1] as const,
        classifications: classes.slice(0, mostClasses),
        frameNumber: null,
      },
    ];
  });
}

function detectionsOf(
  prediction: PackedPrediction,
  categories: LabelCategories,
  hasBoxes: boolean,
): MegaDetectorDetection[] {
  if (!hasBoxes) return wholePhoto(prediction, categories);
  return unpackDetections(prediction).flatMap(({ labelIndex, score, box }) => {
    const category = categories.detection[labelIndex] ?? null;
    if (category === null || score < floor) return [];
    const key = categories.classification[labelIndex] ?? null;
    return [
      {
        category,
        conf: score,
        bbox: [box.x, box.y, box.width, box.height] as const,
        classifications: key === null ? [] : [[key, prediction.labelScores[labelIndex] ?? score] as const],
        frameNumber: null,
      },
    ];
  });
}

function* imagesOf(
  photos: readonly SnapshotPhoto[],
  categories: LabelCategories,
  hasBoxes: boolean,
): Generator<MegaDetectorImage> {
  for (const { media, prediction } of photos) {
    const { path, failure } = media;
    if (failure) {
      const reason = `${failure.code}: ${failureText(failure.code).reason}`;
      yield { file: path, detections: null, failure: reason };
    } else if (prediction) {
      yield { file: path, detections: detectionsOf(prediction, categories, hasBoxes), failure: null };
    }
  }
}

function headOf(snapshot: SurveySnapshot, categories: LabelCategories): MegaDetectorHead {
  const { models, thresholds, at, appVersion } = snapshot;
  const completed = at.slice(0, 19).replace('T', ' ');
  const lowest = Math.min(thresholds.animal, thresholds.person, thresholds.vehicle);
  const [only, ...others] = models;
  const fieldsift = {
    app_version: appVersion,
    labelled_by: 'machine',
    models: models.map(({ id, version, sha256, license }) => ({ id, version, sha256, license })),
    thresholds,
  };
  const rest = {
    detectionCategories,
    classificationCategories: categories.names,
    classificationCategoryDescriptions: categories.descriptions,
  };
  // Results that came in such a file go out as that detector's, finished when it was.
  if (only?.info && others.length === 0)
    return { info: { ...only.info, format_version: '1.6', fieldsift }, ...rest };
  const classifies = Object.keys(categories.names).length > 0;
  return {
    info: {
      format_version: '1.6',
      detector: modelNames(models),
      detection_completion_time: completed,
      detector_metadata: {
        megadetector_version: 'none',
        typical_detection_threshold: thresholds.animal,
        conservative_detection_threshold: Math.min(0.05, lowest),
      },
      ...(classifies
        ? {
            classifier: modelNames(models),
            classification_completion_time: completed,
            classifier_metadata: { typical_classification_threshold: 0.5 },
          }
        : {}),
      fieldsift,
    },
    ...rest,
  };
}

/**
 * MegaDetector's results of a survey: what the models said, box by box. What people said has no place in this format.
 * `file` is the photo's path, so the file belongs beside the folders that were dropped.
 */
export function megaDetectorExport(snapshot: SurveySnapshot): ExportPlan {
  const { photos, labels } = snapshot;
  const categories = labelCategories(labels);
  const hasBoxes = photos.some(({ prediction }) => prediction !== null && prediction.labels.length > 0);
  const isReviewed = (photo: SnapshotPhoto): boolean =>
    photo.observations.some(({ provenance }) => provenance.by === 'human');
  return {
    files: [
      {
        path: 'megadetector.json',
        mediaType: 'application/json',
        text: () => megaDetectorText(headOf(snapshot, categories), imagesOf(photos, categories, hasBoxes)),
      },
    ],
    leftOut: leftOutList([
      {
        reason: 'pending',
        count: photos.filter(({ media, prediction }) => !media.failure && !prediction).length,
      },
      { reason: 'human-labels', count: photos.filter(isReviewed).length },
    ]),
    refusals: [],
  };
}
