import type { SurveyFolder } from '../../core/survey/survey.ts';
import type { Announcements } from '../shell/announcements.svelte.ts';
import { language } from '../shell/language.svelte.ts';

/** Files that were left out of several folders, by kind. */
export function sumOtherFiles(folders: readonly SurveyFolder[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { otherFiles } of folders) {
    for (const [kind, count] of Object.entries(otherFiles)) total[kind] = (total[kind] ?? 0) + count;
  }
  return total;
}

/** Files that were left out of a folder, in words: `12 HEIC, 3 .txt`. */
export function otherFilesInWords(otherFiles: Record<string, number>): string {
  return Object.entries(otherFiles)
    .sort(([, left], [, right]) => right - left)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

/** Tells the person what was found in a folder besides its photos, and what could not be read. */
export function describeFolder(
  folder: SurveyFolder,
  photos: number,
  unreadable: readonly string[],
  announcements: Announcements,
): void {
  const words = language.words.run.problems;
  const others = otherFilesInWords(folder.otherFiles);
  if (photos === 0) {
    announcements.say(
      others === '' ? words.noPhotos(folder.name) : words.noReadablePhotos(folder.name, others),
      'problem',
    );
  }
  if (unreadable.length > 0) {
    announcements.say(
      words.notListed(unreadable.slice(0, 3).join(', '), Math.max(0, unreadable.length - 3)),
      'problem',
    );
  }
}
