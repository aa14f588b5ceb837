import { bareManifest } from '../core/pack/bareManifest.ts';
import { recogniseModel, withNames, type BareModel, type BareModelForm } from '../core/pack/bareModel.ts';
import { parseModelManifest } from '../core/manifest/modelManifest.ts';
import { PackFailure, packFailureText } from '../core/pack/packFailure.ts';
import { persistStorage } from '../platform/storageSpace.ts';
import { takeTabLock } from '../platform/tabLock.ts';
import type { PackContents, PackStep } from '../workers/pack/contract.ts';
import { inspectOffPage, takeInOffPage } from '../workers/pack/packWorkerLife.ts';
import { labelsBeside } from './labelsBeside.ts';
import { filesBesideModel } from './filesBesideModel.ts';
import { importLock, type KnownModel, type Models } from './models.svelte.ts';
import { openArchive } from './packArchive.ts';
import { orInvalid, readPack, type HashModel, type PackSource } from './packReader.ts';

/** What was wrong with a model that could not be taken in. */
export interface ImportFailure {
  name: string;
  reason: string;
  remedy: string;
}

/** A model that came without a manifest, waiting for the person's answers. */
export interface Question {
  fileName: string;
  model: BareModel;
  answer: (form: BareModelForm | null) => void;
}

const hashModel: HashModel = async (path, content) => (await inspectOffPage(path, content)).sha256;

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
    return this.#bring(source.name, () => readPack(source, hashModel));
  }

  /** Takes a .zip in: a pack, or one model. @throws as `bringPack` */
  bringArchive(archive: File): Promise<KnownModel> {
    return this.#bring(archive.name, async () => {
      const { source, hasManifest, modelPaths } = await openArchive(archive);
      return hasManifest ? readPack(source, hashModel) : this.#readBare(source, modelPaths);
    });
  }

  /** Takes in a model without a manifest, after asking what its file does not say. @throws as `bringPack` */
  bringBare(source: PackSource, paths: readonly string[]): Promise<KnownModel> {
    return this.#bring(source.name, () => this.#readBare(source, paths));
  }

  async #readBare(source: PackSource, paths: readonly string[]): Promise<PackContents> {
    const [path] = paths;
    if (path === undefined) throw new PackFailure('no-model', source.name);
    if (paths.length > 1) throw new PackFailure('several-models', source.name, String(paths.length));
    const content = await source.open(path);
    const { description, sha256 } = await inspectOffPage(path, content);
    const beside = await filesBesideModel(source, path, description);
    const recognised = recogniseModel(path, description);
    const names = recognised.hasNames ? null : await labelsBeside(source, path, recognised.labelCount);
    const model = names ? withNames(recognised, names) : recognised;
    const form = await this.#ask(path, model);
    const written = bareManifest(
      path,
      model,
      form,
      { bytes: content.size, sha256 },
      beside.map(({ path: name, content: { size }, sha256: hash }) => ({
        path: name,
        bytes: size,
        sha256: hash,
      })),
    );
    const manifest = orInvalid(() => parseModelManifest(written));
    return {
      manifest,
      files: [{ path, content }, ...beside.map((file) => ({ path: file.path, content: file.content }))],
      licenceText: null,
    };
  }

  async #ask(fileName: string, model: BareModel): Promise<BareModelForm> {
    const form = await new Promise<BareModelForm | null>((answer) => {
      this.question = { fileName, model, answer };
    });
    this.question = null;
    if (!form) throw new ImportCancelled();
    return form;
  }

  async #bring(name: string, read: () => Promise<PackContents>): Promise<KnownModel> {
    if (this.underway) throw this.#show(name, new PackFailure('busy', name));
    this.failure = null;
    this.underway = { name, step: 'reading' };
    const unlock = await takeTabLock(importLock);
    try {
      if (!unlock) throw new PackFailure('busy', name);
      void persistStorage();
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
    const { code, subject, detail } = failure.fault;
    this.failure = { name, ...packFailureText(code, subject, detail) };
    return failure;
  }
}

function asPackFailure(name: string, error: unknown): PackFailure {
  if (error instanceof PackFailure) return error;
  return new PackFailure('file-unreadable', name, error instanceof Error ? error.message : String(error));
}
