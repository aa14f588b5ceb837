import { shownSequences, type ShownPhoto, type ShownSequence } from '../share/shownSequences.ts';
import { leavingInPictures } from '../share/leavingNow.ts';
import type { Treatment } from '../share/shareOptions.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import { leftOutList, refused, type ExportPicture, type ExportPlan } from '../exportFile.ts';
import { modelNames, observationCells, rounded, toldLabel } from '../provenanceCells.ts';

/** Zooniverse's limit for one file, in bytes. */
export const zooniverseMostBytes = 1_048_576;

export interface ZooniverseOptions {
  /** Frames of one subject; of a longer sequence they are taken at even distances. */
  mostFrames: number;
  /** `cover` shows released sequences with people too, with the people covered. */
  people: Treatment;
}

/** What volunteers see of a sequence. */
interface Subject {
  shown: ShownSequence;
  photos: readonly ShownPhoto[];
  /** `S00042_2.jpg`: names that say nothing of the place. */
  names: readonly string[];
  /** `S00042`. */
  subject: string;
}

function chosen(photos: readonly ShownPhoto[], most: number): ShownPhoto[] {
  if (photos.length <= most) return [...photos];
  const step = most > 1 ? (photos.length - 1) / (most - 1) : 0;
  return Array.from({ length: most }, (_, index) => photos[Math.round(index * step)]).flatMap(
    (one) => one ?? [],
  );
}

/**
 * `#` hides a column from everybody, `!` until a volunteer has classified the subject: whatever names a place is never
 * shown, and the number of the subject only then. Label and score are the machine's
 * word, what was observed is what stands; who said so is not named, as the platform is not theirs.
 */
const metadataColumns = [
  '#sequence_id',
  '!subject',
  '#deployment',
  '#label',
  '#score',
  '#model',
  '#model_sha256',
  '#rule',
  '#threshold',
  '#app_version',
  '#labelled_by',
  '#observed',
  '#species',
] as const;

function rowOf({ shown: { sequence }, names, subject }: Subject, snapshot: SurveySnapshot): CsvCell[] {
  const { models, appVersion } = snapshot;
  const label = toldLabel(sequence, snapshot);
  const source = sequence.observations.find(({ provenance }) => provenance.by === 'machine')?.provenance;
  const machine = source?.by === 'machine' ? source : null;
  return [
    sequence.id,
    subject,
    sequence.deploymentId,
    label,
    label === 'unknown' ? null : rounded(sequence.decision.score),
    modelNames(models),
    models.map(({ sha256 }) => sha256).join(' '),
    machine?.rule ?? null,
    machine ? rounded(machine.threshold) : null,
    appVersion,
    sequence.observations[0]?.provenance.by ?? null,
    ...observationCells(sequence.observations).slice(0, 2),
    ...names,
  ];
}

/**
 * Subjects for Zooniverse: one manifest for each number of frames, because a manifest with a blank image cell breaks
 * its uploader (zooniverse/panoptes-cli, issue 178). Held sequences are left out, and those with people unless asked.
 */
export function zooniverseExport(
  snapshot: SurveySnapshot,
  { mostFrames, people }: ZooniverseOptions,
): ExportPlan {
  const { sequences, leftOut } = shownSequences(snapshot, people);
  const subjects = sequences.map((each, index): Subject => {
    const photos = chosen(each.photos, Math.max(1, mostFrames));
    const subject = `S${String(index + 1).padStart(5, '0')}`;
    return { shown: each, photos, names: photos.map((_, frame) => `${subject}_${frame + 1}.jpg`), subject };
  });
  if (subjects.length === 0) return refused('nothing-to-show');
  const counts = [...new Set(subjects.map(({ names }) => names.length))].sort((left, right) => left - right);
  const used = subjects.reduce((sum, { photos }) => sum + photos.length, 0);
  const all = sequences.reduce((sum, { photos }) => sum + photos.length, 0);
  return {
    files: counts.map((count) =>
      csvFile(
        `zooniverse/manifest-${count}-${count === 1 ? 'image' : 'images'}.csv`,
        [...metadataColumns, ...Array.from({ length: count }, (_, index) => `image${index + 1}`)],
        function* (isMissing = () => false) {
          for (const subject of subjects) {
            const isWhole = !subject.photos.some(({ photo }) => isMissing(photo.media.id));
            if (subject.names.length === count && isWhole) yield rowOf(subject, snapshot);
          }
        },
      ),
    ),
    pictures: subjects.flatMap(({ photos, names }) =>
      photos.map(({ photo, covers }, index): ExportPicture => {
        return {
          path: `zooniverse/${names[index] ?? ''}`,
          mediaId: photo.media.id,
          covers,
          mostBytes: zooniverseMostBytes,
        };
      }),
    ),
    leaving: (now) => leavingInPictures(now, people),
    leftOut: leftOutList([...leftOut, { reason: 'beyond-frames', count: all - used }]),
    refusals: [],
  };
}
