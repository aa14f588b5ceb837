import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { CsvCell } from '../../files/csv.ts';
import { csvFile } from '../csvFile.ts';
import type { ExportFile } from '../exportFile.ts';
import { modelNames, rounded } from '../provenanceCells.ts';

/** Every label's score for each photo, as the model gave it: for calibration and for benchmarks of one's own. */
export function probabilityMatrix(snapshot: SurveySnapshot): ExportFile {
  const { labels, photos, models, appVersion } = snapshot;
  const own = ['path', 'sequence_id', 'model_id', 'model_sha256', 'labelled_by', 'app_version'];
  // Another column of a label's name would hide one of them.
  const names = labels.map(({ name }) => (own.includes(name) ? `label ${name}` : name));
  const hashes = models.map(({ sha256 }) => sha256).join(' | ');
  return csvFile('probabilities.csv', [...own, ...names], function* (): Generator<CsvCell[]> {
    for (const { media, sequenceId, prediction } of photos) {
      if (!prediction) continue;
      const scores = Array.from(prediction.labelScores, (score) => rounded(score, 6));
      yield [media.path, sequenceId, modelNames(models), hashes, 'machine', appVersion, ...scores];
    }
  });
}
