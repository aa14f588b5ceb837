import type { SurveyFolder } from '../../core/survey/survey.ts';

/** What folders that cannot be read right now mean for the person. */
export interface FoldersAway {
  /** Must be opened again before the rest of their photos can be sifted. */
  needed: SurveyFolder[];
  /** Came with a project file and were never seen on this laptop. */
  elsewhere: SurveyFolder[];
}

/** Sorts the folders that are not connected. @param pending media that wait to be sifted */
export function foldersAway(
  folders: readonly SurveyFolder[],
  pending: readonly { folderId: string }[],
  isConnected: (folderId: string) => boolean,
): FoldersAway {
  const away = folders.filter(({ id }) => !isConnected(id));
  const waiting = new Set(pending.map(({ folderId }) => folderId));
  return {
    needed: away.filter(
      ({ id, complete, origin }) => origin !== 'elsewhere' && (!complete || waiting.has(id)),
    ),
    elsewhere: away.filter(({ origin }) => origin === 'elsewhere'),
  };
}
