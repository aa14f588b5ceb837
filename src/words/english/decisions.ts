import type { Triage } from '../../core/decisions/triage.ts';
import type { AggregationRule } from '../../core/decisions/aggregate.ts';
import type { Formats } from '../formats.ts';
import { clocksInEnglish } from './clocks.ts';

const triage: Record<Triage, string> = {
  review: 'To review: somebody should look',
  held: 'Held: by the people gate',
  accept: 'Accepted: the label stands',
  blank: 'Blank: put aside',
};

const rules: Record<AggregationRule, string> = {
  mean: 'mean of all photos',
  'geometric-mean': 'geometric mean: one doubtful photo weighs more',
  maximum: 'highest photo',
  majority: 'share of photos that show it',
  'top-five': 'sum of each photo’s five best, by photos',
};

const shell = (f: Formats) => ({
  title: 'Decisions',
  intro:
    'Between what the model said and your tables: every setting shows at once what it changes, and no photo is sifted again.',
  undo: 'Undo setting',
  redo: 'Redo setting',
  save: (name: string) => `Save ${name}`,
  sections: {
    triage: 'Triage',
    sequences: 'Sequences and events',
    clocks: 'Clocks and stations',
    rules: 'Rules',
    species: 'Species',
    gate: 'People gate',
    repeats: 'Repeats',
    trust: 'Trust',
  },
  sequences: 'Sequences',
  photos: 'Photos',
  share: 'Share',
  none: 'none',
  name: 'Your name, kept with what you say',
  field: {
    bySlider: (title: string) => `${title}, by slider`,
    standard: (value: string) => `Default: ${value}.`,
    from: (source: string) => `From: ${source}.`,
    empty: 'empty',
    on: 'on',
    off: 'off',
    back: 'Back to the default',
    backOf: (title: string) => ` of ${title}`,
    ofModel: (words: string, value: string) => `${words}, ${value}`,
    notNumber: (least: number, most: number) =>
      `Give a number from ${f.decimal(least, 4)} to ${f.decimal(most, 4)}.`,
    notOffset: 'It must be like +02:00 or -07:00, or empty.',
    refused: 'This cannot be read. Nothing was changed.',
    wouldOpen: (count: number) =>
      `Here it would let ${f.counted(count, 'held sequence', 'held sequences')} go.`,
  },
});

const sections = (f: Formats) => ({
  triage: {
    words: triage,
    help: 'What nobody needs to look at, what is held back, and what is left for you: the doubtful and the contradictory.',
    caption: 'Where everything goes',
  },
  grouping: {
    help: 'Photos that belong together: one burst, or one visit. Every program groups them in its own way, and so counts other things.',
    as: 'Group as',
    own: 'your own',
    preset: (name: string, seconds: number, measured: string) => `${name}: ${f.count(seconds)} s ${measured}`,
    measured: { previous: 'from the photo before', first: 'from the first photo' },
    readIn: (source: string) => `Read in ${source}.`,
    sizes: ['1 photo', '2 to 3', '4 to 10', '11 to 50', 'more than 50'],
    total: (count: number) => `${f.counted(count, 'sequence', 'sequences')}.`,
    copies: (count: number) =>
      `${f.counted(count, 'photo is an exact copy', 'photos are exact copies')} of another and not counted again.`,
    caption: 'Sequences by their number of photos',
  },
  events: {
    title: 'Events',
    help: 'Records of one species that are far enough apart in time to count as independent visits.',
    caption: 'What stands, by what it is',
    of: 'Of',
    none: 'No event yet.',
  },
  ...clocksInEnglish(f),
  rules: {
    title: 'From photos to a sequence',
    mixed: (count: number) =>
      count === 0
        ? 'In every sequence all photos show the same, so that no rule can change a label here.'
        : `In ${f.counted(count, 'sequence', 'sequences')} the photos do not all show the same: only there can a rule matter.`,
    compare: 'Two rules side by side',
    one: 'One rule',
    other: 'The other',
    inForce: (name: string) => `${name} (in force)`,
    names: rules,
    sure: 'sure',
    unsure: 'unsure',
    same: (count: number) => `Both rules say the same of all ${f.counted(count, 'sequence', 'sequences')}.`,
    differ: (count: number, of: number) =>
      `They differ in ${f.count(count)} of ${f.counted(of, 'sequence', 'sequences')}. A “sure” label stands without a look; from which score is set under “Triage”.`,
    caption: 'Sequences that the two rules decide differently',
    columns: ['By the one rule', 'By the other'],
  },
  species: {
    noKinds:
      'The model in use tells animals from people, vehicles and blanks, and names no species. What is set here takes effect with a model that does.',
    read: 'Read the expected species from a file',
    unknown: (count: number, names: string) =>
      `${f.counted(count, 'name is', 'names are')} unknown to the model, so that nothing of them can be expected: ${names}.`,
    blocked: (count: number) =>
      `${f.counted(count, 'sequence has', 'sequences have')} a wider name, because the model’s own is not expected.`,
    caption: 'Animals by name',
    name: 'Name',
    noMore: 'animal, no more than that',
  },
});

