import { parseCivil } from '../time/civilShift.ts';
import type { ClockCorrection, DaylightSavingShift } from '../time/clockCorrection.ts';
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

/** The drift that two points tell of, none where nothing is written; null while something is left to write. */
export function writtenDrift(drift: ClockDrift): Pick<ClockCorrection, 'drift'> | null {
  const times = [drift.first, drift.second].flatMap((point) => [point.camera, point.true]);
  if (times.every((time) => time === '')) return { drift: null };
  return times.every(isMoment) ? { drift } : null;
}

/** Changes of the clocks of a place, in order of time; null while something is left to write. */
export function writtenSaving(
  shifts: readonly DaylightSavingShift[],
): Pick<ClockCorrection, 'daylightSaving'> | null {
  if (!shifts.every(({ from }) => isMoment(from))) return null;
  return { daylightSaving: shifts.toSorted((one, other) => (one.from < other.from ? -1 : 1)) };
}

/** An offset as it is kept, also for the name of a zone; what is neither stays as it was written. */
function offsetOf(text: string, civil: string | null): string {
  const seconds = parseUtcOffset(text);
  if (seconds !== null) return formatUtcOffset(seconds);
  return (civil === null ? null : offsetInZone(text.trim(), civil)) ?? text.trim();
}

/**
 * The zone of a clock, with the changes that the camera made by itself in order of time; none where nothing is written.
 *
 * @param zone its offset may be the name of a zone, such as `Europe/Madrid`
 * @param civil the time of the first photo, at which a named zone is looked up; null without one
 * @returns null while something is left to write
 */
export function writtenZone(
  { utcOffset, transitions }: DeploymentZone,
  civil: string | null,
): Pick<ClockCorrection, 'zone'> | null {
  if (utcOffset.trim() === '') return transitions.length === 0 ? { zone: null } : null;
  if (!transitions.every((change) => isMoment(change.from) && change.utcOffset.trim() !== '')) return null;
  const inOrder = transitions
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ from, utcOffset: offset }) => ({ from, utcOffset: offsetOf(offset, from) }));
  return { zone: { utcOffset: offsetOf(utcOffset, civil), transitions: inOrder } };
}

/** Whole and half hours ahead of UTC that are in use, and the names of zones, as suggestions. */
export function zoneSuggestions(): string[] {
  const offsets = Array.from({ length: 53 }, (_, place) => formatUtcOffset((place - 24) * 1800));
  return [...offsets, ...Intl.supportedValuesOf('timeZone')];
}
