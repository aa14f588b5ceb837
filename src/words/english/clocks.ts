import type { Formats } from '../formats.ts';

/** Where cameras stood, and what their clocks said. */
export const clocksInEnglish = (f: Formats) => ({
  stations: {
    title: 'Stations',
    help: 'Where each card of photos was. Two rows with one station join them; a second row for the same folder with a time in “from” splits it, as when a camera was moved.',
    columns: {
      deployment: 'Folder',
      station: 'Station',
      latitude: 'Latitude',
      longitude: 'Longitude',
      from: 'From',
    },
    todo: 'What to do',
    start: 'the start',
    cell: (column: string, folder: string) => `${column} of ${folder}`,
    split: 'Split',
    remove: 'Remove',
    removeWhich: (folder: string, from: string) => ` ${folder} from ${from}`,
    read: 'Read from a CSV file',
    back: 'Back to the folders’ names',
    problem: (row: number, text: string) => `Row ${f.count(row)}: ${text}`,
    problems: {
      'no-headings': (name: string) => `There is no column “${name}”. The first line must name the columns.`,
      'half-a-place': () => 'Give both latitude and longitude, or neither.',
      'no-degrees': () => 'Write decimal degrees, such as 33.51 or -117.25.',
      'outside-the-earth': (value: string) =>
        `${value} is no such degree. Check whether latitude and longitude are swapped.`,
      'no-folder': () => 'Write the folder of the camera.',
      'unknown-folder': (name: string) => `There is no folder “${name}”. Copy its name, or delete the row.`,
      'no-station': () => 'The station is empty. Give it a name.',
      'no-time': (text: string) => `“${text}” is no time. Write it like 2021-06-04T18:32:05.`,
      'same-folder': (row: string) =>
        `Row ${row} is for the same folder. Delete one of them, or give this one a later time in “from” to split it.`,
      elsewhere: (row: string) =>
        `The station lies elsewhere in row ${row}. Give both rows the same coordinates, or two names.`,
    },
  },
  clocks: {
    title: 'Clocks',
    help: 'Corrections are kept beside the photos: no file is changed, and everything that follows from a time is reckoned anew.',
    check: 'Check the clocks by the sun',
    checkHelp:
      'Infra-red photos by high sun, or colour ones in deep night, show a wrong clock. It needs coordinates and the offset from UTC.',
    looking: 'Looking at photos…',
    notLooked: 'Not looked at yet.',
    needs: {
      coordinates: 'Not checked: give the coordinates of its station.',
      zone: 'Not checked: give the offset of its clock from UTC.',
    },
    tooFew: (judged: number) =>
      `Only ${f.counted(judged, 'photo was', 'photos were')} taken by high sun or in deep night: too few to say.`,
    fits: (judged: number) => `Fits the sun: ${f.counted(judged, 'photo', 'photos')} looked at.`,
    grey: (count: number) => `${f.count(count)} infra-red by high sun`,
    colour: (count: number) => `${f.count(count)} in colour in deep night`,
    seen: (parts: string, judged: number) =>
      `${parts}, of ${f.counted(judged, 'photo', 'photos')} looked at.`,
    wrong: 'The clock or its zone is wrong:',
    suspect: 'The clock may be wrong:',
    moved: (hours: string, left: number) => `Moved by ${hours} h, ${f.count(left)} would be left.`,
    correct: 'Correct the clock of',
    corrected: (name: string) => `${name}, corrected`,
    noFolder: 'No folder yet.',
    stamp: (path: string) => `The lowest part of ${path}`,
    inFile: 'Above, the lowest part of a photo with its stamp, if it has one. In the file:',
    correctedTo: 'corrected:',
    trueTime: 'When it was really taken',
    trueTimeHelp:
      'By a watch held before the camera, or a visit you wrote down: the offset below follows from it.',
    outside: 'outside all calendars',
    change: (place: number) => `change ${f.count(place)}`,
    from: 'From',
    remove: 'Remove',
    incomplete: 'Fill in the rest; until then nothing changes.',
    swap: {
      title: 'Day and month swapped',
      help: 'As when 5 July was written as 7 May.',
      evidence: (both: number, against: number) =>
        `${f.counted(both, 'photo has a date', 'photos have dates')} that can be read both ways${
          against === 0
            ? '.'
            : `; ${f.counted(against, 'photo reads', 'photos read')} one way only, as written, which speaks against a swap.`
        }`,
    },
    year: {
      title: 'Wrong year: years to add',
      help: '1 for a camera that wrote 2020 in 2021. Day and month of the photo above must be right.',
      remedy: 'Give a whole number of years.',
    },
    offset: {
      title: 'Offset, in seconds',
      help: 'True time less the camera’s. One hour slow is 3600, one hour fast -3600.',
      remedy: 'Give the offset as a number of seconds.',
    },
    drift: {
      title: 'Drift',
      help: 'A clock that runs fast or slow, known at two moments, as when it was set up and taken down. The camera’s times as corrected above.',
      first: 'first moment',
      second: 'second moment',
      camera: 'The camera said',
      true: 'when it was really',
      none: 'No drift',
      remedy: 'Give two different moments in order: by these the clock stood still or ran backwards.',
    },
    zone: {
      title: 'Time zone',
      help: 'What this clock was set to, if not the same as all: an offset like -07:00, or a zone such as Europe/Madrid, of which the offset at the first photo is taken.',
      offset: 'Offset from UTC',
      add: 'The camera changed its clock by itself',
      remedy: 'Write it like +02:00 or -07:00, or choose a zone; each change at a time of its own.',
    },
    saving: {
      title: 'Daylight saving',
      help: 'The place changed its clocks and the camera did not.',
      went: 'The clocks went',
      back: 'back by 1 hour',
      forward: 'forward by 1 hour',
      by: (seconds: number) => `by ${f.decimal(seconds / 60, 2)} minutes`,
      add: 'Add a change of the clocks',
      remedy: 'Give the moment from which the clocks were changed.',
    },
  },
});
