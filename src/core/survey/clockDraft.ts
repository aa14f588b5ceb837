import { parseCivil } from '../time/civilShift.ts';
import type { DaylightSavingShift } from '../time/clockCorrection.ts';
import type { ClockDrift } from '../time/clockDrift.ts';
import { offsetInZone } from '../time/namedZone.ts';
import type { DeploymentZone } from '../time/timeZone.ts';
import { formatUtcOffset, parseUtcOffset } from '../time/utcOffset.ts';

const noPoint = { camera: '', true: '' };

/** What the fields of a part of a correction hold before anything is written in them. */
export const emptyDrift: ClockDrift = { first: noPoint, second: noPoint };
export const emptyZone: DeploymentZone = { utcOffset: '', transitions: [] };

/** A moment as a field for dates gives it, which leaves out seconds that are 0: `2021-06-04T18:32`. Else as it is. */
export function wholeMoment(text: string): string {
  return text.length === 16 ? `${text}:00` : text;
}

/** Whether a moment is written to its end: a year typed digit by digit is none yet. */
const isMoment = (text: string): boolean => parseCivil(text) !== null;

/**
 * Two points of a drift as the setting `clock.<folder>.drift` has them.
 *
 * @returns null while something is left to write
 */
export function driftText({ first, second }: ClockDrift): string | null {
  const times = [first.camera, first.true, second.camera, second.true];
  if (times.every((time) => time === '')) return 'none';
  if (!times.every(isMoment)) return null;
  return `${first.camera}/${first.true},${second.camera}/${second.true}`;
}

/**
 * Changes of the clocks of a place as the setting `clock.<folder>.saving` has them, in order of time.
 *
 * @returns null while something is left to write
 */
export function savingText(shifts: readonly DaylightSavingShift[]): string | null {
  if (!shifts.every(({ from }) => isMoment(from))) return null;
  const inOrder = shifts.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.map(({ from, seconds }) => `${from}/${seconds}`).join(',') || 'none';
}

/** An offset as it is kept, also for the name of a zone; what is neither stays as it was written. */
function offsetOf(text: string, civil: string | null): string {
  const seconds = parseUtcOffset(text);
  if (seconds !== null) return formatUtcOffset(seconds);
  return (civil === null ? null : offsetInZone(text.trim(), civil)) ?? text.trim();
}

/**
 * The zone of a clock, with the changes that the camera made by itself, as the setting `clock.<folder>.zone` has them.
 *
 * @param zone its offset may be the name of a zone, such as `Europe/Madrid`
 * @param civil the time of the first photo, at which a named zone is looked up; null without one
 * @returns null while something is left to write
 */
export function zoneText({ utcOffset, transitions }: DeploymentZone, civil: string | null): string | null {
  if (utcOffset.trim() === '') return transitions.length === 0 ? 'none' : null;
  if (!transitions.every((change) => isMoment(change.from) && change.utcOffset.trim() !== '')) return null;
  const inOrder = transitions.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const changes = inOrder.map((change) => `${change.from}/${offsetOf(change.utcOffset, change.from)}`);
  return [offsetOf(utcOffset, civil), ...changes].join(',');
}

/** Whole and half hours ahead of UTC that are in use, and the names of zones, as suggestions. */
export function zoneSuggestions(): string[] {
  const offsets = Array.from({ length: 53 }, (_, place) => formatUtcOffset((place - 24) * 1800));
  return [...offsets, ...Intl.supportedValuesOf('timeZone')];
}
