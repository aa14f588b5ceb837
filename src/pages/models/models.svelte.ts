import versions from '../../../models/lookout/versions.json';
import { isGated } from '../../core/decisions/gate/gateEvidence.ts';
import type { BesideRun } from '../../core/decisions/gate/besideWords.ts';
import type { RecipeModel } from '../../core/decisions/recipes/preparedRecipe.ts';
import { isResultsOnly } from '../../core/models/manifest/importedManifest.ts';
import { externalFilesOf, modelIdentity, weightsFileOf } from '../../core/models/pack/modelIdentity.ts';
import type { ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import type { KeptModel } from '../../core/models/pack/packModel.ts';
import { textHash } from '../../platform/contentKey.ts';
import { givesOriginFiles } from '../../platform/originFiles.ts';
import { takeTabLock } from '../../platform/tabLock.ts';
import {
  cleanUpModels,
  listHeardModels,
  openModelFile,
  preferModel,
  rememberShipped,
  removeModel,
  updateModel,
} from '../../storage/modelRepository.ts';
import { outputKeys } from '../../storage/storageMeasure.ts';
import type { RecipeInUse } from './recipeInUse.ts';
import { removeOutputs } from '../../storage/outputRepository.ts';
import type { SiftModel } from '../../workers/sift/contract.ts';

/** Held while a model is brought in, so that no tab takes its files for left-overs. */
export const importLock = 'fieldsift-import';

/** The model that comes with the app, not hashed yet. */
export type BuiltInModel = Omit<SiftModel, 'hash'>;

/** A model that can be used. */
export interface KnownModel {
  /** Names its outputs; empty until what was kept from the last visit is back. */
  hash: string;
  manifest: ModelManifest;
  /** null for the built-in one. */
  kept: KeptModel | null;
}

/** What is kept of models beside those in use. */
export interface Beside {
  runs: readonly (BesideRun & Pick<ModelManifest, 'thresholds'>)[];
  /** Earlier versions of the built-in model, the latest first. */
  earlier: readonly RecipeModel[];
}

/** True for a model whose weights are gone, while its outputs are kept. */
export function isLost({ manifest, kept }: KnownModel): boolean {
  return kept !== null && kept.files.length === 0 && !isResultsOnly(manifest);
}

/** Every version of the built-in model that was shipped before, the latest first. */
function shippedBefore({ hash: present, manifest }: KnownModel): RecipeModel[] {
  return [...versions]
    .reverse()
    .filter(({ hash }) => hash !== present)
    .map(({ hash, version, labels, thresholds }) => ({
      hash,
      manifest: { ...manifest, version, labels: labels as ModelManifest['labels'], thresholds },
    }));
}

/** Every model there is. */
export class Models {
  #all = $state.raw<KnownModel[]>([]);
  /** False where the browser keeps no files of models, as in a private window. */
  keepsFiles = true;
  readonly #shipped: BuiltInModel;
  #builtIn: KnownModel;
  /** Every other model whose outputs can be understood. */
  #heard: readonly RecipeModel[] = [];
  /** Hashes of earlier built-in models, the latest first. */
  #earlier: readonly string[] = [];

  constructor(shipped: BuiltInModel) {
    this.#shipped = shipped;
    this.#builtIn = { hash: '', manifest: shipped.manifest, kept: null };
  }

  /** The built-in one first, then those that were brought in, oldest first. */
  get all(): readonly KnownModel[] {
    return this.#all;
  }

  get builtIn(): KnownModel {
    return this.#builtIn;
  }

  /** Brings back the models of earlier visits, and clears what an interrupted import left. */
  async load(): Promise<void> {
    this.#builtIn = { ...this.#builtIn, hash: await textHash(modelIdentity(this.#builtIn.manifest)) };
    this.keepsFiles = await givesOriginFiles();
    // Without its files a model looks like left-overs.
    const unlock = this.keepsFiles ? await takeTabLock(importLock) : null;
    if (unlock) await cleanUpModels().finally(unlock);
    await rememberShipped(this.#builtIn.hash, this.#builtIn.manifest);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const kept = await listHeardModels();
    this.#all = [
      this.#builtIn,
      ...kept
        .filter(({ only }) => only === undefined)
        .map((model) => ({ hash: model.hash, manifest: model.manifest, kept: model })),
    ];
    const shipped = shippedBefore(this.#builtIn);
    const known = [...kept, ...shipped].filter(({ hash }) => hash !== this.#builtIn.hash);
    this.#heard = known.map(({ hash, manifest }) => ({ hash, manifest }));
    this.#earlier = [
      ...kept.filter(({ only, hash }) => only === 'shipped' && hash !== this.#builtIn.hash).reverse(),
      ...shipped,
    ]
      .map(({ hash }) => hash)
      .filter((hash, place, all) => all.indexOf(hash) === place);
  }

  /**
   * What is kept of models beside those in use: the runs that can tell people or vehicles, with the thresholds of their
   * models, and earlier versions of the built-in model, whose word stands until the present one has spoken.
   */
  async beside({ prepared, models }: RecipeInUse): Promise<Beside> {
    const kept = await outputKeys();
    const others = kept.filter((key) => !prepared.keys.includes(key));
    const runs = others.flatMap((key) => {
      const model = [this.#builtIn, ...this.#heard].find(({ hash }) => hash !== '' && key.startsWith(hash));
      if (!model?.manifest.labels.some(({ role }) => isGated(role))) return [];
      const { id, version, labels, thresholds } = model.manifest;
      return [{ key, model: `${id} ${version}`, labels, thresholds }];
    });
    const isShipped = models.length === 1 && models[0]?.hash === this.#builtIn.hash;
    const earlier = isShipped ? this.#earlier.filter((hash) => others.includes(hash)) : [];
    return {
      runs,
      earlier: earlier.flatMap((hash) => this.#heard.find((model) => model.hash === hash) ?? []),
    };
  }

  /** The model of that hash, or the built-in one when there is none or its licence was not accepted. */
  find(hash: string | undefined): KnownModel {
    const found = this.#all.find((model) => model.hash === hash);
    return found && found.kept?.licenceAccepted !== false ? found : this.#builtIn;
  }

  /** The one a new survey starts with. */
  preferred(): KnownModel {
    return this.find(this.#all.find(({ kept }) => kept?.preferred)?.hash);
  }

  /** What a worker needs to run it. @throws DOMException when the browser has lost its file */
  async open({ hash, manifest, kept }: KnownModel): Promise<SiftModel> {
    if (!kept) return { ...this.#shipped, hash };
    if (isResultsOnly(manifest)) return { hash, manifest, weights: null };
    if (isLost({ hash, manifest, kept })) return { hash, manifest, weights: null };
    const blob = await openModelFile(kept, weightsFileOf(manifest).path);
    const external: { path: string; content: Blob }[] = [];
    for (const { file } of externalFilesOf(manifest)) {
      external.push({ path: file.path, content: await openModelFile(kept, file.path) });
    }
    return { hash, manifest, weights: { blob }, external };
  }

  /** False where the browser has lost the file of a model. */
  async isWhole(model: KnownModel): Promise<boolean> {
    if (isLost(model)) return false;
    return this.open(model).then(
      () => true,
      () => false,
    );
  }

  /** New surveys start with this model from now on. */
  async prefer(model: KnownModel): Promise<void> {
    await preferModel(model.kept && model.hash);
  }

  async acceptLicence({ kept }: KnownModel): Promise<void> {
    if (!kept) return;
    await updateModel({ ...kept, licenceAccepted: true });
    await this.refresh();
  }

  /** Forgets a model; of one that is nothing but its results, these too. */
  async remove({ hash, manifest }: KnownModel): Promise<void> {
    await removeModel(hash);
    if (isResultsOnly(manifest)) await removeOutputs(hash);
    await this.refresh();
  }
}
