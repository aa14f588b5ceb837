import { parseCivil } from './civilShift.ts';
import { parseUtcOffset } from './utcOffset.ts';

/** A change of the clocks at a deployment, as calendars print it. */
export interface ZoneTransition {
  /** What the clocks showed when they were changed, before the change: `2021-10-31T03:00:00`. */
  from: string;
  /** From then on, such as `+01:00`. */
  utcOffset: string;
}

/**
 * The zone a deployment's clock was set to, as a person gave it: EXIF has none, and none is guessed from coordinates.
 * A camera that does not change its clock in spring and autumn, as most do not, has no transitions.
 */
export interface DeploymentZone {
  /** Such as `+02:00`; before the first transition, if there are any. */
  utcOffset: string;
  /** Only for a camera that changes its own clock; in order of time. */
  transitions: readonly ZoneTransition[];
}

/** The offset in force, and whether the clock showed this time twice (`repeated`) or never (`skipped`). */
export interface ZoneOffset {
  /** Seconds that the clock is ahead of UTC. */
  seconds: number;
  doubt: 'repeated' | 'skipped' | null;
}

/**
 * The offset from UTC at a civil time. An hour that the clocks showed twice counts as the first of the two, and one
 * they skipped as if they had not been changed yet: `compatible` of ECMAScript Temporal, and RFC 5545, 3.3.5.
 *
 * @param civil seconds on the civil clock, as `parseCivil` counts
 * @throws RangeError when an offset or a moment of the zone cannot be read
 */
export function offsetAt({ utcOffset, transitions }: DeploymentZone, civil: number): ZoneOffset {
  let seconds = readOffset(utcOffset);
  let doubt: ZoneOffset['doubt'] = null;
  for (const transition of transitions) {
    const from = parseCivil(transition.from);
    if (from === null)
      throw new RangeError(`"${transition.from}" is no time of the form 2021-10-31T03:00:00.`);
    const next = readOffset(transition.utcOffset);
    const step = next - seconds;
    if (step > 0 && civil >= from && civil < from + step) doubt = 'skipped';
    else if (step < 0 && civil >= from + step && civil < from) doubt = 'repeated';
    if (civil < from + Math.max(0, step)) break;
    seconds = next;
  }
  return { seconds, doubt };
}

function readOffset(text: string): number {
  const seconds = parseUtcOffset(text);
  if (seconds === null) throw new RangeError(`"${text}" is no offset from UTC of the form +02:00.`);
  return seconds;
}
