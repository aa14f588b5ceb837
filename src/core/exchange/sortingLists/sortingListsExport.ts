import type { ExportPlan } from '../exportFile.ts';
import { leftOutList } from '../exportFile.ts';
import { mayLeave } from '../../decisions/gate/peopleGate.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { leavingInPictures } from '../share/leavingNow.ts';
import { sortedOriginals, type SortingFolders } from './sortedOriginals.ts';
import {
  sortingCsv,
  sortingPowerShellScript,
  sortingShellScript,
  staysInside,
  type LabelledOriginal,
} from './sortingLists.ts';

/** What happens to photos that may not be shown to others: `apart` is for the person who keeps them. */
export type HeldOriginals = 'leave-out' | 'apart';

/** The folder for photos that may not be shown to others. */
const apart = 'held back';

/**
 * A list of where each original goes, and two scripts that copy them there. An original cannot be covered: unless asked,
 * the scripts copy none that the people gate holds, and none in which anything would be covered in a copy.
 *
 * @param now the survey as it stands whenever a file is read
 */
export function sortingListsExport(
  snapshot: SurveySnapshot,
  folders: SortingFolders,
  held: HeldOriginals = 'leave-out',
  now: () => SurveySnapshot = () => snapshot,
): ExportPlan {
  const originalsOf = (survey: SurveySnapshot): LabelledOriginal[] => {
    const leaving = leavingInPictures(survey);
    const mayBeShown = (id: string): boolean => leaving.get(id)?.length === 0;
    return sortedOriginals(survey, folders, mayBeShown, held === 'apart' ? apart : null);
  };
  const copiedNow = (): LabelledOriginal[] => originalsOf(now()).filter(({ staysBehind }) => !staysBehind);
  const copied = (): string[] => copiedNow().map(({ path }) => path);
  const unsafe = originalsOf(snapshot).filter(({ path }) => !staysInside(path));
  const left = new Set(originalsOf(snapshot).flatMap(({ path, staysBehind }) => (staysBehind ? [path] : [])));
  for (const { path } of unsafe) left.delete(path);
  const heldBack = snapshot.sequences.flatMap(({ gate, photos }) => (mayLeave(gate) ? [] : photos)).length;
  const isLeft = held === 'leave-out';
  const count = (status: string): number =>
    snapshot.photos.filter(({ media }) => media.status === status).length;
  return {
    files: [
      {
        path: 'sorting-lists/list.csv',
        mediaType: 'text/csv',
        text: () => [sortingCsv(originalsOf(now()), snapshot)],
      },
      {
        path: 'sorting-lists/copy.sh',
        mediaType: 'text/plain',
        text: () => [sortingShellScript(copiedNow())],
        copied,
      },
      {
        path: 'sorting-lists/copy.ps1',
        mediaType: 'text/plain',
        text: () => [sortingPowerShellScript(copiedNow())],
        copied,
      },
    ],
    leftOut: leftOutList([
      { reason: 'held-photos', count: isLeft ? heldBack : 0 },
      { reason: 'shown-uncovered', count: isLeft ? Math.max(0, left.size - heldBack) : 0 },
      { reason: 'unsafe-path', count: unsafe.length },
      { reason: 'failed', count: count('failed') },
      { reason: 'pending', count: count('pending') },
    ]),
    refusals: [],
  };
}