const people = (f: Formats) => ({
  gate: {
    help: 'One sign of a person in any photo, from any model, holds the whole sequence back from everything that leaves this computer, until somebody has looked and released it. The label plays no part: a person beside a dog holds, too.',
    states: {
      clear: 'Clear: no sign of people',
      machine: 'Held by the machine',
      human: 'Held by a person',
      released: 'Released by a person',
    },
    costs: 'What the gate costs',
    holds: (threshold: number, photos: number, share: number) =>
      `At ${f.decimal(threshold, 4)} it holds ${f.counted(photos, 'photo', 'photos')}, ${f.percent(share)} of all, before anybody looks.`,
    caption: 'Photos held at each threshold for people',
    from: 'From a score of',
  },
  leak: {
    title: 'Does it miss people?',
    help: (wanted: number) =>
      `Sequences drawn by lot from those that the machine took for clear. Say of each whether it shows a person: what you find says how many are missed in all the others. ${f.count(wanted)} without a person make it less than 2 %, with 95 % confidence.`,
    statement: (missed: number, checked: number, confidence: string, upper: string) =>
      `${f.count(missed)} of ${f.count(checked)} checked: with ${confidence} % confidence under ${upper} % leak.`,
    left: (most: number, unchecked: number) =>
      `That is at most ${f.counted(most, 'sequence', 'sequences')} with a person among the ${f.count(unchecked)} not checked.`,
    shown: (shown: number, of: number) => `${f.count(shown)} of ${f.counted(of, 'photo', 'photos')}.`,
    question: 'Is there a person in any of them?',
    no: 'No person',
    yes: 'A person',
    undo: 'Undo the last answer',
    noneClear: 'No sequence is clear.',
    allChecked: 'All clear sequences are checked.',
  },
  repeats: {
    title: 'The same box again and again',
    help: 'A box at the same place in many photos is as a rule a branch or a stone, and now and then an animal that sleeps there. What you confirm no longer counts as an animal, a person or a vehicle; for the people gate it still does, because somebody may stand before the stone.',
    none: 'No box repeats often enough to be suspected.',
    suspects: (count: number) => `${f.counted(count, 'suspect', 'suspects')}.`,
    first: (count: number, most: number) =>
      `${f.counted(count, 'suspect', 'suspects')}, of which the first ${f.count(most)} are shown.`,
    takenFor: (label: string) => `Taken for ${label}`,
    one: (label: string, photos: number, deployment: string) =>
      `${label}, ${f.counted(photos, 'photo', 'photos')} of ${deployment}`,
    question: 'What is it?',
    nothing: 'Nothing',
    real: 'Real',
  },
});

