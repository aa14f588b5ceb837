import { isStorageFull } from '../../platform/storageSpace.ts';
import { language } from './language.svelte.ts';

/** What a person is told when work fails that nobody waits for. @param what they asked for, or null */
export function failureInWords(error: unknown, what: string | null): string {
  const words = language.words.storage.background;
  if (isStorageFull(error)) return words.full(what);
  const detail =
    error instanceof Error || error instanceof DOMException ? error.message || error.name : String(error);
  return words.failed(what, detail.trim().replace(/\.$/, ''));
}
