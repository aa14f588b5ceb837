import { parse } from 'svelte/compiler';

/** Attributes whose text people read or hear. */
const spokenAttributes = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']);

interface Node {
  type: string;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

/** A word of a human language, not a sign or a unit alone. Names of formats and of the app are the same in all. */
function hasWords(text: string): boolean {
  return /\p{L}{3,}/u.test(text.replace(/\bFieldsift\b/g, ''));
}

/** In code, two words in a row: addresses, types and names of classes have none. */
function isSentence(text: string): boolean {
  return /\p{L}{2,} \p{Ll}{2,}/u.test(text);
}

function textsIn(node: Node, found: string[], isInAttribute: boolean): void {
  // What a style is set to is for the browser alone.
  if (node.type === 'StyleDirective') return;
  if (node.type === 'Attribute' && !spokenAttributes.has(String(node['name']))) {
    // Expressions in other attributes may still hold sentences; their plain text may not.
    isInAttribute = true;
  }
  if (node.type === 'Text' && !isInAttribute && hasWords(String(node['data'])))
    found.push(String(node['data']).trim());
  if (node.type === 'Literal' && typeof node['value'] === 'string' && isSentence(node['value'])) {
    found.push(node['value']);
  }
  if (node.type === 'TemplateElement') {
    const { cooked } = node['value'] as { cooked?: string };
    if (cooked !== undefined && isSentence(cooked)) found.push(cooked.trim());
  }
  for (const [key, child] of Object.entries(node)) {
    if (key === 'css' || key === 'parent' || key === 'comments' || key === 'leadingComments') continue;
    for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) {
      if (isNode(one)) textsIn(one, found, isInAttribute);
    }
  }
}

/** The texts for people that a component holds itself, instead of taking them from the message catalogue. */
export function hardCodedTexts(source: string): string[] {
  const { fragment, instance, module } = parse(source, { modern: true });
  const found: string[] = [];
  for (const part of [fragment, instance?.content, module?.content]) {
    if (isNode(part)) textsIn(part, found, false);
  }
  return found;
}
