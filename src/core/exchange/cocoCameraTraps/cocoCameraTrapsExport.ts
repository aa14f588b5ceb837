import type { StandingObservation } from '../../taxa/observation.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { leftOutList, type ExportPlan } from '../exportFile.ts';
import { jsonText, type JsonValue } from '../../files/json/jsonText.ts';
import { modelNames, rounded } from '../provenanceCells.ts';

/** The name under which an observation is counted; COCO Camera Traps calls a blank `empty`. */
function categoryOf({ role, taxon }: StandingObservation): string {
  if (role === 'blank') return 'empty';
  return (taxon?.commonName ?? taxon?.scientificName ?? role).toLowerCase();
}

function categoriesOf({ photos }: SurveySnapshot): Map<string, number> {
  const names = new Set<string>();
  for (const { observations } of photos) for (const each of observations) names.add(categoryOf(each));
  names.delete('empty');
  return new Map([...['empty'], ...[...names].sort()].map((name, id) => [name, id]));
}

/** Whether the pixels lie turned by a quarter; boxes are of the upright photo. */
function uprightSize({ media }: SnapshotPhoto): { width: number; height: number } | null {
  const { width = null, height = null, orientation = 1 } = media.metadata ?? {};
  if (width === null || height === null) return null;
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function imageValue(photo: SnapshotPhoto, framesOf: ReadonlyMap<string, number>): JsonValue {
  const { media, captureTime, sequenceId, frameNumber } = photo;
  return {
    id: media.path,
    file_name: media.path,
    ...(uprightSize(photo) ?? {}),
    datetime: captureTime?.civil.replace('T', ' '),
    location: photo.deploymentId,
    seq_id: sequenceId ?? undefined,
    seq_num_frames: sequenceId === null ? undefined : framesOf.get(sequenceId),
    frame_num: frameNumber ?? undefined,
    corrupt: media.failure ? true : undefined,
  };
}

function annotationValue(
  photo: SnapshotPhoto,
  observation: StandingObservation,
  number: number,
  categories: ReadonlyMap<string, number>,
): JsonValue {
  const { box, count, score, provenance } = observation;
  const size = uprightSize(photo);
  const source =
    provenance.by === 'human'
      ? { labelled_by: 'human', person: provenance.person, labelled_at: provenance.at }
      : {
          labelled_by: 'machine',
          model: modelNames(provenance.models),
          model_sha256: provenance.models.map(({ sha256 }) => sha256).join(' '),
          rule: provenance.rule,
          threshold: rounded(provenance.threshold),
        };
  return {
    id: `${photo.media.path}:${number}`,
    image_id: photo.media.path,
    category_id: categories.get(categoryOf(observation)) ?? 0,
    sequence_level_annotation: false,
    bbox:
      box && size
        ? [box.x * size.width, box.y * size.height, box.width * size.width, box.height * size.height].map(
            (part) => rounded(part, 1),
          )
        : undefined,
    count: count ?? undefined,
    score: score === null ? undefined : rounded(score),
    ...source,
  };
}

function* annotations(
  photos: readonly SnapshotPhoto[],
  categories: ReadonlyMap<string, number>,
): Generator<JsonValue> {
  for (const photo of photos) {
    for (const [index, observation] of photo.observations.entries()) {
      yield annotationValue(photo, observation, index + 1, categories);
    }
  }
}

function* listText(items: Iterable<JsonValue>): Generator<string> {
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '' : ','}\n  ${jsonText(item)}`;
    isFirst = false;
  }
}

function* cocoText(snapshot: SurveySnapshot): Generator<string> {
  const { photos, sequences, name, appVersion, models, at } = snapshot;
  const categories = categoriesOf(snapshot);
  const framesOf = new Map(sequences.map(({ id, photos: members }) => [id, members.length]));
  const info = {
    version: '1.0',
    description: name,
    year: Number(at.slice(0, 4)),
    contributor: `Fieldsift ${appVersion}`,
    date_created: at.slice(0, 10),
    models: models.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
  };
  yield `{\n "info": ${jsonText(info)},\n "categories": ${jsonText([...categories].map(([word, id]) => ({ id, name: word })))},\n "images": [`;
  yield* listText(photos.map((photo) => imageValue(photo, framesOf)));
  yield '\n ],\n "annotations": [';
  yield* listText(annotations(photos, categories));
  yield '\n ]\n}\n';
}

/** COCO Camera Traps (agentmorris/MegaDetector, `data_management/README.md`): one annotation per observation of a photo. */
export function cocoCameraTrapsExport(snapshot: SurveySnapshot): ExportPlan {
  const unseen = snapshot.photos.filter(({ observations }) => observations.length === 0).length;
  return {
    files: [
      { path: 'coco-camera-traps.json', mediaType: 'application/json', text: () => cocoText(snapshot) },
    ],
    leftOut: leftOutList([{ reason: 'unannotated', count: unseen }]),
    refusals: [],
  };
}
