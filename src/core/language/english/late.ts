import type { Formats } from '../formats.ts';
import { decisionsInEnglish } from './decisions.ts';
import { exportsInEnglish } from './exports.ts';
import { settingsInEnglish } from './settings.ts';

/** The texts of pages that are loaded when they are asked for: they would only delay the first photo. */
export const lateInEnglish = (f: Formats) => ({
  decisions: decisionsInEnglish(f),
  exports: exportsInEnglish(f),
  settings: settingsInEnglish(),
});

export type LateMessages = ReturnType<typeof lateInEnglish>;
