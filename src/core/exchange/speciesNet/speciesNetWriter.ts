import { JsonFloat, jsonListText, type JsonValue } from '../../files/json/jsonText.ts';
import {
  isPerBox,
  speciesNetCategories,
  type SpeciesNetClassification,
  type SpeciesNetPrediction,
} from './speciesNetPredictions.ts';

const float = (value: number): JsonFloat => new JsonFloat(value, null);

function classificationValue({ classes, scores }: SpeciesNetClassification): JsonValue {
  return { classes, scores: scores.map(float) };
}

function predictionValue(photo: SpeciesNetPrediction): JsonValue {
  const { classifications, detections, prediction, failures } = photo;
  return {
    filepath: photo.filepath,
    failures: failures.length > 0 ? failures : undefined,
    country: photo.country ?? undefined,
    admin1_region: photo.admin1Region ?? undefined,
    latitude: photo.latitude ?? undefined,
    longitude: photo.longitude ?? undefined,
    classifications:
      classifications === null
        ? undefined
        : isPerBox(classifications)
          ? classifications.map(classificationValue)
          : classificationValue(classifications),
    detections: detections?.map(({ category, conf, bbox }) => ({
      category,
      label: speciesNetCategories[category] ?? category,
      conf: float(conf),
      bbox: bbox.map(float),
    })),
    prediction: prediction?.label,
    prediction_score: prediction ? float(prediction.score) : undefined,
    prediction_source: prediction?.source,
    model_version: photo.modelVersion ?? undefined,
  };
}

function* values(predictions: Iterable<SpeciesNetPrediction>): Generator<JsonValue> {
  for (const prediction of predictions) yield predictionValue(prediction);
}

/** SpeciesNet's predictions file (google/cameratrapai, `README.md`), piece by piece. */
export function speciesNetText(predictions: Iterable<SpeciesNetPrediction>): Iterable<string> {
  return jsonListText({}, 'predictions', values(predictions));
}
