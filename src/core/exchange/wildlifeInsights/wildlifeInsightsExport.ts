import type { StandingObservation } from '../../taxa/observation.ts';
import { openSequences } from '../share/shownSequences.ts';
import type { SnapshotDeployment, SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { CaptureTime } from '../../time/captureTime.ts';
import type { CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import { leftOutList, refused, type ExportFile, type ExportPlan } from '../exportFile.ts';
import { capital, modelNames, rounded } from '../provenanceCells.ts';
import { wildlifeInsightsColumns, type WildlifeInsightsTable } from './wildlifeInsightsColumns.ts';

/** What Wildlife Insights must be told of a project, and no photo knows. */
export interface WildlifeInsightsOptions {
  projectId: string;
  /** ISO 3166-1 alpha-3; empty where nobody said. */
  country: string;
  admin: string;
  adminEmail: string;
  /** Before each photo's path: where the photos will be found, such as `gs://bucket/`. */
  locationPrefix: string;
}

type Row = Readonly<Record<string, CsvCell>>;

/** `YYYY-MM-DD HH:MM:SS` on the camera's clock, as its validator wants it. */
function timeText({ civil }: CaptureTime): string {
  return civil.replace('T', ' ');
}

/** The ids of Wildlife Insights for what is no animal. */
const fixedTaxa: Readonly<Record<string, { id: string; name: string }>> = {
  blank: { id: 'f1856211-cfb7-4a5b-9158-c0f72fd09ee6', name: 'Blank' },
  vehicle: { id: 'e2895ed5-780b-48f6-8a11-9e27cb594511', name: 'Vehicle' },
  animal: { id: '1f689929-883d-4dae-958c-3d57ab5b6c16', name: 'Animal' },
  unknown: { id: 'f2efdae9-efb8-48fb-8a91-eccf79ab4ffb', name: 'No CV Result' },
};

function taxonCells({ role, taxon }: StandingObservation): Row {
  if (taxon) {
    const [group = '', order = '', family = '', genus = '', species = ''] = (taxon.taxon ?? ';;;;').split(
      ';',
    );
    const [first = '', ...rest] = taxon.scientificName.split(' ');
    const isSpecies = taxon.taxon === null && rest.length > 0;
    return {
      class: capital(group),
      order: capital(order),
      family: capital(family),
      genus: capital(genus) || (isSpecies ? first : ''),
      species: species || (isSpecies ? rest.join(' ') : ''),
      common_name: taxon.commonName ?? taxon.scientificName,
    };
  }
  const fixed = fixedTaxa[role];
  return { wi_taxon_id: fixed?.id ?? null, common_name: fixed?.name ?? null };
}

function imageRow(
  photo: SnapshotPhoto,
  observation: StandingObservation,
  number: number,
  snapshot: SurveySnapshot,
  { projectId, locationPrefix }: WildlifeInsightsOptions,
): Row {
  const { role, provenance, score, lifeStage, sex, count, behaviour } = observation;
  const isMachine = provenance.by === 'machine';
  const source = isMachine
    ? `labelled by a machine: ${modelNames(provenance.models)}; ${provenance.rule}; threshold ${rounded(provenance.threshold)}; sha256 ${provenance.models.map(({ sha256 }) => sha256).join(' ')}`
    : `labelled by a human ${provenance.at}`;
  return {
    project_id: projectId,
    deployment_id: photo.deploymentId,
    image_id: number === 0 ? photo.media.path : `${photo.media.path}:${number + 1}`,
    location: `${locationPrefix}${photo.media.path}`,
    identified_by: isMachine ? modelNames(provenance.models) : provenance.person,
    ...taxonCells(observation),
    uncertainty: isMachine && score !== null ? rounded(1 - score) : null,
    timestamp: photo.captureTime && timeText(photo.captureTime),
    number_of_objects: role === 'blank' ? 0 : (count ?? 1),
    highlighted: photo.starred ? 1 : 0,
    age: lifeStage && capital(lifeStage),
    sex: sex && capital(sex),
    individual_animal_notes: [behaviour, source, `Fieldsift ${snapshot.appVersion}`]
      .filter((part) => part !== null)
      .join('; '),
  };
}

function cameraIdOf({ serial, make, model, id }: SnapshotDeployment): string {
  return serial ?? ([make, model].filter((part) => part !== null).join(' ') || id);
}

/**
 * The four tables of Wildlife Insights' batch upload. Photos without a time, held ones and those with people are left
 * out; it is refused where a deployment has no coordinates.
 */
export function wildlifeInsightsExport(
  snapshot: SurveySnapshot,
  options: WildlifeInsightsOptions,
): ExportPlan {
  const { projectId } = options;
  const { sequences, leftOut } = openSequences(snapshot);
  const free = sequences.flatMap(({ photos: own }) => own);
  const photos = free.filter(({ captureTime }) => captureTime !== null);
  const used = new Set(photos.map(({ deploymentId }) => deploymentId));
  const deployments = snapshot.deployments.filter(({ id }) => used.has(id));
  const unplaced = deployments.filter(({ latitude, longitude }) => latitude === null || longitude === null);
  if (unplaced.length > 0) {
    return refused(
      'no-coordinates',
      unplaced.map(({ id }) => id),
    );
  }
  if (photos.length === 0) return refused('no-times');
  const file = (table: WildlifeInsightsTable, rows: () => Iterable<Row>): ExportFile => {
    const columns = wildlifeInsightsColumns[table];
    return csvFile(`wildlife-insights/${table}.csv`, columns, function* () {
      for (const row of rows()) yield columns.map((column) => row[column] ?? null);
    });
  };
  const cameras = new Map(deployments.map((deployment) => [cameraIdOf(deployment), deployment]));
  return {
    files: [
      file('projects', () => [projectRow(snapshot, options)]),
      file('cameras', function* () {
        for (const [camera_id, { make, model, serial }] of cameras) {
          yield { project_id: projectId, camera_id, make, model, serial_number: serial };
        }
      }),
      file('deployments', function* () {
        for (const deployment of deployments) yield deploymentRow(deployment, projectId);
      }),
      file('images', function* () {
        for (const photo of photos) {
          for (const [number, observation] of photo.observations.entries()) {
            yield imageRow(photo, observation, number, snapshot, options);
          }
        }
      }),
    ],
    leftOut: leftOutList([...leftOut, { reason: 'undated', count: free.length - photos.length }]),
    refusals: [],
  };
}

function projectRow({ name }: SurveySnapshot, options: WildlifeInsightsOptions): Row {
  return {
    project_name: name,
    project_id: options.projectId,
    project_short_name: name.slice(0, 30),
    project_species: 'Multiple',
    project_sensor_method: 'Sensor Detection',
    project_individual_animals: 'No',
    project_blank_images: 'Yes',
    project_sensor_cluster: 'No',
    project_admin: options.admin,
    project_admin_email: options.adminEmail,
    country_code: options.country,
  };
}

function deploymentRow(deployment: SnapshotDeployment, projectId: string): Row {
  const { id, station, latitude, longitude, start, end } = deployment;
  return {
    project_id: projectId,
    deployment_id: id,
    placename: station,
    longitude,
    latitude,
    start_date: start && timeText(start),
    // Its validator wants the end after the start.
    end_date:
      end && (end.civil === start?.civil ? timeText(end).replace(/..:..:..$/, '23:59:59') : timeText(end)),
    bait_type: 'None',
    camera_id: cameraIdOf(deployment),
    camera_functioning: 'Camera Functioning',
  };
}
