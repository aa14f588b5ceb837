import { asDropped, onLaunch, takeSharedFiles } from '../platform/launchedFiles.ts';
import type { Fieldsift } from './fieldsift.svelte.ts';
import { language } from './language.svelte.ts';
import { now } from './now.ts';

/**
 * Takes up what was opened with the app or shared with it, as if it had been dropped: project files, models, photos.
 *
 * @param ready settles when what was kept from an earlier visit is back
 */
export async function takeLaunched(app: Fieldsift, ready: Promise<void>): Promise<void> {
  await ready;
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    // Phones call every photo the same: each share is a folder of its own.
    const moment = now().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
    await app.bringIn.take(await asDropped(files, `${language.words.shell.sharedPhotos} ${moment}`));
  };
  onLaunch((files) => void take(files));
  await take(await takeSharedFiles());
}
