import { inEnglish, type Messages } from '../../words/english.ts';
import type { LateMessages } from '../../words/english/late.ts';
import { formatsOf, languageCodes, type Formats, type LanguageCode } from '../../words/formats.ts';
import { recall, remember } from '../../platform/remembered.ts';

const key = 'fieldsift.language';

/** Each language by its own name. */
export const languageNames: Record<LanguageCode, string> = { en: 'English', es: 'Español' };

function isKnown(code: string | null): code is LanguageCode {
  return languageCodes.some((known) => known === code);
}

/** The reader's own way to write numbers and dates in that language: `en-GB` rather than `en`. */
function localeOf(code: LanguageCode): string {
  const preferred = typeof navigator === 'undefined' ? [] : navigator.languages;
  return preferred.find((tag) => tag === code || tag.startsWith(`${code}-`)) ?? code;
}

/** The language of the page, with its texts and its ways to write numbers. */
class Language {
  #code = $state<LanguageCode>('en');
  #formats = $state.raw<Formats>(formatsOf('en'));
  #late = $state.raw<LateMessages | null>(null);
  #words = $state.raw<Messages>(inEnglish(formatsOf('en')));

  get code(): LanguageCode {
    return this.#code;
  }

  get formats(): Formats {
    return this.#formats;
  }

  /** The texts of pages that come when they are asked for; null in English, whose texts come with the pages. */
  get late(): LateMessages | null {
    return this.#late;
  }

  get words(): Messages {
    return this.#words;
  }

  /** Takes up the language chosen before, else the first of the browser's that the app speaks. */
  async start(): Promise<void> {
    const chosen = recall(key);
    const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find(isKnown);
    await this.#speak(isKnown(chosen) ? chosen : (preferred ?? 'en'));
  }

  /** Speaks another language from now on, and at the next visit. */
  async choose(code: LanguageCode): Promise<void> {
    await this.#speak(code);
    remember(key, code);
  }

  async #speak(code: LanguageCode): Promise<void> {
    const spanish = code === 'es' ? await import('../../words/spanish.ts') : null;
    this.#formats = formatsOf(localeOf(code));
    this.#words = (spanish?.inSpanish ?? inEnglish)(this.#formats);
    this.#late = spanish?.lateInSpanish(this.#formats) ?? null;
    this.#code = code;
    document.documentElement.lang = code;
  }
}

/** One for the whole page, as `<html lang>` is. */
export const language = new Language();
