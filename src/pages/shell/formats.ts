import { language } from './language.svelte.ts';

export function formatCount(count: number): string {
  return language.formats.count(count);
}

export function formatPercent(share: number): string {
  return language.formats.percent(share);
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
