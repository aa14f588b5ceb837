import { language } from '../shell/language.svelte.ts';

/** This moment, ISO 8601 in UTC with ms. */
export function now(): string {
  return new Date().toISOString();
}

/** A moment as the clock of this computer would show it. @param at ISO 8601 in UTC */
export function localTime(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  return language.formats.dateTime(moment.getTime() / 1000 - 60 * moment.getTimezoneOffset());
}
