import * as v from 'valibot';
import { parseCivil } from '../time/civilShift.ts';
import { noClockCorrection } from '../time/clockCorrection.ts';
import { clockCorrectionProblems } from '../time/clockCorrectionProblems.ts';
import { settingTable } from './settingTable.ts';
import { defaultSettings, type SurveySettings } from './surveySettings.ts';

/** A value that was checked, or what is wrong: the part that cannot be, and what it holds. */
export type CheckedSetting = { sound: true; value: unknown } | { sound: false; part: string; found: unknown };

const text = v.pipe(v.string(), v.nonEmpty());
const civil = v.pipe(
  v.string(),
  v.check((time) => parseCivil(time) !== null),
);
const degrees = (most: number) => v.nullable(v.pipe(v.number(), v.minValue(-most), v.maxValue(most)));
const point = v.object({ camera: v.string(), true: v.string() });

const clock = v.pipe(
  v.object({
    dayMonthSwapped: v.optional(v.boolean(), noClockCorrection.dayMonthSwapped),
    wrongYear: v.optional(v.nullable(v.object({ years: v.number(), reference: v.string() })), null),
    offsetSeconds: v.optional(v.number(), noClockCorrection.offsetSeconds),
    drift: v.optional(v.nullable(v.object({ first: point, second: point })), null),
    zone: v.optional(
      v.nullable(
        v.object({
          utcOffset: v.string(),
          transitions: v.array(v.object({ from: v.string(), utcOffset: v.string() })),
        }),
      ),
      null,
    ),
    daylightSaving: v.optional(v.array(v.object({ from: v.string(), seconds: v.number() })), []),
  }),
  v.check((correction) => clockCorrectionProblems(correction).length === 0),
);

const station = v.object({
  deployment: text,
  station: text,
  latitude: degrees(90),
  longitude: degrees(180),
  from: v.nullable(civil),
});

/** The settings that are lists of their own, not lines of a form. */
const listRules: Partial<Record<string, v.GenericSchema>> = {
  clocks: v.record(v.string(), clock),
  stations: v.array(station),
};

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a setting that this version knows; those that are absent are at their defaults. */
function knownParts(name: keyof SurveySettings, value: Readonly<Record<string, unknown>>): unknown {
  const parts = defaultSettings[name] as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(parts).map(([part, usual]) => [part, Object.hasOwn(value, part) ? value[part] : usual]),
  );
}

/** The setting of a part that cannot have the value it has there; null for none. */
function refusedIn(part: keyof SurveySettings, candidate: SurveySettings): string | null {
  const rows = settingTable.filter(({ form }) => form.part === part);
  return rows.find(({ form }) => !form.accepts(form.get(candidate)))?.name ?? null;
}

/**
 * Checks one part of a survey's settings by the rules of its rows, whatever file or database it comes from.
 *
 * @param name as `SurveySettings` has it
 * @returns null for a setting that this version does not know
 */
export function checkSetting(name: string, value: unknown): CheckedSetting | null {
  if (!Object.hasOwn(defaultSettings, name)) return null;
  const known = name as keyof SurveySettings;
  const rules = listRules[name];
  if (rules) {
    const result = v.safeParse(rules, value);
    if (result.success) return { sound: true, value: result.output };
    const path = result.issues[0].path?.map(({ key }) => String(key)) ?? [];
    return {
      sound: false,
      part: [name, ...path].join('.'),
      found: result.issues[0].path?.at(-1)?.value ?? value,
    };
  }
  const usual = defaultSettings[known];
  if (isGroup(usual) && !isGroup(value)) return { sound: false, part: name, found: value };
  const parts = isGroup(value) ? knownParts(known, value) : value;
  const refused = refusedIn(known, { ...defaultSettings, [known]: parts });
  return refused === null ? { sound: true, value: parts } : { sound: false, part: refused, found: value };
}

/** Settings as they were kept, where each is as its form would have it; what is odd is at its default, and named. */
export function soundSettings(kept: unknown): { settings: SurveySettings; odd: string[] } {
  const settings: Record<string, unknown> = { ...defaultSettings };
  if (!isGroup(kept)) return { settings: defaultSettings, odd: kept === undefined ? [] : ['settings'] };
  const odd: string[] = [];
  for (const [name, value] of Object.entries(kept)) {
    const checked = checkSetting(name, value);
    if (checked?.sound) settings[name] = checked.value;
    else if (checked) odd.push(checked.part);
  }
  return { settings: settings as unknown as SurveySettings, odd };
}
