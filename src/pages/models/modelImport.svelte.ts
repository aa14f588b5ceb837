import { inBackground } from '../../platform/background.ts';
import type { BareModel, BareModelForm } from '../../core/models/pack/bareModel.ts';
import { PackFailure, type PackFault } from '../../core/models/pack/packFailure.ts';
import { persistStorage } from '../../platform/storageSpace.ts';
import { takeTabLock } from '../../platform/tabLock.ts';
import type { PackContents, PackStep } from '../../workers/pack/contract.ts';
import { takeInOffPage } from '../../workers/pack/packWorkerLife.ts';
import { importLock, type KnownModel, type Models } from './models.svelte.ts';
import type { PackSource } from './packSource.ts';

/** What was wrong with a model that could not be taken in. */
export interface ImportFailure {
  name: string;
  fault: PackFault | { code: 'recipe'; problems: readonly string[] };
}

/** A model that came without a manifest, waiting for the person's answers. */
export interface Question {
  fileName: string;
  model: BareModel;
  answer: (form: BareModelForm | null) => void;
}

const reading = () => import('./packReading.ts');

/** The person thought better of it: nothing to show. */
export class ImportCancelled extends Error {}

/** The bringing in of a model: what is under way, what is asked, and what went wrong with the last one. */
export class ModelImport {
  underway = $state.raw<{ name: string; step: PackStep | 'reading' } | null>(null);
  question = $state.raw<Question | null>(null);
  failure = $state.raw<ImportFailure | null>(null);

  readonly #models: Models;
  readonly #photos: () => Promise<File[]>;

  /** @param photos some of the open survey, to try the model on */
  constructor(models: Models, photos: () => Promise<File[]>) {
    this.#models = models;
    this.#photos = photos;
  }

  /** Takes a pack in. @throws PackFailure, which is also shown; nothing is kept then */
  bringPack(source: PackSource): Promise<KnownModel> {
    return this.#bring(source.name, async () => (await reading()).readFolder(source));
  }

  /** Takes a .zip in: a pack, or one model. @throws as `bringPack` */
  bringArchive(archive: File): Promise<KnownModel> {
    return this.#bring(archive.name, async () => (await reading()).readArchive(archive, this.#ask));
  }

  /** Takes in a model without a manifest, after asking what its file does not say. @throws as `bringPack` */
  bringBare(source: PackSource, paths: readonly string[]): Promise<KnownModel> {
    return this.#bring(source.name, async () => (await reading()).readModel(source, paths, this.#ask));
  }

  readonly #ask = async (fileName: string, model: BareModel): Promise<BareModelForm> => {
    const form = await new Promise<BareModelForm | null>((answer) => {
      this.question = { fileName, model, answer };
    });
    this.question = null;
    if (!form) throw new ImportCancelled();
    return form;
  };

  async #bring(name: string, read: () => Promise<PackContents>): Promise<KnownModel> {
    if (this.underway) throw this.#show(name, new PackFailure('busy', name));
    this.failure = null;
    this.underway = { name, step: 'reading' };
    const unlock = await takeTabLock(importLock);
    try {
      if (!unlock) throw new PackFailure('busy', name);
      inBackground(persistStorage());
      const pack = await read();
      const { hash } = await takeInOffPage(pack, await this.#photos(), (step) => {
        this.underway &&= { name, step };
      });
      await this.#models.refresh();
      const known = this.#models.all.find((model) => model.hash === hash);
      if (!known) throw new PackFailure('storage-failed', name, 'it is not there any more');
      return known;
    } catch (error) {
      if (error instanceof ImportCancelled) throw error;
      throw this.#show(name, asPackFailure(name, error));
    } finally {
      this.underway = null;
      unlock?.();
    }
  }

  #show(name: string, failure: PackFailure): PackFailure {
    this.failure = { name, fault: failure.fault };
    return failure;
  }
}

function asPackFailure(name: string, error: unknown): PackFailure {
  if (error instanceof PackFailure) return error;
  return new PackFailure('file-unreadable', name, error instanceof Error ? error.message : String(error));
}
