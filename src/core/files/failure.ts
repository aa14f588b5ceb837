/** Why a photo or a folder could not be processed. Stored with the media record, so codes never change meaning. */
export type FailureCode =
  | 'empty-file'
  | 'not-an-image'
  | 'truncated'
  | 'undecodable'
  | 'too-large'
  | 'unreadable'
  | 'changed'
  | 'inference'
  | 'worker-died'
  | 'not-in-results';

export interface Failure {
  code: FailureCode;
  /** What the browser or the library said, for a bug report; never shown alone. */
  detail: string;
}

interface FailureText {
  /** What happened, in a sentence a person reads beside the file name. */
  reason: string;
  /** What the person can do about it. */
  remedy: string;
}

/** The reasons and remedies in English; other languages have theirs in the message catalogue. */
export const failureTexts: Record<FailureCode, FailureText> = {
  'empty-file': {
    reason: 'The file has no bytes.',
    remedy: 'The card may have been pulled out while writing. Copy the file again, or leave it out.',
  },
  'not-an-image': {
    reason: 'The file is named like a photo but holds something else.',
    remedy: 'Open it in another program to see what it is, or leave it out.',
  },
  truncated: {
    reason: 'The photo ends too early.',
    remedy:
      'Copy it from the card again; if the card holds the same file, the camera lost power while writing.',
  },
  undecodable: {
    reason: 'The browser cannot decode this photo.',
    remedy: 'Open it in another program and save it as JPEG, or copy it from the card again.',
  },
  'too-large': {
    reason: 'The photo has more pixels than this browser can hold.',
    remedy: 'Save a smaller copy (under 100 megapixels) beside it.',
  },
  unreadable: {
    reason: 'The file could not be read from the disk.',
    remedy: 'Check that the card or drive is still plugged in, then choose "Try failed photos again".',
  },
  changed: {
    reason: 'The file was moved, deleted or changed while it was being read.',
    remedy: 'Put it back, then choose "Try failed photos again".',
  },
  inference: {
    reason: 'The model could not be run on this photo.',
    remedy: 'Choose "Try failed photos again"; if it fails again, please report it with the detail below.',
  },
  'worker-died': {
    reason: 'The browser stopped the worker that held this photo, twice.',
    remedy: 'Close other programs to free memory, then choose "Try failed photos again".',
  },
  'not-in-results': {
    reason: 'The imported results say nothing of this photo.',
    remedy: 'Import a file of results that has it, or choose another model.',
  },
};

/** The reason and the remedy for a failure code, in plain words. */
export function failureText(code: FailureCode): FailureText {
  return failureTexts[code];
}

/** A failure that one photo causes; carries its code through `throw` inside a worker. */
export class PhotoFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, detail: string) {
    super(detail);
    this.name = 'PhotoFailure';
    this.code = code;
  }

  toFailure(): Failure {
    return { code: this.code, detail: this.message };
  }
}
