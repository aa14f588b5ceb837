import * as v from 'valibot';

export const text = v.pipe(
  v.string('must be text, in quotes.'),
  v.trim(),
  v.minLength(1, 'must not be empty.'),
);

export const finite = v.pipe(
  v.number('must be a number, without quotes.'),
  v.finite('must be a finite number.'),
);

/** 0 to 1. */
export const share = v.pipe(
  finite,
  v.minValue(0, 'must be from 0 to 1.'),
  v.maxValue(1, 'must be from 0 to 1.'),
);

/** A whole number from 1. */
export const count = v.pipe(
  finite,
  v.integer('must be a whole number.'),
  v.minValue(1, 'must be at least 1.'),
);

/** A level of one colour channel, 0-255. */
export const level = v.pipe(
  finite,
  v.integer('must be a whole number.'),
  v.minValue(0, 'must be from 0 to 255.'),
  v.maxValue(255, 'must be from 0 to 255.'),
);

/** A path that cannot leave the pack. */
export const packPath = v.pipe(
  text,
  v.check(
    (path) => !/^[/\\]|^[a-z]:|\\/i.test(path) && !path.split('/').includes('..'),
    'must be a path inside the pack: relative, with "/" and without "..".',
  ),
);

/** One of some words; the message lists them. */
export function oneOf<const Names extends readonly string[]>(names: Names) {
  return v.picklist(names, `must be one of ${names.map((name) => `"${name}"`).join(', ')}.`);
}

/** The message for an object whose fields depend on one of them. */
export function chosenBy(key: string, names: readonly string[]) {
  const quoted = names.map((name) => `"${name}"`);
  const known = [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)]
    .filter((part) => part !== '')
    .join(' or ');
  return (issue: v.BaseIssue<unknown>): string =>
    issue.path?.at(-1)?.key === key ? `must be ${known}.` : `must be an object with "${key}": ${known}.`;
}
