import type { StandingObservation } from '../../taxa/observation.ts';
import type { SnapshotDeployment, SnapshotSequence, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { levelOf } from '../../taxa/taxonomy.ts';
import type { CaptureTime } from '../../time/captureTime.ts';
import { csvFile } from '../csvFile.ts';
import type { CsvCell } from '../../files/csv.ts';
import { leftOutList, type ExportPlan } from '../exportFile.ts';
import { momentText } from '../camtrapDp/camtrapDpMoment.ts';
import { capital, modelNames, rounded } from '../provenanceCells.ts';

/** Terms of Darwin Core (`http://rs.tdwg.org/dwc/terms/`), in the order of the columns. */
export const darwinCoreTerms = [
  'occurrenceID',
  'basisOfRecord',
  'eventID',
  'parentEventID',
  'datasetName',
  'scientificName',
  'taxonRank',
  'kingdom',
  'class',
  'order',
  'family',
  'genus',
  'vernacularName',
  'individualCount',
  'sex',
  'lifeStage',
  'behavior',
  'occurrenceStatus',
  'eventDate',
  'locationID',
  'locality',
  'decimalLatitude',
  'decimalLongitude',
  'geodeticDatum',
  'samplingProtocol',
  'identifiedBy',
  'dateIdentified',
  'identificationVerificationStatus',
  'identificationRemarks',
] as const;

type Row = Readonly<Partial<Record<(typeof darwinCoreTerms)[number], CsvCell>>>;

/** With its offset where the zone is known; Darwin Core allows local times, so none is made up. */
const dateText = (time: CaptureTime): string => momentText(time) ?? time.civil;

function taxonCells({ taxon }: StandingObservation): Row {
  if (!taxon) return { scientificName: 'Animalia', taxonRank: 'kingdom' };
  const [group, order, family, genus] = (taxon.taxon ?? '').split(';').map((rank) => capital(rank) || null);
  return {
    scientificName: taxon.scientificName,
    taxonRank: taxon.taxon === null ? null : levelOf(taxon.taxon),
    class: group ?? null,
    order: order ?? null,
    family: family ?? null,
    genus: genus ?? null,
    vernacularName: taxon.commonName,
  };
}

function sourceCells({ provenance, score }: StandingObservation, appVersion: string): Row {
  const app = `Fieldsift ${appVersion}`;
  if (provenance.by === 'human') {
    return {
      identifiedBy: provenance.person,
      dateIdentified: provenance.at,
      identificationVerificationStatus: 'verified by human',
      identificationRemarks: `classified by a human | ${app}`,
    };
  }
  const { models, rule, threshold } = provenance;
  return {
    identifiedBy: modelNames(models),
    identificationVerificationStatus: 'predicted by machine',
    identificationRemarks: [
      `classified by a machine${score === null ? '' : ` with score ${rounded(score)}`}`,
      `rule ${rule}`,
      `threshold ${rounded(threshold)}`,
      `sha256 ${models.map(({ sha256 }) => sha256).join(' ')}`,
      app,
    ].join(' | '),
  };
}

function* occurrences(
  { id, photos: members, observations, deploymentId }: SnapshotSequence,
  place: SnapshotDeployment | undefined,
  snapshot: SurveySnapshot,
): Generator<Row> {
  const times = members.flatMap((index) => snapshot.photos[index]?.captureTime ?? []);
  const [first] = times;
  const last = times.at(-1);
  const dates = first && last ? [...new Set([dateText(first), dateText(last)])].join('/') : null;
  for (const [index, observation] of observations.entries()) {
    if (observation.role !== 'animal') continue;
    yield {
      occurrenceID: `${snapshot.id}:${id}:${index + 1}`,
      basisOfRecord: 'MachineObservation',
      eventID: id,
      parentEventID: deploymentId,
      datasetName: snapshot.name,
      ...taxonCells(observation),
      kingdom: 'Animalia',
      individualCount: observation.count,
      sex: observation.sex,
      lifeStage: observation.lifeStage,
      behavior: observation.behaviour,
      occurrenceStatus: 'present',
      eventDate: dates,
      locationID: place?.station ?? deploymentId,
      locality: place?.station ?? deploymentId,
      decimalLatitude: place?.latitude ?? null,
      decimalLongitude: place?.longitude ?? null,
      geodeticDatum: place?.latitude === undefined || place.latitude === null ? null : 'EPSG:4326',
      samplingProtocol: 'camera trap',
      ...sourceCells(observation, snapshot.appVersion),
    };
  }
}

function metaXml(): string {
  const fields = darwinCoreTerms.map(
    (term, index) => `    <field index="${index}" term="http://rs.tdwg.org/dwc/terms/${term}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<archive xmlns="http://rs.tdwg.org/dwc/text/">',
    '  <core encoding="UTF-8" fieldsTerminatedBy="," linesTerminatedBy="\\r\\n" fieldsEnclosedBy="&quot;" ignoreHeaderLines="1" rowType="http://rs.tdwg.org/dwc/terms/Occurrence">',
    '    <files>',
    '      <location>occurrence.csv</location>',
    '    </files>',
    '    <id index="0"/>',
    ...fields,
    '  </core>',
    '</archive>',
    '',
  ].join('\n');
}

/** Animals as occurrences of Darwin Core, one for each sequence and kind, with the archive's `meta.xml`. */
export function darwinCoreExport(snapshot: SurveySnapshot): ExportPlan {
  const places = new Map(snapshot.deployments.map((deployment) => [deployment.id, deployment]));
  const without = snapshot.sequences.filter(
    ({ observations }) => !observations.some(({ role }) => role === 'animal'),
  ).length;
  return {
    files: [
      csvFile('darwin-core/occurrence.csv', darwinCoreTerms, function* () {
        for (const sequence of snapshot.sequences) {
          for (const row of occurrences(sequence, places.get(sequence.deploymentId), snapshot)) {
            yield darwinCoreTerms.map((term) => row[term] ?? null);
          }
        }
      }),
      { path: 'darwin-core/meta.xml', mediaType: 'application/xml', text: () => [metaXml()] },
    ],
    leftOut: leftOutList([{ reason: 'no-animal', count: without }]),
    refusals: [],
  };
}
