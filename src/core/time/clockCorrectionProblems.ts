import { parseCivil } from './civilShift.ts';
import type { ClockCorrection } from './clockCorrection.ts';
import type { ClockDrift } from './clockDrift.ts';
import type { DeploymentZone } from './timeZone.ts';
import { parseUtcOffset } from './utcOffset.ts';

/** A part of a correction that cannot be applied, and what to do about it. */
export interface ClockCorrectionProblem {
  part: keyof ClockCorrection;
  /** A sentence or two for the person who typed it. */
  text: string;
}

const exampleTime = 'Write it like 2021-06-04T18:32:05.';

function* driftProblems({ first, second }: ClockDrift): Generator<string> {
  for (const time of [first.camera, first.true, second.camera, second.true]) {
    if (parseCivil(time) === null) yield `"${time}" is no time. ${exampleTime}`;
  }
  const [start, end] = [first, second].map(({ camera }) => parseCivil(camera));
  const [trueStart, trueEnd] = [first, second].map((point) => parseCivil(point.true));
  if (start == null || end == null || trueStart == null || trueEnd == null) return;
  if (start === end) yield 'Both points show the same camera time. Give one from another day.';
  else if ((trueEnd - trueStart) / (end - start) <= 0) {
    yield 'By these points the clock ran backwards. Check which time belongs to which point.';
  }
}

function* zoneProblems({ utcOffset, transitions }: DeploymentZone): Generator<string> {
  for (const offset of [utcOffset, ...transitions.map((transition) => transition.utcOffset)]) {
    if (parseUtcOffset(offset) === null)
      yield `"${offset}" is no offset from UTC. Write it like +02:00 or -07:00.`;
  }
  let previous = -Infinity;
  for (const { from } of transitions) {
    const start = parseCivil(from);
    if (start === null) yield `"${from}" is no time. ${exampleTime}`;
    else if (start <= previous)
      yield `The change on ${from} is not in order of time. Put the earlier one first.`;
    else previous = start;
  }
}

/** Every part of a correction that `correctCaptureTime` would refuse; empty when all can be applied. */
export function clockCorrectionProblems(correction: ClockCorrection): ClockCorrectionProblem[] {
  const problems: ClockCorrectionProblem[] = [];
  const add = (part: keyof ClockCorrection, texts: Iterable<string>): void => {
    for (const text of texts) problems.push({ part, text });
  };
  const { wrongYear, offsetSeconds, drift, zone, daylightSaving } = correction;
  if (wrongYear) {
    if (!Number.isInteger(wrongYear.years)) add('wrongYear', ['Give the years as a whole number.']);
    if (parseCivil(wrongYear.reference) === null) {
      add('wrongYear', [`"${wrongYear.reference}" is no time. ${exampleTime}`]);
    }
  }
  if (!Number.isFinite(offsetSeconds)) add('offsetSeconds', ['Give the offset as a number of seconds.']);
  if (drift) add('drift', driftProblems(drift));
  if (zone) add('zone', zoneProblems(zone));
  for (const { from, seconds } of daylightSaving) {
    if (parseCivil(from) === null) add('daylightSaving', [`"${from}" is no time. ${exampleTime}`]);
    if (!Number.isFinite(seconds)) add('daylightSaving', ['Give the shift as a number of seconds.']);
  }
  return problems;
}
