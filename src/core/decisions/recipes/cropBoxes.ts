import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import type { Detection } from '../../models/prediction/prediction.ts';
import type { SpeciesNetDetection } from '../../taxa/speciesNetEnsemble.ts';
import type { CropsRecipe } from './recipe.ts';

/** What stands for a photo as a whole: its strongest box, or all of it where there is none. */
export interface WholePhotoCrop {
  box: BoundingBox;
  /** null where there is no box. */
  detection: SpeciesNetDetection | null;
}

const kindOfRole: Partial<Record<ModelLabel['role'], SpeciesNetDetection['kind']>> = {
  animal: 'animal',
  person: 'human',
  vehicle: 'vehicle',
};

const wholePhoto: BoundingBox = { x: 0, y: 0, width: 1, height: 1 };

/** Which boxes of a detector are cut out. */
export class CropBoxes {
  readonly #floor: number;
  readonly #labels: readonly ModelLabel[];
  readonly #answersPhoto: boolean;

  constructor({ floor, naming }: CropsRecipe<unknown>, detectorLabels: readonly ModelLabel[]) {
    this.#floor = floor;
    this.#labels = detectorLabels;
    this.#answersPhoto = naming === 'speciesnet';
  }

  /** Whether a box is cut out to be named. */
  isNamed({ labelIndex, score }: Detection): boolean {
    return this.#labels[labelIndex]?.role === 'animal' && score >= this.#floor;
  }

  /** What SpeciesNet's answer for the whole photo is about; null where boxes are named by a threshold. */
  forPhoto(detections: readonly Detection[]): WholePhotoCrop | null {
    if (!this.#answersPhoto) return null;
    let strongest: (WholePhotoCrop & { detection: SpeciesNetDetection }) | null = null;
    for (const { labelIndex, score, box } of detections) {
      const kind = kindOfRole[this.#labels[labelIndex]?.role ?? 'other'];
      if (kind && score > (strongest?.detection.score ?? 0)) strongest = { box, detection: { kind, score } };
    }
    return strongest ?? { box: wholePhoto, detection: null };
  }

  /** Every box to cut out, each once. */
  all(detections: readonly Detection[]): BoundingBox[] {
    const boxes = detections.filter((detection) => this.isNamed(detection)).map(({ box }) => box);
    const photo = this.forPhoto(detections);
    return photo && !boxes.includes(photo.box) ? [...boxes, photo.box] : boxes;
  }
}
