import type { CamtrapDpOptions } from '../../core/exchange/camtrapDp/camtrapDpOptions.ts';
import { defaultCamtrapDpOptions } from '../../core/exchange/camtrapDp/camtrapDpOptions.ts';
import {
  defaultWildlifeInsightsOptions,
  type WildlifeInsightsOptions,
} from '../../core/exchange/wildlifeInsights/wildlifeInsightsExport.ts';
import {
  defaultZooniverseOptions,
  type ZooniverseOptions,
} from '../../core/exchange/zooniverse/zooniverseExport.ts';
import type { SortingFolders } from '../../core/exchange/share/sortedOriginals.ts';
import type { HeldOriginals } from '../../core/exchange/share/sortingListsExport.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';

/** Choices that are asked for as one of several words; the first is taken unless another is chosen. */
const choices = {
  hashes: ['no', 'yes'],
  people: ['leave-out', 'cover'],
  samplingDesign: [
    'opportunistic',
    'simpleRandom',
    'systematicRandom',
    'clusteredRandom',
    'experimental',
    'targeted',
  ],
  captureMethod: ['activityDetection', 'timeLapse'],
  folders: ['label', 'deployment'],
  held: ['leave-out', 'apart'],
  reviewers: ['unnamed', 'named'],
} as const;

type ChoiceName = keyof typeof choices;
export type ExportChoiceValue = (typeof choices)[ChoiceName][number];

type TextName =
  | 'contributor'
  | 'dataLicence'
  | 'mediaLicence'
  | 'projectId'
  | 'country'
  | 'admin'
  | 'adminEmail'
  | 'locationPrefix';
export type ExportFieldName = ChoiceName | TextName | 'frames';

/** How one option of a target is asked for. */
export type ExportField =
  | { name: ChoiceName; kind: 'choice'; values: readonly ExportChoiceValue[] }
  | { name: TextName; kind: 'text' }
  | { name: 'frames'; kind: 'number'; least: number; most: number; initial: number };

const choice = (name: ChoiceName): ExportField => ({ name, kind: 'choice', values: choices[name] });
const text = (name: TextName): ExportField => ({ name, kind: 'text' });

/** The options of each target that has any. */
export const exportFields: Readonly<Record<string, readonly ExportField[]>> = {
  tables: [choice('hashes')],
  'camtrap-dp': [
    choice('samplingDesign'),
    choice('captureMethod'),
    text('contributor'),
    text('dataLicence'),
    text('mediaLicence'),
  ],
  'wildlife-insights': [
    text('projectId'),
    text('country'),
    text('admin'),
    text('adminEmail'),
    text('locationPrefix'),
  ],
  zooniverse: [
    {
      name: 'frames',
      kind: 'number',
      least: 1,
      most: 20,
      initial: defaultZooniverseOptions.mostFrames,
    },
    choice('people'),
  ],
  'sorting-lists': [choice('folders'), choice('held')],
  gallery: [choice('reviewers')],
};

/** What a person chose, by the name of the field; what is not there, or empty, is as it is at first. */
export type ExportOptions = Readonly<Partial<Record<ExportFieldName, string>>>;

function chosen<Name extends ChoiceName>(options: ExportOptions, name: Name): (typeof choices)[Name][number] {
  const values: readonly (typeof choices)[Name][number][] = choices[name];
  return values.find((value) => value === options[name]) ?? (values[0] as (typeof choices)[Name][number]);
}

const written = (options: ExportOptions, name: TextName): string => options[name]?.trim() ?? '';

export function zooniverseOptions(options: ExportOptions): ZooniverseOptions {
  const frames = Math.round(Number(options.frames));
  const { mostFrames } = defaultZooniverseOptions;
  return { mostFrames: frames >= 1 ? frames : mostFrames, people: chosen(options, 'people') };
}

export function camtrapDpOptions(options: ExportOptions, { name }: SurveySnapshot): CamtrapDpOptions {
  const initial = defaultCamtrapDpOptions(name);
  const contributor = written(options, 'contributor');
  const data = written(options, 'dataLicence');
  const media = written(options, 'mediaLicence');
  return {
    samplingDesign: chosen(options, 'samplingDesign'),
    captureMethod: chosen(options, 'captureMethod'),
    contributors: contributor ? [{ title: contributor, role: 'contributor' }] : initial.contributors,
    // A package names both or none.
    licenses: data && media ? { data, media } : null,
  };
}

export function wildlifeInsightsOptions(
  options: ExportOptions,
  snapshot: SurveySnapshot,
): WildlifeInsightsOptions {
  const initial = defaultWildlifeInsightsOptions(snapshot);
  const names = ['projectId', 'country', 'admin', 'adminEmail', 'locationPrefix'] as const;
  return {
    ...initial,
    ...Object.fromEntries(
      names.flatMap((name) => (written(options, name) ? [[name, written(options, name)]] : [])),
    ),
  };
}

export function sortingFolders(options: ExportOptions): SortingFolders {
  return chosen(options, 'folders');
}

export function heldOriginals(options: ExportOptions): HeldOriginals {
  return chosen(options, 'held');
}

/** Whether a page names who labelled each photo. */
export function namesReviewers(options: ExportOptions): boolean {
  return chosen(options, 'reviewers') === 'named';
}
