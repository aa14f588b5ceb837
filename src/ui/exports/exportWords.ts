import type { ExportTarget } from '../../state/exports.ts';

/** What each export is called and who reads it. */
export const exportWords: Readonly<Record<ExportTarget, { name: string; use: string }>> = {
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
  share: { name: 'Copies that are safe to share', use: 'Photos with people covered, and a report' },
  project: { name: 'Project file', use: 'Everything but the photos, for another laptop' },
};
