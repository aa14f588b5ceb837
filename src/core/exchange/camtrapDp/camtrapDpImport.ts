import type { Detection } from '../../models/prediction/prediction.ts';
import type { ImportedLabel } from '../importedLabels.ts';
import type { ImportedPlace } from '../matching/placedDeployments.ts';
import {
  importedModelId,
  LabelCollector,
  packCollected,
  raise,
  type ImportedResults,
} from '../../models/prediction/importedModel.ts';
import { numberOf, wordOf } from '../../files/json/jsonValue.ts';
import { boxOf, commonNamesOf, labelsOf, observedRoles } from './camtrapDpLabels.ts';
import { recordsOf, type CamtrapDpPackage } from './camtrapDpPackage.ts';
import { PackageMedia, type Cells } from './packageMedia.ts';

/** What a package holds, for a survey of the same photos. */
export interface ImportedPackage {
  /** Every photo of the package, by the name it is best found by. */
  files: readonly string[];
  labels: readonly ImportedLabel[];
  /** What machines said; null where they said nothing. */
  results: ImportedResults | null;
  places: readonly ImportedPlace[];
}

/** What machines said, as one model. */
function resultsOf(rows: readonly Cells[], media: PackageMedia): ImportedResults | null {
  const machine = rows.filter(({ classificationMethod }) => classificationMethod === 'machine');
  const [first] = machine;
  if (!first) return null;
  const collector = new LabelCollector();
  const photos = new Map<string, { scores: Map<number, number>; detections: Detection[] }>();
  for (const row of machine) {
    const role = observedRoles[row['observationType'] ?? ''];
    if (role === undefined || role === 'unknown') continue;
    const name = role === 'animal' ? (wordOf(row['scientificName']) ?? 'animal') : role;
    const score = numberOf(row['classificationProbability']) ?? 1;
    const box = boxOf(row);
    for (const file of media.of(row)) {
      const photo = photos.get(file) ?? { scores: new Map<number, number>(), detections: [] as Detection[] };
      photos.set(file, photo);
      const labelIndex = collector.indexOf({ name, role });
      raise(photo.scores, labelIndex, score);
      if (box && role !== 'blank') photo.detections.push({ labelIndex, score, box });
    }
  }
  const name = wordOf(first['classifiedBy']) ?? 'unknown model';
  const one = (value: number): ImportedResults['model']['typical'] => ({
    animal: value,
    person: value,
    vehicle: value,
  });
  const count = collector.labels.length;
  return {
    model: {
      id: importedModelId(name),
      version: 'unknown',
      name,
      labels: collector.labels,
      // What stands in a package passed its own threshold already; at 0 what is not there would count, too.
      typical: one(0.001),
      conservative: one(0.001),
    },
    photos: [...photos].map(([file, { scores, detections }]) =>
      packCollected({ file, detections, scores }, count),
    ),
    failures: [],
  };
}

/** What a package says of the photos, for those who have them: reviews, one more model, and places. */
export function importCamtrapDp(dataPackage: CamtrapDpPackage): ImportedPackage {
  const { tables } = dataPackage;
  const media = new PackageMedia(recordsOf(tables.media));
  const rows = [...recordsOf(tables.observations)];
  const places = [...recordsOf(tables.deployments)].flatMap((cells): ImportedPlace[] => {
    const { deploymentID = '', locationName = '', locationID = '' } = cells;
    const latitude = numberOf(cells['latitude']);
    const longitude = numberOf(cells['longitude']);
    if (latitude === null || longitude === null) return [];
    const station = locationName || locationID || deploymentID;
    return [
      {
        ...{ deployment: deploymentID, station, latitude, longitude },
        utcOffset: media.offsetOf(deploymentID),
        files: media.ofDeployment(deploymentID),
      },
    ];
  });
  return {
    files: media.files,
    labels: labelsOf(rows, media, commonNamesOf(dataPackage)),
    results: resultsOf(rows, media),
    places,
  };
}
