import type { BroughtKind } from '../../core/exchange/project/mergeCounts.ts';
import { unreadableTexts } from '../../core/files/unreadableFile.ts';
import type { Formats } from '../formats.ts';

export const importsInEnglish = (f: Formats) => ({
  title: 'Import',
  about:
    'Results of MegaDetector or SpeciesNet, a Camtrap DP package, a table of labels or of stations as CSV, or a project file of another laptop. Drop it anywhere, or choose it here. Photos are found by the end of their path.',
  choose: 'Choose files',
  noSurvey:
    'There are no photos yet. Drop their folder first; only a project file brings its own list of them.',
  reading: (name: string) => `Reading ${name}`,
  taking: (name: string) => `Importing ${name}`,
  stop: 'Stop',
  close: 'Close',
  skip: 'Not this one',
  unreadable: unreadableTexts,
  refused: (name: string) => `${name} was not imported.`,
  busy: 'Photos are being sifted. Wait until the run is over, or cancel it, then import.',
  matched: (matched: number, all: number) =>
    `${f.count(matched)} of ${f.counted(all, 'photo', 'photos')} in the file ${matched === 1 ? 'is' : 'are'} in this survey.`,
  nothingMatches: 'Nothing in the file is a photo of this survey, so there is nothing to import.',
  saveUnmatched: 'Save this list as CSV',
  unmatched: (names: number) => `${f.counted(names, 'name', 'names')} without a photo here`,
  reasons: {
    'not found': 'not in this survey',
    'several fit': 'may be several photos',
    taken: 'another name fits its photo better',
    unopened: 'its folder is not open, so its content is not known',
    'no-folder': 'no folder of that name',
    'no-time': 'no photo of it has a time yet, so the offset of its time zone is not known: sift it first',
  },
  more: (names: number) => `${f.count(names)} more.`,
  row: (row: number) => `Row ${f.count(row)}`,
  results: {
    kind: 'Machine results',
    about:
      'They become one more model: choose it under “Models”, combine it with others, or remove it again.',
    model: 'Model',
    classes: 'Classes',
    failures: (photos: number) =>
      `It failed at ${f.counted(photos, 'photo', 'photos')}; these are left as they are.`,
    known: 'Results of this model were imported before: these are added to them.',
    take: 'Import results',
  },
  table: {
    kind: 'Table of labels',
    about:
      'Each label becomes a review in the name of whoever gave it. Which column holds what is a guess: check it.',
    fields: {
      file: 'Photo’s name or path',
      folder: 'Folder, where it is apart',
      species: 'What is in the photo',
      count: 'How many',
      person: 'Who said so',
      time: 'When it was said',
      note: 'Note',
    },
    none: 'no column',
    needsFile: 'Choose the column that names the photos.',
    needsSpecies: 'Choose the column that says what is in them.',
    preview: 'First rows',
    column: (column: number) => `Column ${f.count(column)}`,
    toAdd: (labels: number, known: number) =>
      `${f.counted(labels, 'label', 'labels')} to add${known === 0 ? '' : `, ${f.count(known)} known before`}.`,
    slips: 'Mend these in the file, or they come in as animals of that name:',
    slip: (word: string, meant: string, photos: number) =>
      `“${word}”: did you mean “${meant}”? (${f.counted(photos, 'photo', 'photos')})`,
    passedOver: (rows: number) => `${f.counted(rows, 'row', 'rows')} without anything to use`,
    problems: { 'no photo': 'no photo is named', 'no word': 'nothing is said of the photo' },
    take: 'Import labels',
  },
  package: {
    kind: 'Camtrap DP package',
    labels: (labels: number, known: number) =>
      `${f.counted(labels, 'label', 'labels')} of people${known === 0 ? '' : `, and ${f.count(known)} known before`}.`,
    results: (model: string, photos: number) =>
      `What ${model} said of ${f.counted(photos, 'photo', 'photos')}.`,
    places: (places: number) => `Where ${f.counted(places, 'camera', 'cameras')} stood.`,
    take: 'Import package',
  },
  places: {
    kind: 'Table of stations',
    found: (folders: number) =>
      `Stations and coordinates of ${f.counted(folders, 'folder', 'folders')} of this survey.`,
    offsets: (folders: number) =>
      `Offsets from UTC of ${f.counted(folders, 'clock', 'clocks')}. Of a zone that is named, it is the offset in force when the folder’s first photo was taken.`,
    none: 'No row is of a folder of this survey.',
    problems: {
      'no-name': 'no folder or station is named',
      coordinates: 'the coordinates are no decimal degrees',
      zone: 'the time zone is no offset such as +02:00, and no name such as Africa/Nairobi',
    },
    folder: 'Folder',
    station: 'Station',
    position: 'Position',
    take: 'Import stations',
  },
  project: {
    kind: 'Project file',
    holds: (photos: number, reviews: number) =>
      `${f.counted(photos, 'photo', 'photos')} and ${f.counted(reviews, 'review', 'reviews')}, with what the models said and the settings.`,
    starts: 'It is opened as a survey of this laptop.',
    merges: (survey: string) => `It is merged into “${survey}”: all of both is kept, whoever is first.`,
    absent: (photos: number) =>
      `${f.counted(photos, 'photo is', 'photos are')} not on this laptop yet: drop their folder when it is there.`,
    fresh: (reviews: number) => `${f.counted(reviews, 'review', 'reviews')} not known here.`,
    conflicts: (conflicts: number) =>
      `${f.counted(conflicts, 'thing on which', 'things on which')} both sides differ`,
    later: 'Both are kept; the later one holds, in bold.',
    what: 'Photo or setting',
    here: 'Here',
    there: 'In the file',
    take: 'Open project',
  },
  letGo: {
    asks: (sequences: number) =>
      `This file would let ${f.counted(sequences, 'held sequence', 'held sequences')} go.`,
    until:
      'Until you agree, they stay held: the settings, reviews and machine results that would let them go are left out, and all the rest is taken in.',
    agree: 'Let them go',
  },
  report: {
    title: 'Imported',
    differing: (results: number) =>
      `${f.counted(results, 'machine result says', 'machine results say')} otherwise than what is here: what is here stays.`,
    heldBack: (sequences: number) =>
      `The file would let ${f.counted(sequences, 'held sequence', 'held sequences')} go. ${sequences === 1 ? 'It stays' : 'They stay'} held: what would have let go was left out. Import the file again to agree.`,
    labels: (added: number, known: number) =>
      `${f.counted(added, 'label', 'labels')} added${known === 0 ? '' : `, ${f.count(known)} known before`}.`,
    results: (model: string, photos: number) =>
      `${model}: results of ${f.counted(photos, 'photo', 'photos')} kept.`,
    places: (places: number) => `Places of ${f.counted(places, 'folder', 'folders')} set.`,
    merged: {
      added: (things: readonly string[]) => `Added: ${f.list(things)}.`,
      known: (things: readonly string[]) => `Here before: ${f.list(things)}.`,
      nothing: 'Nothing was added.',
      /** One, and several. */
      things: {
        photos: ['photo', 'photos'],
        results: ['machine result', 'machine results'],
        labels: ['label', 'labels'],
        settings: ['setting', 'settings'],
        notes: ['note', 'notes'],
        others: ['other review', 'other reviews'],
      } as Readonly<Record<BroughtKind, readonly [one: string, other: string]>>,
    },
    use: 'Use these results',
    inUse: 'These results are in use.',
    busy: 'They can be used when the run is over.',
  },
});
