import type { ObservedTaxon } from '../../taxa/observation.ts';
import { levelOf } from '../../taxa/taxonomy.ts';
import { settingsByName } from '../../settings/changeSettings.ts';
import type { SnapshotDeployment, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { CamtrapDpOptions } from './camtrapDpOptions.ts';
import { camtrapDpTables, camtrapDpVersion } from './camtrapDpSchema.ts';

const schemas = `https://raw.githubusercontent.com/tdwg/camtrap-dp/${camtrapDpVersion}`;

/** A name as Data Package allows it: lower-case letters, digits, `.`, `_`, `-` and `/`. */
function packageName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain || 'camera-trap-survey';
}

/** GeoJSON: the frame around all deployments; a point where it has no area. */
function spatialOf(deployments: readonly SnapshotDeployment[]): object {
  const longitudes = deployments.flatMap(({ longitude }) => longitude ?? []);
  const latitudes = deployments.flatMap(({ latitude }) => latitude ?? []);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  if (west === east || south === north) {
    const points = deployments.map(({ longitude, latitude }) => [longitude ?? 0, latitude ?? 0]);
    return { type: 'MultiPoint', coordinates: points };
  }
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', bbox: [west, south, east, north], coordinates: [corners] };
}

function temporalOf(deployments: readonly SnapshotDeployment[]): object {
  const days = deployments
    .flatMap(({ start, end }) => [start, end])
    .flatMap((time) => (time ? [time.civil.slice(0, 10)] : []))
    .sort();
  return { start: days[0] ?? '', end: days.at(-1) ?? '' };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function taxonEntry({ taxon, scientificName, commonName }: ObservedTaxon): object {
  const ranks = taxon === null ? [] : taxon.split(';');
  const [group, order, family, genus] = ranks.map((word) => (word === '' ? undefined : capital(word)));
  return {
    scientificName,
    ...(taxon === null ? {} : { taxonRank: levelOf(taxon), kingdom: 'Animalia' }),
    ...(group ? { class: group } : {}),
    ...(order ? { order } : {}),
    ...(family ? { family } : {}),
    ...(genus ? { genus } : {}),
    ...(commonName === null ? {} : { vernacularNames: { eng: commonName } }),
  };
}

function taxonomicOf({ photos, sequences }: SurveySnapshot): object[] {
  const taxa = new Map<string, ObservedTaxon>();
  let hasPeople = false;
  for (const { observations } of [...photos, ...sequences]) {
    for (const { role, taxon } of observations) {
      if (role === 'person') hasPeople = true;
      else if (taxon && !taxa.has(taxon.scientificName)) taxa.set(taxon.scientificName, taxon);
    }
  }
  const person: ObservedTaxon = {
    taxon: 'mammalia;primates;hominidae;homo;sapiens',
    scientificName: 'Homo sapiens',
    commonName: 'human',
  };
  const sorted = [...taxa.values()].sort((left, right) =>
    left.scientificName < right.scientificName ? -1 : 1,
  );
  return [...sorted, ...(hasPeople && !taxa.has('Homo sapiens') ? [person] : [])].map(taxonEntry);
}

/** `datapackage.json`. @param deployments those that are in the package */
export function camtrapDpDescriptor(
  snapshot: SurveySnapshot,
  deployments: readonly SnapshotDeployment[],
  { samplingDesign, captureMethod, contributors, licenses }: CamtrapDpOptions,
): object {
  const { name, at, appVersion, models, thresholds, settings } = snapshot;
  return {
    resources: camtrapDpTables.map((table) => ({
      name: table,
      path: `${table}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: `${schemas}/${table}-table-schema.json`,
    })),
    profile: `${schemas}/camtrap-dp-profile.json`,
    name: packageName(name),
    created: at.replace(/\.\d+(?=Z$)/, ''),
    title: name,
    contributors,
    sources: [{ title: 'Fieldsift', version: appVersion }],
    ...(licenses
      ? {
          licenses: [
            { name: licenses.data, scope: 'data' },
            { name: licenses.media, scope: 'media' },
          ],
        }
      : {}),
    project: {
      title: name,
      samplingDesign,
      captureMethod: [captureMethod],
      individualAnimals: false,
      observationLevel: ['media', 'event'],
    },
    spatial: spatialOf(deployments),
    temporal: temporalOf(deployments),
    taxonomic: taxonomicOf(snapshot),
    fieldsift: { appVersion, models, thresholds, settings: settingsByName(settings) },
  };
}
