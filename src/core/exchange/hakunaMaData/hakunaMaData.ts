import { NameIndex } from '../../taxa/labelName.ts';
import type { SnapshotSequence, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { csvFile } from '../csvFile.ts';
import type { ExportPlan, FormatProblem } from '../exportFile.ts';
import { rounded } from '../provenanceCells.ts';

/** The classes of the Hakuna Ma-data benchmark, in its order (drivendataorg/hakuna-madata, `submission.csv`). */
export const hakunaMaDataClasses: readonly string[] =
  'aardvark,aardwolf,baboon,bat,batearedfox,buffalo,bushbuck,caracal,cattle,cheetah,civet,dikdik,duiker,eland,elephant,empty,gazellegrants,gazellethomsons,genet,giraffe,guineafowl,hare,hartebeest,hippopotamus,honeybadger,hyenaspotted,hyenastriped,impala,insectspider,jackal,koribustard,leopard,lionfemale,lionmale,mongoose,monkeyvervet,ostrich,otherbird,porcupine,reedbuck,reptiles,rhinoceros,rodents,secretarybird,serval,steenbok,topi,vulture,warthog,waterbuck,wildcat,wildebeest,zebra,zorilla'.split(
    ',',
  );

const digits = 6;

/** The mean of a label's score over a sequence's photos, 0-1. */
function meanScore({ photos: members }: SnapshotSequence, label: number, { photos }: SurveySnapshot): number {
  const scores = members.flatMap((index) => photos[index]?.prediction?.labelScores[label] ?? []);
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** One of the benchmark's classes: the index of the label that means it, or null. */
type Columns = readonly { name: string; label: number | null }[];

function hakunaColumns({ labels }: SurveySnapshot): Columns {
  const index = new NameIndex<number>({ blank: 'empty', nothing: 'empty' });
  labels.forEach(({ name, role }, label) => {
    index.add(name, label);
    if (role === 'blank') index.add('empty', label);
  });
  labels.forEach(({ commonName }, label) => {
    if (commonName !== undefined) index.add(commonName, label);
  });
  return hakunaMaDataClasses.map((name) => ({ name, label: index.find(name) ?? null }));
}

/**
 * A submission to the Hakuna Ma-data benchmark: for each sequence the probability of every class, the mean over its
 * photos. Several may be in one photo, so a row does not sum to 1. Classes without a label of the model are 0, but
 * `empty` is then what is left beside animals, people and vehicles.
 */
export function hakunaMaDataExport(snapshot: SurveySnapshot): ExportPlan {
  const columns = hakunaColumns(snapshot);
  const cell = (sequence: SnapshotSequence, { name, label }: Columns[number]): number => {
    if (label !== null) return rounded(meanScore(sequence, label, snapshot), digits);
    const { animal, person, vehicle } = sequence.decision.probabilities;
    return name === 'empty' ? rounded(1 - Math.max(animal, person, vehicle), digits) : 0;
  };
  const unknown = columns.filter(({ label }) => label === null).length;
  return {
    files: [
      csvFile('hakuna-ma-data.csv', ['seq_id', ...hakunaMaDataClasses], function* () {
        for (const sequence of snapshot.sequences) {
          yield [sequence.id, ...columns.map((column) => cell(sequence, column))];
        }
      }),
    ],
    leftOut: unknown === 0 ? [] : [{ reason: 'unknown-classes', count: unknown }],
    refusals: [],
  };
}

/** What the benchmark refuses in a submission. */
export function* hakunaMaDataProblems(rows: readonly (readonly string[])[]): Generator<FormatProblem> {
  const [columns = [], ...body] = rows;
  if (columns.join() !== ['seq_id', ...hakunaMaDataClasses].join()) {
    yield { where: 'row 1', text: 'The columns must be seq_id and the 54 classes in order of the alphabet.' };
  }
  const seen = new Set<string>();
  for (const [index, [id = '', ...cells]] of body.entries()) {
    const where = `row ${index + 2}`;
    if (id === '' || seen.has(id)) yield { where, text: 'The seq_id is empty or there twice.' };
    seen.add(id);
    const isShare = (cell: string): boolean => cell !== '' && Number(cell) >= 0 && Number(cell) <= 1;
    if (cells.length !== hakunaMaDataClasses.length || !cells.every(isShare)) {
      yield { where, text: 'There must be 54 numbers from 0 to 1.' };
    }
  }
}
