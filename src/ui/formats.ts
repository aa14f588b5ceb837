import { language } from '../state/language.svelte.ts';

export function formatCount(count: number): string {
  return language.formats.count(count);
}

/** `1 photo`, `2 photos`. */
export function formatCountOf(count: number, singular: string, plural = `${singular}s`): string {
  return language.formats.counted(count, singular, plural);
}

export function formatPercent(share: number): string {
  return language.formats.percent(share);
}

export function formatBytes(bytes: number): string {
  return language.formats.bytes(bytes);
}

/** A time a person can plan by: never more exact than it can be. */
export function formatRemaining(seconds: number): string {
  const words = language.words.run;
  if (seconds < 10) return words.fewSecondsLeft;
  if (seconds < 55) return words.secondsLeft(Math.ceil(seconds / 10) * 10);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return words.minutesLeft(minutes);
  return words.hoursLeft(Math.floor(minutes / 60), minutes % 60);
}
