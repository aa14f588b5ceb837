import type { LeftOut, Refusal } from '../core/exchange/exportFile.ts';
import { exportsInEnglish } from './english/exports.ts';
import { formatsOf } from './formats.ts';

/** What files and scripts say is English whatever the page speaks, so that the same survey gives the same bytes. */
const english = exportsInEnglish(formatsOf('en'));

type Words = Pick<typeof english, 'leftOut' | 'refusals' | 'named' | 'andMore'>;

const mostNamed = 3;

/** Marks that turn the direction of whatever follows them: in a name they would turn the rest of the sentence. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What is not in an export, and why, in a few words. */
export function leftOutText({ reason, count }: LeftOut, words: Words = english): string {
  return words.leftOut[reason](count);
}

/** Why an export cannot be written as things are, with the remedy. */
export function refusalText({ reason, deployments }: Refusal, words: Words = english): string {
  const names = deployments
    .slice(0, mostNamed)
    .map((name) => words.named(name.replace(directionMarks, '')))
    .join(', ');
  const more = deployments.length - mostNamed;
  return words.refusals[reason](more > 0 ? words.andMore(names, more) : names);
}
