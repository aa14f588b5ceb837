import type { Provenance, StandingObservation } from '../taxa/observation.ts';
import type { MachineLabel } from '../survey/machineWord.ts';
import type { SnapshotSequence, SurveySnapshot } from '../survey/surveySnapshot.ts';
import type { CsvCell } from '../files/csv.ts';

/** Who says so and why, for every row of a table. */
export const provenanceColumns = [
  'labelled_by',
  'person',
  'labelled_at',
  'rule',
  'threshold',
  'model_version',
  'model_sha256',
  'app_version',
] as const;

type Models = readonly { id: string; version: string; sha256: string }[];

const joined = (models: Models, field: 'version' | 'sha256'): string =>
  models.map((model) => model[field]).join(' | ');

/** `lookout 1.2.0`, or several with ` | ` between them. */
export function modelNames(models: Models): string {
  return models.map(({ id, version }) => `${id} ${version}`).join(' | ');
}

/** The cells of `provenanceColumns`; of a row that nobody said anything of, only the app's version. */
export function provenanceCells(
  provenance: Provenance | null | undefined,
  { appVersion }: Pick<SurveySnapshot, 'appVersion'>,
): CsvCell[] {
  if (!provenance) return [null, null, null, null, null, null, null, appVersion];
  if (provenance.by === 'human') {
    return ['human', provenance.person, provenance.at, null, null, null, null, appVersion];
  }
  const { models, rule, threshold } = provenance;
  return [
    'machine',
    null,
    null,
    rule,
    rounded(threshold),
    joined(models, 'version'),
    joined(models, 'sha256'),
    appVersion,
  ];
}

/** Id and version of each model that said so; null for what a person said, or nobody. */
export function modelCell(provenance: Provenance | null | undefined): CsvCell {
  return provenance?.by === 'machine' ? modelNames(provenance.models) : null;
}

/**
 * The machine's label of a sequence as it is told: `unknown` for a blank one with a damaged photo, because nobody knows
 * what the camera took.
 */
export function toldLabel(
  { decision: { label }, photos }: Pick<SnapshotSequence, 'decision' | 'photos'>,
  snapshot: Pick<SurveySnapshot, 'photos'>,
): MachineLabel {
  const isDamaged = label === 'blank' && photos.some((index) => snapshot.photos[index]?.media.damage);
  return isDamaged ? 'unknown' : label;
}

/** A number with at most so many digits behind the point, the same on every machine. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}

/** What stands, in three cells: roles, scientific names and the number of individuals, nulls where nobody said. */
export function observationCells(observations: readonly StandingObservation[]): CsvCell[] {
  if (observations.length === 0) return [null, null, null];
  const roles = [...new Set(observations.map(({ role }) => role))];
  const names = observations.flatMap(({ taxon }) => (taxon ? [taxon.scientificName] : []));
  const counts = observations.flatMap(({ count }) => (count === null ? [] : [count]));
  return [
    roles.join(' | '),
    names.length > 0 ? [...new Set(names)].join(' | ') : null,
    counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : null,
  ];
}

/** Age, sex and behaviour of what stands, in three cells: each word once, nulls where nobody said. */
export function attributeCells(observations: readonly StandingObservation[]): CsvCell[] {
  const attributes = ['lifeStage', 'sex', 'behaviour'] as const;
  return attributes.map((attribute) => {
    const said = new Set(observations.flatMap((observation) => observation[attribute] ?? []));
    return said.size > 0 ? [...said].join(' | ') : null;
  });
}

/** A word with a capital letter, as ranks are written. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
