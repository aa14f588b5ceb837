import type { ExportPlan } from '../formats/exportFile.ts';
import { leftOutList } from '../formats/exportFile.ts';
import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import { sortedOriginals, type SortingFolders } from './sortedOriginals.ts';
import { sortingCsv, sortingPowerShellScript, sortingShellScript } from './sortingLists.ts';

/** A list of where each original goes, and two scripts that copy them there. */
export function sortingListsExport(snapshot: SurveySnapshot, folders: SortingFolders): ExportPlan {
  const originals = sortedOriginals(snapshot, folders);
  const count = (status: string): number =>
    snapshot.photos.filter(({ media }) => media.status === status).length;
  return {
    files: [
      {
        path: 'sorting-lists/list.csv',
        mediaType: 'text/csv',
        text: () => [sortingCsv(originals, snapshot)],
      },
      { path: 'sorting-lists/copy.sh', mediaType: 'text/plain', text: () => [sortingShellScript(originals)] },
      {
        path: 'sorting-lists/copy.ps1',
        mediaType: 'text/plain',
        text: () => [sortingPowerShellScript(originals)],
      },
    ],
    leftOut: leftOutList([
      { reason: 'failed', count: count('failed') },
      { reason: 'pending', count: count('pending') },
    ]),
    refusals: [],
  };
}
