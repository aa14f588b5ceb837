import { noClockCorrection, type ClockCorrection } from '../time/clockCorrection.ts';
import { clockCorrectionProblems } from '../time/clockCorrectionProblems.ts';
import type { SurveySettings } from './surveySettings.ts';

/** The parts of a clock's correction by name, each from and to one text. */
interface ClockPart {
  read(correction: ClockCorrection): string;
  write(correction: ClockCorrection, text: string): ClockCorrection;
}

/** Splits `a/b` at the only place where a blank or a slash divides two values. */
function pair(text: string): [string, string] {
  const [left = '', right = '', ...more] = text.split('/').map((part) => part.trim());
  if (left === '' || right === '' || more.length > 0)
    throw new RangeError(`"${text}" is not two values with a "/" between.`);
  return [left, right];
}

const clockParts: Record<string, ClockPart> = {
  swap: {
    read: ({ dayMonthSwapped }) => (dayMonthSwapped ? 'on' : 'off'),
    write: (correction, text) => ({ ...correction, dayMonthSwapped: text === 'on' }),
  },
  year: {
    read: ({ wrongYear }) => (wrongYear ? `${wrongYear.years}/${wrongYear.reference}` : 'none'),
    write: (correction, text) => {
      if (text === 'none') return { ...correction, wrongYear: null };
      const [years, reference] = pair(text);
      return { ...correction, wrongYear: { years: Number(years), reference } };
    },
  },
  offset: {
    read: ({ offsetSeconds }) => String(offsetSeconds),
    write: (correction, text) => ({ ...correction, offsetSeconds: text.trim() === '' ? NaN : Number(text) }),
  },
  drift: {
    read: ({ drift }) =>
      drift
        ? `${drift.first.camera}/${drift.first.true},${drift.second.camera}/${drift.second.true}`
        : 'none',
    write: (correction, text) => {
      if (text === 'none') return { ...correction, drift: null };
      const [first, second, ...more] = text.split(',').map(pair);
      if (!first || !second || more.length > 0)
        throw new RangeError(`"${text}" is not two points with a "," between.`);
      return {
        ...correction,
        drift: {
          first: { camera: first[0], true: first[1] },
          second: { camera: second[0], true: second[1] },
        },
      };
    },
  },
  zone: {
    read: ({ zone }) =>
      zone
        ? [zone.utcOffset, ...zone.transitions.map(({ from, utcOffset }) => `${from}/${utcOffset}`)].join(',')
        : 'none',
    write: (correction, text) => {
      if (text === 'none') return { ...correction, zone: null };
      const [utcOffset = '', ...changes] = text.split(',').map((part) => part.trim());
      const transitions = changes.map(pair).map(([from, offset]) => ({ from, utcOffset: offset }));
      return { ...correction, zone: { utcOffset, transitions } };
    },
  },
  saving: {
    read: ({ daylightSaving }) =>
      daylightSaving.map(({ from, seconds }) => `${from}/${seconds}`).join(',') || 'none',
    write: (correction, text) => {
      const shifts = text === 'none' ? [] : text.split(',').map(pair);
      return {
        ...correction,
        daylightSaving: shifts.map(([from, seconds]) => ({ from, seconds: Number(seconds) })),
      };
    },
  },
};

/** The names of a clock's parts, for a person who has to know them. */
export const clockPartNames: readonly string[] = Object.keys(clockParts);

/** `clock.<folder>.<part>`; null for any other name. */
function parseName(name: string): { folder: string; part: string } | null {
  const match = /^clock\.(.*)\.([a-z]+)$/s.exec(name);
  return match ? { folder: match[1] ?? '', part: match[2] ?? '' } : null;
}

function isNothing(correction: ClockCorrection): boolean {
  return JSON.stringify(correction) === JSON.stringify(noClockCorrection);
}

/** Settings with the clock of one folder corrected; a correction that corrects nothing is left out. */
export function withClock(
  settings: SurveySettings,
  folder: string,
  correction: ClockCorrection,
): SurveySettings {
  const others = Object.entries(settings.clocks).filter(([name]) => name !== folder);
  const own: [string, ClockCorrection][] = isNothing(correction) ? [] : [[folder, correction]];
  return {
    ...settings,
    clocks: Object.fromEntries([...others, ...own].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * Changes a part of a clock's correction by name, such as `clock.Ridge/Card 1.offset`.
 *
 * @returns null for a name of another kind
 * @throws RangeError that names the setting, when the value cannot be read
 */
export function changeClock(settings: SurveySettings, name: string, text: string): SurveySettings | null {
  const parsed = parseName(name);
  if (!parsed) return null;
  const part = clockParts[parsed.part];
  if (!part) throw new RangeError(`Setting "${name}" must end in one of ${clockPartNames.join(', ')}.`);
  try {
    const changed = part.write(settings.clocks[parsed.folder] ?? noClockCorrection, text.trim());
    const [problem] = clockCorrectionProblems(changed);
    if (problem) throw new RangeError(problem.text);
    return withClock(settings, parsed.folder, changed);
  } catch (error) {
    throw new RangeError(`Setting "${name}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Every correction by name; parts that correct nothing are left out. */
export function clocksByName({ clocks }: Pick<SurveySettings, 'clocks'>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [folder, correction] of Object.entries(clocks)) {
    for (const [name, part] of Object.entries(clockParts)) {
      const text = part.read(correction);
      if (text !== part.read(noClockCorrection)) named[`clock.${folder}.${name}`] = text;
    }
  }
  return named;
}
