import { language } from '../shell/language.svelte.ts';

/** Why something could not be saved, in words with a remedy where the browser's own error is a known one. */
export function saveProblem(error: unknown): string {
  const { full, readOnly, gone } = language.words.shell.saving;
  switch (error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return full;
    case 'NotAllowedError':
    case 'NoModificationAllowedError':
    case 'SecurityError':
      return readOnly;
    case 'NotFoundError':
    case 'InvalidStateError':
      return gone;
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
