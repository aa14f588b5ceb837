import type * as v from 'valibot';

/** `labels[2].name`, as a person would look for it in the file. */
function fieldOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  return keys.join('').replace(/^\./, '');
}

/** One problem of a manifest in a sentence: the field, what is wrong, what to do. */
export function problemOf(issue: v.BaseIssue<unknown>): string {
  const field = fieldOf(issue);
  if (field === '') return 'The file must hold one JSON object, in braces.';
  const isMissing = issue.input === undefined && issue.type !== 'check';
  if (isMissing) return `"${field}" is missing. Add it.`;
  const isPlain = issue.type === 'loose_object' && issue.message.startsWith('Invalid');
  return `"${field}" ${isPlain ? 'must be an object, in braces.' : issue.message}`;
}
