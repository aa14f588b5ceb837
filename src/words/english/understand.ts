import type { Formats } from '../formats.ts';

export const understandInEnglish = (f: Formats) => ({
  title: 'Understand',
  lead: (deployments: number, cameraDays: number, sequences: number) =>
    `${f.counted(deployments, 'deployment', 'deployments')}, ${f.counted(cameraDays, 'camera day', 'camera days')}, ${f.counted(sequences, 'sequence', 'sequences')}.`,
  checked: (share: string) => `${share} of the sequences are reviewed; the rest is the machine’s word.`,
  empty: {
    title: 'Nothing to understand yet',
    text: 'Sift a folder on the page Photos first. Charts of who was there, when and how often then appear here.',
    link: 'Go to the photos',
  },
  views: {
    label: 'What to look at',
    wildlife: 'Wildlife',
    effort: 'Cameras',
    evaluation: 'The machine',
    species: 'Species notes',
  },
  figure: {
    table: 'As a table',
    save: (format: string, title: string) => `Save “${title}” as ${format}`,
    saveAs: 'Save as',
    pictureFailed: 'The picture could not be drawn by this browser. Save it as SVG instead.',
  },
  photo: {
    close: 'Close',
    alternative: (path: string) => `Photo ${path}`,
  },
  activity: {
    title: 'Who comes when',
    note: 'Bars count events by the hour of the cameras’ clocks. The curve is a kernel density on the circle, its band what the sample leaves open (95 %, bootstrap); it is drawn from ten events on.',
    shaded:
      'Shaded: night and, lighter, twilight (sun up to 12° below the horizon) on the days of the survey.',
    unshaded: 'Day and night are shaded once deployments have coordinates and a time zone.',
    scale: 'Vertical scale',
    own: 'each its own',
    shared: 'the same for all',
    more: (count: number) => `Show ${f.counted(count, 'more kind', 'more kinds')}`,
    fewer: 'Show fewer',
    none: 'No event of an animal has a usable time.',
  },
  accumulation: {
    none: 'No animal is named to the species yet. Name species in the review, or use a model that knows species, and the curve of their number appears here.',
  },
  map: {
    none: 'No deployment has coordinates yet. Give them in a table of stations, and a map appears here.',
  },
  evaluation: {
    none: 'No sequence is reviewed yet. Review some, best a random sample, and Fieldsift shows here how far the machine can be trusted.',
    caution:
      'These figures hold for sequences like the reviewed ones. Whoever reviews only what the machine was unsure of makes it look worse than it is.',
    few: (needed: number) =>
      `So few reviews leave the accuracy open by more than 5 percentage points; about ${f.count(needed)} would do.`,
    cell: (count: number, truth: string, predicted: string) =>
      `${f.counted(count, 'sequence', 'sequences')}: a person says ${truth}, the machine said ${predicted}. Show photos`,
    cellTitle: (truth: string, predicted: string) => `A person says ${truth}, the machine said ${predicted}`,
    losses: 'Surest of the wrong thing',
    lossesNote:
      'The reviewed sequences in which the machine gave the least to what a person sees. Some will be slips of the reviewer.',
    lossesNone: 'The machine and the reviews agree everywhere.',
    loss: (truth: string, predicted: string, score: string) => `${truth}, taken for ${predicted} (${score})`,
    close: 'Close the photos',
    shownOf: (shown: number, all: number) =>
      `${f.count(shown)} of ${f.counted(all, 'sequence', 'sequences')}`,
  },
  species: {
    lead: 'One card for each kind, with your own notes. Notes are kept with this survey in this browser.',
    none: 'No animal has been found yet.',
    taxonomy: 'Taxonomy',
    events: (events: number, low: string, high: string) =>
      `${f.counted(events, 'event', 'events')} (95 %: ${low} to ${high})`,
    photos: (photos: number, deployments: number) =>
      `in ${f.counted(photos, 'photo', 'photos')} at ${f.counted(deployments, 'deployment', 'deployments')}`,
    best: (name: string) => `Best photos of ${name}`,
    noPhotos: 'No thumbnails are kept of it.',
    starred: 'starred',
    notes: (name: string) => `Your notes on ${name}`,
    notesHint: 'What you want to remember of it',
    saved: 'Saved',
    facts: 'Facts',
    bringFacts: 'Bring in facts from a CSV file',
    factsHint:
      'A first column named scientificName, and any columns of your own: status, diet, weight. Nothing is fetched.',
    factsTaken: (rows: number, matched: number) =>
      `${f.counted(rows, 'row', 'rows')} taken in, ${f.count(matched)} of them for kinds in this survey.`,
    factsWithoutName: 'The file has no column named scientificName, so its facts cannot be told apart.',
    factsEmpty: 'The file has no rows.',
    forgetFacts: 'Forget these facts',
  },
});
