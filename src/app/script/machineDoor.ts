import { failureText } from '../../core/files/failure.ts';
import { parseCsv } from '../../core/files/csv.ts';
import { decisionOf } from '../../core/survey/photo.ts';
import type { ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import { settingsByName } from '../../core/settings/changeSettings.ts';
import type { ChosenTexts } from '../../core/exchange/exportFormat.ts';
import { exportFile, exportNames } from '../../pages/exports/exports.ts';
import { ExportDoor, type DoorContent, type DoorExport } from './exportDoor.ts';
import type { DoorImport } from './importDoor.ts';
import { sumOtherFiles } from '../../pages/run/folderReport.ts';
import type { Fieldsift } from '../../pages/shell/fieldsift.svelte.ts';
import { addNextModel, useNextModel, useRecipe } from './machineOrders.ts';
import type { LoggedWork } from '../../pages/run/workLog.ts';

const decisionsName = 'decisions.json';

export type DoorPhase = 'empty' | 'reading' | 'sifting' | 'paused' | 'waiting' | 'done' | 'cancelled';

export interface DoorStatus {
  phase: DoorPhase;
  total: number;
  done: number;
  failed: number;
  pending: number;
  /** Photos whose content the model had seen before, so that it was not run again. */
  known: number;
  photosPerSecond: number | null;
  message: string | null;
}

/** A model in use. */
export interface DoorModel {
  id: string;
  version: string;
  sha256: string;
}

export interface DoorSummary {
  appVersion: string;
  /** The first of `models`. */
  model: DoorModel;
  /** In the order they are run. */
  models: DoorModel[];
  recipe: ResolvedRecipe;
  settings: unknown;
  byStatus: Record<string, number>;
  byLabel: Record<string, number>;
  /** Photos that are done and have lost a part of their picture. */
  damaged: number;
  sequences: number;
  sequencesByLabel: Record<string, number>;
  otherFiles: Record<string, number>;
  failures: { path: string; code: string; reason: string; detail: string }[];
}

/** What scripts can do with the page: the same as a person, without looking. */
export interface MachineDoor {
  version: string;
  /** Settles when what was kept from an earlier visit is back. */
  ready: Promise<void>;
  status(): DoorStatus;
  /** @throws RangeError that names the setting */
  applySettings(changes: Record<string, string>): void;
  /** Uses the next model that is dropped, its licence accepted. @throws the error that says what is wrong with it */
  usePack(): Promise<void>;
  /** Takes a table of what is in photos, as CSV. @returns its lines @throws RangeError when a column is missing */
  takeTruth(csv: string): number;
  /** Takes a table of stations, as CSV. @throws RangeError that names the row */
  takeStations(csv: string): void;
  /** Looks at the photos by which clocks can be checked; `decisions.json` then tells of it. */
  checkClocks(): Promise<void>;
  /** Takes in the next model that is dropped, its licence accepted, for a recipe. @throws as `usePack` */
  addPack(): Promise<void>;
  /** Uses the content of a `recipe.json` whose models are here. @throws the error that says why it cannot be used */
  useRecipe(recipe: unknown): Promise<void>;
  /** Ends sifting; what is left stays pending. */
  halt(): Promise<void>;
  /** Sifts what is pending. */
  start(): void;
  /** Takes in the files that are dropped next; results of another program are used from then on. Never while a run is going. */
  importNext(): Promise<DoorImport[]>;
  /** The tables that are written always. */
  exportNames(): string[];
  exportFile(name: string): Promise<string>;
  /** Everything that can be written. */
  exportTargets(): Promise<string[]>;
  /** @throws RangeError when there is no such target */
  prepareExport(target: string, options?: ChosenTexts): Promise<DoorExport>;
  /** A file of the export that was prepared last. */
  readExport(path: string): Promise<DoorContent>;
  summary(): DoorSummary;
  /** What the workers' time went into lately. */
  work(): LoggedWork[];
  /** Lets at most so many workers sift in the next run. */
  limitWorkers(count: number): void;
}

declare global {
  interface Window {
    fieldsift?: MachineDoor;
  }
}

function phaseOf(app: Fieldsift): DoorPhase {
  if (app.intake.reading) return 'reading';
  if (app.run.phase !== 'idle') return app.run.phase;
  const { total, pending } = app.survey.counts;
  return total === 0 ? 'empty' : pending > 0 ? 'waiting' : 'done';
}

function tally(names: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function summaryOf(app: Fieldsift, appVersion: string): DoorSummary {
  app.survey.showAll();
  const { survey, recipe } = app;
  const models = recipe.models.map(({ manifest: { id, version, files } }) => ({
    id,
    version,
    sha256: files.find(({ kind }) => kind === 'model')?.sha256 ?? '',
  }));
  const frames = survey.sequences.flatMap((sequence) => sequence.frames);
  return {
    appVersion,
    model: models[0] ?? { id: '', version: '', sha256: '' },
    models,
    recipe: recipe.recipe,
    settings: { ...settingsByName(survey.settings), thresholdsInForce: survey.thresholds },
    byStatus: tally(survey.photos().map(({ media }) => media.status)),
    byLabel: tally(
      frames.map((photo) => {
        const { label } = decisionOf(photo, survey.thresholds);
        return label === 'blank' && photo.isDamaged ? 'unknown' : label;
      }),
    ),
    damaged: survey.damaged,
    sequences: survey.sequences.length,
    sequencesByLabel: tally(
      survey.sequences.map(({ decision, frames: own }) =>
        decision.label === 'blank' && own.some(({ isDamaged }) => isDamaged) ? 'unknown' : decision.label,
      ),
    ),
    otherFiles: sumOtherFiles(survey.folders),
    failures: survey.failures.map(({ path, failure }) => ({
      path,
      code: failure?.code ?? 'unknown',
      reason: failure ? failureText(failure.code).reason : '',
      detail: failure?.detail ?? '',
    })),
  };
}

/** Fetched when somebody asks for it. */
async function reportOf(app: Fieldsift): Promise<string> {
  return (await import('../../pages/decisions/decisionsReport.ts')).decisionsReport(app);
}

/** Opens the door on `window.fieldsift`. It reads and drives this page only; there is no network behind it. */
export function openMachineDoor(app: Fieldsift, appVersion: string, ready: Promise<void>): void {
  const exports = new ExportDoor(app);
  window.fieldsift = {
    version: appVersion,
    ready,
    status: () => ({
      phase: phaseOf(app),
      ...app.survey.counts,
      known: app.run.known,
      photosPerSecond: app.run.photosPerSecond,
      message: app.run.problem,
    }),
    applySettings: (changes) => app.settings.byName(changes),
    usePack: () => useNextModel(app),
    takeTruth: (csv) => app.trust.takeTruth(csv),
    takeStations: (csv) => app.settings.byName({ stations: JSON.stringify(parseCsv(csv)) }),
    checkClocks: () => app.clocks.check(),
    addPack: async () => {
      await addNextModel(app);
    },
    useRecipe: (recipe) => useRecipe(app, recipe),
    halt: () => app.cancel(),
    start: () => app.start(),
    importNext: async () => {
      const files = app.bringIn.nextFiles();
      return (await import('./importDoor.ts')).importFiles(app, await files);
    },
    exportNames: () => [...exportNames, decisionsName],
    exportFile: (name) => (name === decisionsName ? reportOf(app) : exportFile(name, app)),
    exportTargets: async () => {
      const { formats } = await import('../../core/exchange/formats.ts');
      return formats.map(({ name }) => name);
    },
    prepareExport: (target, options) => exports.prepare(target, options),
    readExport: (path) => exports.read(path),
    summary: () => summaryOf(app, appVersion),
    work: () => app.run.work.shares(),
    limitWorkers: (count) => (app.run.mostWorkers = count),
  };
}
