import type { AggregationRule } from '../decisions/aggregate.ts';
import type { PresentRole } from '../models/role.ts';
import { choiceRow, numberRow, optionalNumberRow, partOf, textRow, type SettingRow } from './settingRow.ts';

const share = { least: 0, most: 1, step: 0.01 };

/** The rules in words, in the order in which they are offered. */
export const ruleChoices: readonly { value: AggregationRule; text: string }[] = [
  { value: 'mean', text: 'mean of all photos' },
  { value: 'geometric-mean', text: 'geometric mean: one doubtful photo weighs more' },
  { value: 'maximum', text: 'highest photo' },
  { value: 'majority', text: 'share of photos that show it' },
  { value: 'top-five', text: 'sum of each photo’s five best, by photos' },
];

function thresholdRow(role: PresentRole): SettingRow {
  return optionalNumberRow(
    {
      name: role,
      place: 'rules',
      title: `${role.charAt(0).toUpperCase()}${role.slice(1)} from`,
      unit: 'score, 0-1',
      help: `A photo shows ${role === 'animal' ? 'an animal' : `a ${role}`} when the model’s score is at least this.`,
      source: 'the model, measured by whoever made it',
    },
    { ...share, empty: 'model', emptyMeans: 'the model’s own' },
    partOf('thresholds', role),
  );
}

const pooling = 'M. S. Norouzzadeh et al. 2018 and the winners of Hakuna Ma-data, who average';

/** What a photo shows, and what its sequence is taken for. */
export const ruleRows: readonly SettingRow[] = [
  thresholdRow('animal'),
  thresholdRow('person'),
  thresholdRow('vehicle'),
  choiceRow(
    {
      name: 'rule.animal',
      place: 'rules',
      title: 'Animals in a sequence',
      unit: '',
      help: 'How the photos’ scores become one. A person counts by the highest photo, always; blank is only what every photo is.',
      source: pooling,
    },
    ruleChoices,
    partOf('aggregation', 'animal'),
  ),
  choiceRow(
    {
      name: 'rule.vehicle',
      place: 'rules',
      title: 'Vehicles in a sequence',
      unit: '',
      help: 'The same for vehicles.',
      source: pooling,
    },
    ruleChoices,
    partOf('aggregation', 'vehicle'),
  ),
];

/** What animals are called. */
export const speciesRows: readonly SettingRow[] = [
  choiceRow(
    {
      name: 'rule.species',
      place: 'species',
      title: 'Species in a sequence',
      unit: '',
      help: 'How a classifier’s scores of each photo become one for each species.',
      source: pooling,
    },
    ruleChoices,
    partOf('species', 'rule'),
  ),
  numberRow(
    {
      name: 'species.believe',
      place: 'species',
      title: 'Name believed from',
      unit: 'score, 0-1',
      help: 'Under this, the wider names whose species reach it together are tried: genus, family, order, class.',
      source: 'SpeciesNet and AddaxAI: 0.65',
    },
    share,
    partOf('species', 'believe'),
  ),
  choiceRow(
    {
      name: 'species.smoothing',
      place: 'species',
      title: 'Smoothing',
      unit: '',
      help: 'How far a few odd names in a sequence follow the many around them.',
      source: 'this app: off; “normal” is MegaDetector’s own, the others are AddaxAI’s',
    },
    [
      { value: 'off', text: 'off' },
      { value: 'mild', text: 'mild' },
      { value: 'normal', text: 'normal' },
      { value: 'aggressive', text: 'aggressive' },
    ],
    partOf('species', 'smoothing'),
  ),
  textRow(
    {
      name: 'species.checklist',
      place: 'species',
      title: 'Expected species',
      unit: 'one name a line',
      help: 'A name that is not expected here is replaced by the nearest wider one that is. Any spelling and any wider name will do; other names of the same species stand beside it with “=” between. Empty: everything is expected.',
      source: 'nobody: without a list nothing is ruled out',
    },
    partOf('species', 'checklist'),
  ),
];

/** What is done with a sequence once it is decided. */
export const triageRows: readonly SettingRow[] = [
  numberRow(
    {
      name: 'triage.accept',
      place: 'triage',
      title: 'Label stands from',
      unit: 'score, 0-1',
      help: 'A surer label than this stands without a look.',
      source: 'this app, until your own labels say better under “Trust”',
    },
    share,
    partOf('triage', 'acceptThreshold'),
  ),
  numberRow(
    {
      name: 'triage.blank',
      place: 'triage',
      title: 'Blank put aside from',
      unit: 'score, 0-1',
      help: 'A surer blank than this is put aside without a look.',
      source: 'this app, until your own labels say better under “Trust”',
    },
    share,
    partOf('triage', 'blankThreshold'),
  ),
  numberRow(
    {
      name: 'triage.disagreement',
      place: 'triage',
      title: 'Most disagreement',
      unit: 'share of photos, 0-1',
      help: 'When more photos than this contradict the most frequent label, somebody should look.',
      source: 'this app: half',
    },
    share,
    partOf('triage', 'mostDisagreement'),
  ),
];
