import { leastEvidence } from '../decisions/gate/photoEvidence.ts';
import { numberRow, optionalNumberRow, partOf, switchRow, type SettingRow } from './settingRow.ts';

const score = {
  least: leastEvidence,
  most: 1,
  step: 0.01,
  empty: 'model',
  emptyMeans: 'the model’s own',
} as const;
const share = { least: 0, most: 1, step: 0.01 };

/** What the people gate holds back. */
export const gateRows: readonly SettingRow[] = [
  optionalNumberRow(
    {
      name: 'gate.person',
      place: 'gate',
      title: 'Held from a person’s score of',
      unit: 'score, 0-1',
      help: 'A sequence is held when any model sees a person from this score in any of its photos.',
      source: 'the model’s conservative threshold, measured by whoever made it',
    },
    score,
    partOf('gate', 'person'),
  ),
  switchRow(
    {
      name: 'gate.vehicles',
      place: 'gate',
      title: 'Hold vehicles too',
      unit: '',
      help: 'Plates can be read, and faces show through windows.',
      source: 'this app: only if asked for',
    },
    partOf('gate', 'holdsVehicles'),
  ),
  optionalNumberRow(
    {
      name: 'gate.vehicle',
      place: 'gate',
      title: 'Held from a vehicle’s score of',
      unit: 'score, 0-1',
      help: 'The same for vehicles, where they are held.',
      source: 'the model’s conservative threshold, measured by whoever made it',
    },
    score,
    partOf('gate', 'vehicle'),
  ),
  numberRow(
    {
      name: 'gate.neighbours',
      place: 'gate',
      title: 'Neighbours held within',
      unit: 'seconds',
      help: 'Sequences of the same camera with a photo this close to a person are held as well. 0 holds none.',
      source: 'this app: none, until the leak check says otherwise',
    },
    { least: 0, most: 86_400, step: 1 },
    partOf('gate', 'neighbourSeconds'),
  ),
];

const elimination = 'MegaDetector (RepeatDetectionOptions)';

/** Which boxes are suspected of being branches and stones. */
export const repeatRows: readonly SettingRow[] = [
  numberRow(
    {
      name: 'repeat.overlap',
      place: 'repeats',
      title: 'Boxes are the same from an overlap of',
      unit: 'intersection over union, 0-1',
      help: 'How well two boxes must cover each other to be of the same thing.',
      source: elimination,
    },
    { least: 0.05, most: 1, step: 0.01 },
    partOf('repeats', 'overlap'),
  ),
  numberRow(
    {
      name: 'repeat.photos',
      place: 'repeats',
      title: 'Suspect from',
      unit: 'photos of a deployment',
      help: 'In how many photos of one deployment the same box must be found.',
      source: elimination,
    },
    { least: 2, most: 10_000, step: 1 },
    partOf('repeats', 'occurrences'),
  ),
  numberRow(
    {
      name: 'repeat.score',
      place: 'repeats',
      title: 'Boxes counted from',
      unit: 'score, 0-1',
      help: 'Boxes under this score are left out.',
      source: elimination,
    },
    share,
    partOf('repeats', 'lowestScore'),
  ),
  numberRow(
    {
      name: 'repeat.area',
      place: 'repeats',
      title: 'Largest box',
      unit: 'share of the photo, 0-1',
      help: 'An animal that fills the frame is no branch.',
      source: elimination,
    },
    share,
    partOf('repeats', 'largestArea'),
  ),
];

/** What is asked of the machine. */
export const trustRows: readonly SettingRow[] = [
  numberRow(
    {
      name: 'trust.accuracy',
      place: 'trust',
      title: 'Labels that must be right',
      unit: 'share, 0-1',
      help: 'What is taken without a look must be right this often.',
      source: 'M. S. Norouzzadeh et al. 2018: the accuracy of the volunteers of Snapshot Serengeti',
    },
    { least: 0.5, most: 1, step: 0.001 },
    partOf('trust', 'accuracy'),
  ),
  numberRow(
    {
      name: 'trust.seconds',
      place: 'trust',
      title: 'Your time for a photo',
      unit: 'seconds',
      help: 'How long you need to look at one photo and name what is in it.',
      source: 'about what M. S. Norouzzadeh et al. 2018 reckon with: 17,000 hours for 3.1 million photos',
    },
    { least: 0.1, most: 600, step: 0.1 },
    partOf('trust', 'secondsPerPhoto'),
  ),
];
