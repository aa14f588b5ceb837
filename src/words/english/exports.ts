import type { LeftOutReason, RefusalReason } from '../../core/exchange/exportFile.ts';
import type { ExportChoiceValue, ExportFieldName, ExportTarget } from '../../core/exchange/formats.ts';
import type { Formats } from '../formats.ts';

export const exportsInEnglish = (f: Formats) => ({
  open: 'Export…',
  backup: {
    due: (reviews: number) =>
      `${f.counted(reviews, 'review lies', 'reviews lie')} in this browser alone. A project file keeps them safe.`,
    save: 'Save the project…',
    later: 'Later',
    saved: (place: string) => `Saved: ${place}.`,
  },
  title: 'Export',
  targets: 'For whom',
  options: 'Options',
  preparing: 'Getting it ready…',
  judging: (megacharacters: number) =>
    `It is read as others will read it: ${f.decimal(megacharacters, 0)} million characters so far.`,
  files: (files: number) => f.counted(files, 'file', 'files'),
  shownFile: 'Shown here',
  firstLines: 'The first lines',
  noRows: 'No rows yet.',
  notInIt: 'Not in it',
  sound: 'Checked by the rules of the format: nothing to complain of.',
  unsound: 'Readers of the format will stumble over this',
  close: 'Close',
  cancel: 'Stop',
  save: 'Save…',
  asZip: 'Save as a zip…',
  intoFolder: 'Into a folder…',
  reading: (done: number, total: number) => `Reading photo ${f.count(done)} of ${f.count(total)}`,
  writing: (done: number, total: number, bytes: number) =>
    total === 1
      ? `${f.bytes(bytes)} written`
      : `File ${f.count(done)} of ${f.count(total)}, ${f.bytes(bytes)} written`,
  saved: (files: number, place: string) => `${f.counted(files, 'file', 'files')} saved: ${place}.`,
  failures: (photos: number) => `${f.counted(photos, 'photo', 'photos')} could not be made:`,
  stopped: 'Stopped. What was not complete was not kept.',
  problem: (detail: string) => `It could not be saved: ${detail}`,
  names: {
    tables: { name: 'Tables', use: 'Photos, sequences, events, boxes and deployments, for any spreadsheet' },
    megadetector: { name: 'MegaDetector results', use: 'Timelapse and other tools; boxes and scores' },
    speciesnet: { name: 'SpeciesNet predictions', use: 'Version 4, one classification per photo' },
    'speciesnet-5': { name: 'SpeciesNet predictions 5', use: 'From version 5, one classification per box' },
    'camtrap-dp': { name: 'Camtrap DP', use: 'The exchange standard; GBIF, camtraptor, Agouti' },
    'wildlife-insights': { name: 'Wildlife Insights', use: 'The four tables of its batch upload' },
    zooniverse: { name: 'Zooniverse', use: 'Small pictures and manifests, for volunteers' },
    'hakuna-ma-data': { name: 'Hakuna Ma-data', use: 'A submission to the Serengeti benchmark' },
    probabilities: { name: 'All scores', use: 'Each label’s score of each photo' },
    'darwin-core': { name: 'Darwin Core', use: 'Animals as occurrences' },
    'coco-camera-traps': { name: 'COCO Camera Traps', use: 'For training models' },
    'record-table': { name: 'camtrapR records', use: 'Independent records for R' },
    gallery: { name: 'Gallery', use: 'One page of pictures by kind, to open in any browser' },
    'sorting-lists': {
      name: 'Sorting lists',
      use: 'A list and two scripts that copy your photos into folders',
    },
    share: {
      name: 'Copies to share',
      use: 'Photos with the people covered that the models found, and a report',
    },
    project: { name: 'Project file', use: 'Everything but the photos, for another laptop' },
  } satisfies Record<ExportTarget, { name: string; use: string }>,
  fields: {
    hashes: 'MD5 and SHA-256 of each file',
    frames: 'Most photos of one subject',
    people: 'Released sequences with people',
    samplingDesign: 'Sampling design',
    captureMethod: 'How the cameras took photos',
    contributor: 'Who made it',
    dataLicence: 'Licence of the tables',
    mediaLicence: 'Licence of the photos',
    projectId: 'Project’s id',
    country: 'Country, three letters',
    admin: 'Administrator’s name',
    adminEmail: 'Administrator’s e-mail',
    locationPrefix: 'Written before each photo’s path',
    folders: 'Folders',
    held: 'Photos that may not be shown to others',
    reviewers: 'Who labelled each photo',
  } satisfies Record<ExportFieldName, string>,
  values: {
    no: 'No',
    yes: 'Yes: every photo is read once more',
    'leave-out': 'Left out',
    cover: 'With the people covered',
    simpleRandom: 'Simple random',
    systematicRandom: 'Systematic random',
    clusteredRandom: 'Clustered random',
    experimental: 'Experimental',
    targeted: 'Targeted',
    opportunistic: 'Opportunistic',
    activityDetection: 'When something moved',
    timeLapse: 'At fixed times',
    label: 'By what is in the photo',
    deployment: 'By deployment',
    apart: 'In a folder of their own, for yourself',
    unnamed: 'Not named',
    named: 'Named beside each picture',
  } satisfies Record<ExportChoiceValue, string>,
  leftOut: {
    held: (n: number) => `${f.counted(n, 'sequence', 'sequences')}: held by the people gate`,
    people: (n: number) => `${f.counted(n, 'sequence', 'sequences')}: with a person in a photo`,
    'no-place': (n: number) => `${f.counted(n, 'photo', 'photos')}: with somebody whose place nobody knows`,
    'held-photos': (n: number) => `${f.counted(n, 'photo', 'photos')}: held by the people gate`,
    'people-photos': (n: number) => `${f.counted(n, 'photo', 'photos')}: with people`,
    'vehicle-photos': (n: number) => `${f.counted(n, 'photo', 'photos')}: with vehicles`,
    unseen: (n: number) => `${f.counted(n, 'photo', 'photos')}: seen by no model`,
    failed: (n: number) => `${f.counted(n, 'photo', 'photos')}: could not be read`,
    pending: (n: number) => `${f.counted(n, 'photo', 'photos')}: not sifted yet`,
    'beyond-frames': (n: number) => `${f.counted(n, 'photo', 'photos')}: beyond the most of one subject`,
    undated: (n: number) =>
      `${f.counted(n, 'photo', 'photos')}: without a capture time, which this format needs`,
    'human-labels': (n: number) =>
      `${f.counted(n, 'label', 'labels')} of people: this format holds only what models said`,
    'no-animal': (n: number) => `${f.counted(n, 'sequence', 'sequences')}: without an animal`,
    'unknown-classes': (n: number) => `${f.counted(n, 'class', 'classes')}: not known to the model`,
    'shown-uncovered': (n: number) =>
      `${f.counted(n, 'photo', 'photos')}: with people or vehicles, which cannot be covered in an original`,
    'unsafe-path': (n: number) => `${f.counted(n, 'photo', 'photos')}: with a path that leaves its folder`,
    unannotated: (n: number) =>
      `${f.counted(n, 'photo', 'photos')}: listed without an annotation, because nobody has looked at them`,
  } satisfies Record<LeftOutReason, (count: number) => string>,
  refusals: {
    unsifted: () =>
      'Photos are still to be sifted. One of them may show a person in a sequence that looks clear.',
    'nothing-to-show': () => 'There is no sequence that may be shown to others. Release some first.',
    'no-times': () =>
      'No photo that may go into it has a capture time, and this format needs one for each. Check the clocks of the cameras.',
    'no-zones': (deployments: string) =>
      `This format needs the time zone of every camera, and it is not known of ${deployments}. Give the time zone of each deployment in the settings.`,
    'folders-away': () =>
      'The folder with the photos is not open. Open it again, so that pictures can be made.',
    'no-coordinates': (deployments: string) =>
      `This format needs coordinates, and there are none of ${deployments}. Give latitude and longitude in the table of stations.`,
  } satisfies Record<RefusalReason, (deployments: string) => string>,
  named: (name: string) => `“${name}”`,
  andMore: (names: string, more: number) => `${names} and ${f.count(more)} more`,
});
