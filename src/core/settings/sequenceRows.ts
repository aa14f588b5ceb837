import { parseUtcOffset } from '../time/utcOffset.ts';
import {
  choiceRow,
  lineRow,
  numberRow,
  optionalNumberRow,
  partOf,
  switchRow,
  whole,
  type SettingRow,
} from './settingRow.ts';

const place = 'sequences' as const;

/** How photos become sequences. */
export const sequenceRows: readonly SettingRow[] = [
  numberRow(
    {
      name: 'gap',
      place,
      title: 'Longest gap in a sequence',
      unit: 'seconds',
      help: 'A photo at most this long after the one before it joins its sequence.',
      source: 'MegaDetector (create_sequences)',
    },
    { least: 0, most: 86_400, step: 1 },
    whole('gapSeconds'),
  ),
  choiceRow(
    {
      name: 'sequence.from',
      place,
      title: 'Gap measured from',
      unit: '',
      help: 'From the photo before, so that a visit of any length stays together; or from the first photo of the sequence.',
      source: 'MegaDetector (create_sequences)',
    },
    [
      { value: 'previous', text: 'the photo before' },
      { value: 'first', text: 'the first photo' },
    ],
    partOf('grouping', 'measuredFrom'),
  ),
  optionalNumberRow(
    {
      name: 'sequence.longest',
      place,
      title: 'Longest sequence',
      unit: 'seconds',
      help: 'From its first photo to its last; a longer one is split.',
      source: 'MegaDetector, which has no limit',
    },
    { least: 0, most: 86_400, step: 1, empty: 'none', emptyMeans: 'no limit' },
    partOf('grouping', 'maximumSeconds'),
  ),
  switchRow(
    {
      name: 'sequence.camera',
      place,
      title: 'Believe the camera’s own bursts',
      unit: '',
      help: 'Where the camera wrote “2 of 3, event 238”, as Reconyx do, its bursts are kept whole and time-lapse photos apart, whatever the gap.',
      source: 'this app: the camera knows best',
    },
    partOf('grouping', 'cameraBursts'),
  ),
];

/** How sequences become events. */
export const eventRows: readonly SettingRow[] = [
  numberRow(
    {
      name: 'event.minutes',
      place: 'events',
      title: 'Time between independent events',
      unit: 'minutes',
      help: 'Records of one species at one place that are closer than this count as one visit.',
      source: 'O’Brien, Kinnaird and Wibisono 2003: half an hour; camtrapR’s own default is 0',
    },
    { least: 0, most: 10_080, step: 1 },
    partOf('events', 'minDeltaMinutes'),
  ),
  choiceRow(
    {
      name: 'event.compared',
      place: 'events',
      title: 'Time measured from',
      unit: '',
      help: 'From the last event, so that a resident animal is counted again and again; or from the last record, so that it must have been away.',
      source: 'camtrapR (deltaTimeComparedTo)',
    },
    [
      { value: 'last-independent-record', text: 'the last event' },
      { value: 'last-record', text: 'the last record' },
    ],
    partOf('events', 'comparedTo'),
  ),
  switchRow(
    {
      name: 'event.once',
      place: 'events',
      title: 'One record a second',
      unit: '',
      help: 'Of several records of one species in the same second, one counts.',
      source: 'camtrapR (removeDuplicateRecords)',
    },
    partOf('events', 'removeDuplicateRecords'),
  ),
  choiceRow(
    {
      name: 'event.per',
      place: 'events',
      title: 'Events counted per',
      unit: '',
      help: 'Per station, two cameras that watch one trail see one visit; per deployment, each sees its own.',
      source: 'Camtrap DP, whose events belong to deployments',
    },
    [
      { value: 'deployment', text: 'deployment' },
      { value: 'station', text: 'station' },
    ],
    partOf('events', 'per'),
  ),
];

/** The clock that all deployments share; each one's own corrections have names with its folder. */
export const clockRows: readonly SettingRow[] = [
  lineRow(
    {
      name: 'zone',
      place: 'clocks',
      title: 'Offset from UTC of all clocks',
      unit: 'hours and minutes',
      help: 'What the cameras’ clocks were ahead of UTC, such as +02:00 or -07:00. It moves no time; it says which moment each time means.',
      source: 'nobody: a zone is asked for and never guessed',
    },
    { example: '+02:00', isLike: (text) => parseUtcOffset(text) !== null },
    whole('utcOffset'),
  ),
];
