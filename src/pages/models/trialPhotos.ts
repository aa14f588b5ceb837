import type { FolderAccess } from '../run/folderAccess.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** Up to three photos that can be read right now, from the whole of the survey, to try a model on. */
export async function trialPhotos(survey: SurveyState, access: FolderAccess): Promise<File[]> {
  const readable = survey.photos().filter(({ media }) => access.isConnected(media.folderId));
  const chosen = new Set([0.25, 0.5, 0.75].map((part) => readable[Math.floor(part * readable.length)]));
  const opened = await Promise.all([...chosen].flatMap((photo) => (photo ? [access.open(photo.media)] : [])));
  return opened.flatMap((photo) => ('file' in photo ? [photo.file] : []));
}
