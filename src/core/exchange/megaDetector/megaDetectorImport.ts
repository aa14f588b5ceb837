import { isGated } from '../../decisions/gate/gateEvidence.ts';
import { guessRoles } from '../../models/manifest/labelRole.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { Detection } from '../../models/prediction/prediction.ts';
import { readTaxon } from '../../taxa/taxonomy.ts';
import {
  boxFrom,
  importedModelId,
  LabelCollector,
  packCollected,
  raise,
  type CollectedPhoto,
  type ImportedModel,
  type ImportedPhoto,
  type ImportedResults,
} from '../../models/prediction/importedModel.ts';
import { numberOf, recordOf, wordOf } from '../../files/json/jsonValue.ts';
import type { MegaDetectorHead, MegaDetectorImage, MegaDetectorResults } from './megaDetectorResults.ts';

/** Where a file says nothing: MegaDetector 5's (`run_detector.py`, `known_models`). */
const defaultThresholds = { typical: 0.2, conservative: 0.05 };

type Labels = Readonly<Record<string, ModelLabel>>;

function labelsOf(
  names: Readonly<Record<string, string>>,
  taxa: Readonly<Record<string, string>> = {},
): Labels {
  const keys = Object.keys(names);
  const guessed = guessRoles(Object.values(names));
  return Object.fromEntries(
    keys.flatMap((key, index) => {
      const label = guessed[index];
      const taxon = taxa[key];
      if (!label) return [];
      return [[key, taxon?.includes(';') ? { ...label, taxon: readTaxon(taxon) } : label]];
    }),
  );
}

function thresholdsOf({ info }: MegaDetectorHead): Pick<ImportedModel, 'typical' | 'conservative'> {
  const metadata = recordOf(info['detector_metadata']);
  // Our own files have one for each role.
  const own = recordOf(recordOf(info['fieldsift'])['thresholds']);
  const one = (
    key: string,
    otherwise: number,
    byRole: Readonly<Record<string, unknown>> = {},
  ): ImportedModel['typical'] => {
    const value = numberOf(metadata[key]) ?? otherwise;
    const of = (role: string): number => numberOf(byRole[role]) ?? value;
    return { animal: of('animal'), person: of('person'), vehicle: of('vehicle') };
  };
  return {
    typical: one('typical_detection_threshold', defaultThresholds.typical, own),
    conservative: one('conservative_detection_threshold', defaultThresholds.conservative),
  };
}

/** Gives people a score that is no number, which the people gate holds: what the file says cannot be read. */
function raiseUnknown(scores: Map<number, number>, labels: readonly ModelLabel[]): void {
  labels.forEach(({ role }, index) => {
    if (role === 'person') raise(scores, index, NaN);
  });
}

function collect(
  { file, detections }: MegaDetectorImage,
  categories: Labels,
  classes: Labels,
  collector: LabelCollector,
): CollectedPhoto {
  const scores = new Map<number, number>();
  const boxes: Detection[] = [];
  for (const { category, conf, bbox, classifications } of detections ?? []) {
    const found = categories[category];
    if (!found) {
      // What the file does not name may be anything; category 0 of the old dialect is a box around nothing.
      if (category !== '0') raiseUnknown(scores, collector.labels);
      continue;
    }
    if (found.role === 'blank' || (Number.isNaN(conf) && !isGated(found.role))) continue;
    const box = boxFrom(bbox);
    let labelIndex = collector.indexOf(found);
    raise(scores, labelIndex, conf);
    for (const [rank, [key, score]] of classifications.entries()) {
      const named = classes[key];
      if (!named || (Number.isNaN(score) && !isGated(named.role))) continue;
      const index = collector.indexOf(named);
      raise(scores, index, score);
      if (rank === 0 && named.role === found.role) labelIndex = index;
    }
    boxes.push({ labelIndex, score: conf, box });
  }
  return { file, detections: boxes, scores };
}

/** The model that wrote a file, and how to take over what it said of each photo. */
export interface MegaDetectorScheme {
  model: ImportedModel;
  /** null where it failed at the photo. */
  pack: (image: MegaDetectorImage) => ImportedPhoto | null;
}

/** When the file was made says nothing of the model: files of one detector, made on two days, are of one model. */
function versionOf({ info }: MegaDetectorHead): string {
  const metadata = recordOf(info['detector_metadata']);
  return wordOf(metadata['megadetector_version']) ?? wordOf(info['detector_version']) ?? 'unknown';
}

/**
 * MegaDetector's results as one more model. A box that was classified has the label of its best class; the score that
 * decides whether something is there stays the detector's.
 */
export function megaDetectorScheme(head: MegaDetectorHead): MegaDetectorScheme {
  const categories = labelsOf(head.detectionCategories);
  const classes = labelsOf(head.classificationCategories, head.classificationCategoryDescriptions);
  const collector = new LabelCollector();
  // Every label now: what is added later would shift what the photos before it said.
  for (const label of Object.values(categories)) if (label.role !== 'blank') collector.indexOf(label);
  for (const label of Object.values(classes)) collector.indexOf(label);
  const detector = wordOf(head.info['detector']) ?? 'MegaDetector';
  const classifier = wordOf(head.info['classifier']);
  const name = classifier !== null && classifier !== detector ? `${detector}, ${classifier}` : detector;
  return {
    model: {
      id: importedModelId(name),
      version: versionOf(head),
      name,
      labels: collector.labels,
      ...thresholdsOf(head),
      info: head.info,
    },
    pack: (image) =>
      image.detections === null
        ? null
        : packCollected(collect(image, categories, classes, collector), collector.labels.length),
  };
}

/** A whole file as one more model. */
export function importMegaDetector(results: MegaDetectorResults): ImportedResults {
  const { model, pack } = megaDetectorScheme(results);
  return {
    model,
    photos: results.images.flatMap((image) => pack(image) ?? []),
    failures: results.images.flatMap(({ file, failure }) =>
      failure === null ? [] : [{ file, reason: failure }],
    ),
  };
}
