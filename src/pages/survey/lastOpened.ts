import type { Survey } from '../../core/survey/survey.ts';
import { recall, remember } from '../../platform/remembered.ts';

const key = 'fieldsift.survey';
const none = 'none';

/** Remembers which survey is open, for the next visit; null for the empty page. */
export function rememberOpened(id: string | null): void {
  remember(key, id ?? none);
}

/** The survey that was open last; where that is not known, the newest. @param surveys newest first */
export function lastOpened(surveys: readonly Survey[]): Survey | null {
  const id = recall(key);
  if (id === none) return null;
  return surveys.find((survey) => survey.id === id) ?? surveys[0] ?? null;
}