const trust = (f: Formats) => ({
  title: 'How far to trust it',
  help: 'Measured on what you named yourself in this survey, sequence by sequence, or on a table of yours. The numbers in brackets are 95 % intervals: as wide as the sample is small.',
  read: 'Read what is in the photos from a CSV file (columns “file” and “species”, or the like)',
  unreadable: 'The table needs a column that names the files and one that says what is in them.',
  rows: (count: number) => `${f.counted(count, 'photo', 'photos')} in the table.`,
  missing: (count: number) => `${f.counted(count, 'of them is', 'of them are')} not in this survey.`,
  forget: 'Forget the table',
  table: {
    slips:
      'These words of the table are no names that are known here. Until they are mended, each counts as an animal of that name:',
    meant: (word: string, meant: string, photos: number) =>
      `“${word}”: did you mean “${meant}”? (${f.counted(photos, 'photo', 'photos')})`,
    readAs: (meant: string) => `Read as “${meant}”`,
    instead: (word: string) => ` instead of “${word}”`,
    others: (names: string) =>
      `Names that the model does not know, each counted as an animal of that name: ${names}.`,
    named: (word: string, photos: number) => `${word} (${f.count(photos)})`,
    more: (count: number) => `${f.count(count)} more`,
  },
  nothing: 'Nothing to measure on yet: name what is in some sequences, best drawn at random.',
  tooFew: (cases: number, margin: number, needed: number) =>
    `Too few to rely on: ${f.counted(cases, 'sequence says', 'sequences say')} it give or take ${f.percent(margin, 1)}. About ${f.count(needed)} are needed for 5 percentage points.`,
  measured: (share: number, count: number, of: number, low: number, high: number) =>
    `${f.percent(share, 1)} (${f.count(count)} of ${f.count(of)}; ${f.percent(low, 1)} to ${f.percent(high, 1)})`,
  right: (measured: string, loss: string, error: number) =>
    `Right: ${measured}. Log loss ${loss}. Scores are off by ${f.percent(error, 1)} on average.`,
  unknown: 'unknown',
  target: (threshold: string, right: string, automated: string) =>
    `From a score of ${threshold} up, ${right} are right, and nobody needs to look at ${automated}.`,
  notSure: 'The sample is too small to be sure of it.',
  saved: (hours: string, low: string, high: string, photos: number) =>
    `That saves ${hours} hours (${low} to ${high}) of your time on this survey’s ${f.counted(photos, 'photo', 'photos')}.`,
  take: (threshold: string) => `Let labels stand from ${threshold}`,
  noThreshold: (accuracy: number) => `No threshold reaches ${f.percent(accuracy, 1)} on this sample.`,
  confusion: 'What was taken for what',
  confusionCaption: 'Sequences: what they show, down; what the model said, across',
  byLabel: 'By label',
  byLabelColumns: ['Precision', 'Recall', 'F1 score', 'Threshold'],
  mean: 'mean',
  scores: 'Scores against the truth',
  calibration: 'Calibration: of scores like these, how many are right',
  calibrationColumns: ['Score', 'Mean', 'Right'],
  bin: (from: number, to: number) => `${f.decimal(from, 1)} to ${f.decimal(to, 1)}`,
  coverageOf: 'Accuracy against coverage of',
  allLabels: 'all labels',
  coverage:
    'Accuracy against coverage: what stands without a look; what the people gate holds, or its photos contradict, never does',
  losses: 'The surest mistakes',
  lossesNone: 'The machine is right everywhere.',
  lossesHelp:
    'Look whether the machine or the truth is wrong: each opens large, where you can name what it really shows.',
  loss: (truth: string, predicted: string, score: string) =>
    `${truth}, taken for ${predicted}; the truth scored ${score}`,
});

export const decisionsInEnglish = (f: Formats) => ({
  ...shell(f),
  ...sections(f),
  ...people(f),
  trust: trust(f),
});
