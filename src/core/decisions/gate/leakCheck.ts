import type { GatedSequence } from './peopleGate.ts';
import { perPart } from '../../incremental/perPart.ts';
import { estimateLeak, type LeakEstimate } from './leakEstimate.ts';
import type { GateSequence } from './gateSequence.ts';

/** One sequence of the sample, and what a person says of it. */
export interface LeakQuestion<Item extends GateSequence = GateSequence> {
  sequence: Item;
  /** Whether it shows a person; null while nobody has said. */
  answer: boolean | null;
}

/** What a person said of the people in one photo: true for one, false for none, null for nothing. */
export type PersonIn = (mediaId: string) => boolean | null;

/**
 * A number for a text that looks drawn by lot, 0 to 2³² - 1: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) with the last
 * mixing of MurmurHash3 (A. Appleby), so that texts that differ in their last letter lie far apart.
 */
function lot(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function answerTo({ frames }: GateSequence, personIn: PersonIn): boolean | null {
  let isUnsaid = false;
  for (const { id } of frames) {
    const answer = personIn(id);
    if (answer === true) return true;
    isUnsaid ||= answer === null;
  }
  return isUnsaid ? null : false;
}

/** The places of sequences in the order of their lots; the same for as long as the sequences are. */
const drawnOrder = perPart((sequences: readonly GateSequence[], seed: string): readonly number[] =>
  sequences
    .map(({ id, frames }, place) => ({ id, place, lot: lot(`${seed} ${frames[0]?.id ?? ''}`) }))
    .sort((left, right) => left.lot - right.lot || (left.id < right.id ? -1 : 1))
    .map(({ place }) => place),
);

/**
 * The sequences that the machine took for clear, in the order of a lot drawn once for each, so that the first of them
 * are a random sample of any size, and stay the same when photos are added, settings change or the page is opened again.
 *
 * @param gated the people gate's word on each sequence, in the same order
 * @param seed makes the lots of one survey other than those of the next
 */
export function leakQuestions<Item extends GateSequence>(
  sequences: readonly Item[],
  gated: readonly GatedSequence[],
  seed: string,
  personIn: PersonIn,
): LeakQuestion<Item>[] {
  const questions: LeakQuestion<Item>[] = [];
  for (const place of drawnOrder(sequences, seed)) {
    const sequence = sequences[place];
    const isClear = gated[place]?.signs.every(({ kind }) => kind === 'reviewed') ?? false;
    if (sequence && isClear) questions.push({ sequence, answer: answerTo(sequence, personIn) });
  }
  return questions;
}

/**
 * The leak as far as it was checked: by the questions answered without a gap from the first, because those answered
 * out of turn were chosen by what they show.
 *
 * @returns null before the first answer
 */
export function leakSoFar(questions: readonly LeakQuestion[]): LeakEstimate | null {
  const open = questions.findIndex(({ answer }) => answer === null);
  const checked = open < 0 ? questions.length : open;
  if (checked === 0) return null;
  const missed = questions.slice(0, checked).filter(({ answer }) => answer === true).length;
  return estimateLeak({ checked, missed, clear: questions.length });
}
