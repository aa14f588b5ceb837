import type { SurveyFolder } from '../../core/survey/survey.ts';
import { folderFromHandle, type PhotoFolder } from '../../platform/folder.ts';
import { folderPermission, requestFolder } from '../../platform/folderPicker.ts';
import { loadHandle } from '../../storage/surveyRepository.ts';
import { drawnFolder } from '../../workers/draw/drawnFolder.ts';

/** Where a folder of an earlier visit stands: readable, readable after a click, or to be dropped again. */
export type Reconnection =
  | { kind: 'connected'; folder: PhotoFolder }
  | { kind: 'ask'; handle: FileSystemDirectoryHandle }
  | { kind: 'drop-again' };

/** Tries to reach a kept folder without asking the person anything. */
export async function reconnect(folder: SurveyFolder): Promise<Reconnection> {
  if (folder.origin === 'drawn') return { kind: 'connected', folder: drawnFolder(folder.name) };
  const handle = await loadHandle(folder.id);
  if (!handle) return { kind: 'drop-again' };
  const permission = await folderPermission(handle).catch(() => 'prompt' as const);
  return permission === 'granted'
    ? { kind: 'connected', folder: folderFromHandle(handle) }
    : { kind: 'ask', handle };
}

/** Asks for a kept folder; only inside a click. null when the person or the browser said no. */
export async function askFor(handle: FileSystemDirectoryHandle): Promise<PhotoFolder | null> {
  const permission = await requestFolder(handle).catch(() => 'denied' as const);
  return permission === 'granted' ? folderFromHandle(handle) : null;
}
