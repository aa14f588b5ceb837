import { inBackground } from '../../platform/background.ts';
import { asDropped, forgetSharedFiles, onLaunch, sharedFiles } from '../../platform/launchedFiles.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { language } from '../shell/language.svelte.ts';
import { now } from '../survey/now.ts';

async function take(app: Fieldsift, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  // Phones call every photo the same: each share is a folder of its own.
  const moment = now().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  await app.bringIn.take(await asDropped(files, `${language.words.shell.sharedPhotos} ${moment}`));
}

/**
 * Takes up what was opened with the app as if it had been dropped: project files, models, photos. What was shared with it
 * waits for an answer, as another website may have sent it.
 *
 * @param ready settles when what was kept from an earlier visit is back
 */
export async function takeLaunched(app: Fieldsift, ready: Promise<void>): Promise<void> {
  await ready;
  onLaunch((files) => inBackground(take(app, files)));
  app.shared = await sharedFiles();
}

/** The answer to whether shared files are wanted. */
export async function answerShared(app: Fieldsift, isWanted: boolean): Promise<void> {
  const files = app.shared;
  app.shared = [];
  await forgetSharedFiles();
  if (isWanted) await take(app, files);
}
