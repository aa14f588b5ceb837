import type { BoxFault } from '../decoders/boxTrial.ts';

/** Why a model that a person brought could not be taken in. */
export type PackFailureCode =
  | 'no-manifest'
  | 'manifest-not-json'
  | 'manifest-too-long'
  | 'manifest-invalid'
  | 'file-missing'
  | 'file-empty'
  | 'file-short'
  | 'file-long'
  | 'file-unreadable'
  | 'wrong-hash'
  | 'not-onnx'
  | 'only-a-pointer'
  | 'onnx-truncated'
  | 'external-data'
  | 'model-too-large'
  | 'input-missing'
  | 'output-missing'
  | 'missing-operator'
  | 'model-refused'
  | 'no-memory'
  | 'output-misfit'
  | 'boxes-misfit'
  | 'trial-failed'
  | 'trial-stalled'
  | 'zip-damaged'
  | 'zip-path'
  | 'zip-encrypted'
  | 'zip-method'
  | 'zip-too-many'
  | 'zip-bomb'
  | 'zip-nested'
  | 'zip-in-zip'
  | 'no-model'
  | 'several-models'
  | 'not-for-images'
  | 'unknown-task'
  | 'no-decoder'
  | 'busy'
  | 'storage-full'
  | 'storage-failed';

interface FailureText {
  /** What is wrong, with the file or field; `subject` is that, `detail` what was found there. */
  reason: (subject: string, detail: string) => string;
  /** What the person can do about it. */
  remedy: string;
}

/** The texts of every failure in one language. */
export type PackFailureTexts = Readonly<Record<PackFailureCode, FailureText>>;

const fetchAgain = 'Get the file again from where it came, and compare its size.';
const saveAgain = 'Open the original in its own program and export it to ONNX again.';

/** `3 / 4` as `3, not 4`. @param not the word between them */
export function inPlaceOf(detail: string, not: string): string {
  return detail.replace(' / ', `, ${not} `);
}

const boxFaults: Partial<Record<string, string>> & Record<BoxFault, string> = {
  fractions: 'this model counts from 0 to 1, but pixels are declared.',
  hundredths: 'this model counts from 0 to 100, but pixels are declared.',
  corners: 'they look like corners, but centre and size are declared.',
  centres: 'they look like centre and size, but corners are declared.',
  swapped: 'they look as if y came before x.',
  outside: 'most lie outside the picture.',
  small: 'all lie in one corner of the picture.',
  'no-number': 'most are not numbers.',
};

/** The reasons and remedies in English; other languages have theirs in the message catalogue. */
export const packFailureTexts: PackFailureTexts = {
  'no-manifest': {
    reason: (subject) => `“${subject}” holds no manifest.json at its top.`,
    remedy: 'Drop the folder that holds it, or drop the .onnx file alone to be asked for the rest.',
  },
  'manifest-not-json': {
    reason: (subject, detail) => `“${subject}” is not valid JSON: ${detail}`,
    remedy: 'Correct it in a text editor; a comma too many or a missing quote is the usual cause.',
  },
  'manifest-too-long': {
    reason: (subject) => `“${subject}” is far too long for a manifest.`,
    remedy: 'Put long lists of labels into a file of their own and name it in "labelFile".',
  },
  'manifest-invalid': {
    reason: (_, detail) => `The manifest.json cannot be used: ${detail.replaceAll('\n', ' ')}`,
    remedy: 'Correct these fields and bring the pack in again.',
  },
  'file-missing': {
    reason: (subject) => `“${subject}” is named in manifest.json, but is not in the pack.`,
    remedy: 'Put the file there, or correct its "path" in "files".',
  },
  'file-empty': {
    reason: (subject) => `“${subject}” has no bytes.`,
    remedy: fetchAgain,
  },
  'file-short': {
    reason: (subject, detail) =>
      `“${subject}” is cut short: it has ${inPlaceOf(detail, 'not')}, as manifest.json says.`,
    remedy: fetchAgain,
  },
  'file-long': {
    reason: (subject, detail) =>
      `“${subject}” is not the file that manifest.json describes: it has ${inPlaceOf(detail, 'not')}.`,
    remedy: 'Put the right file there, or correct its "bytes" and "sha256" in "files".',
  },
  'file-unreadable': {
    reason: (subject, detail) => `“${subject}” could not be read from the disk (${detail}).`,
    remedy: 'Check that the drive is still plugged in, then bring the pack in again.',
  },
  'wrong-hash': {
    reason: (subject, detail) =>
      `“${subject}” was damaged or changed: its SHA-256 is ${detail}, which manifest.json does not say.`,
    remedy: 'Get the file again, or correct its "sha256" in "files" if you changed it yourself.',
  },
  'not-onnx': {
    reason: (subject) => `“${subject}” is named like an ONNX model but holds something else.`,
    remedy: 'Open it in a text editor: a web page or a note in it means that the download went wrong.',
  },
  'only-a-pointer': {
    reason: (subject) => `“${subject}” is a Git LFS pointer of a few lines, not the model itself.`,
    remedy: 'Run `git lfs pull` in its repository, or use the download button of its web page.',
  },
  'onnx-truncated': {
    reason: (subject) => `“${subject}” ends in the middle of the model.`,
    remedy: fetchAgain,
  },
  'external-data': {
    reason: (subject, detail) =>
      `“${subject}” keeps weights in another file, ${detail}, which is not part of what was brought.`,
    remedy:
      'Put it beside the model and list it in "files" of manifest.json with kind "data", or save all as one file: in Python, onnx.save(onnx.load("model.onnx"), "one-file.onnx").',
  },
  'model-too-large': {
    reason: (subject, detail) =>
      `“${subject}” has ${detail}; WebAssembly in a browser can hold 2 GiB in all.`,
    remedy: 'Use a smaller or a quantised version of the model (float16 or int8).',
  },
  'input-missing': {
    reason: (subject, detail) =>
      `"input.name" is "${subject}", but the model has no such input; it has: ${detail}.`,
    remedy: 'Correct "input.name" in manifest.json.',
  },
  'output-missing': {
    reason: (subject, detail) =>
      `The manifest names the output "${subject}", but the model has none of that name; it has: ${detail}.`,
    remedy: 'Correct the name in "output" of manifest.json.',
  },
  'missing-operator': {
    reason: (subject, detail) =>
      `“${subject}” uses an operator that the runtime in the browser lacks: ${detail}`,
    remedy: 'Export it with standard operators of opset 21 or lower, without custom or contributed ones.',
  },
  'model-refused': {
    reason: (subject, detail) => `The runtime in the browser refused “${subject}”: ${detail}`,
    remedy: saveAgain,
  },
  'no-memory': {
    reason: (subject, detail) => `The browser had too little memory for “${subject}” (${detail}).`,
    remedy:
      'Close other tabs and programs and try again, or use a smaller or quantised version of the model.',
  },
  'output-misfit': {
    reason: (_, detail) => detail,
    remedy: 'Correct "labels" (their number and order) or "output.decoder" in manifest.json.',
  },
  'boxes-misfit': {
    reason: (subject, fault) =>
      `The boxes of “${subject}” cannot be right: ${boxFaults[fault] ?? ''} People could not be covered by them.`,
    remedy:
      'Declare what the model gives: "boxes": "fractions" in "output" of manifest.json where it counts from 0 to 1, and the "decoder" that reads its four numbers; or export it so that boxes are in pixels of its input.',
  },
  'trial-failed': {
    reason: (subject, detail) => `“${subject}” failed on its first picture: ${detail}`,
    remedy: 'Check "input" in manifest.json: name, layout, type, width and height.',
  },
  'trial-stalled': {
    reason: (subject) => `“${subject}” gave no answer within five minutes.`,
    remedy: 'It is too slow for this machine, or stuck. Use a smaller model.',
  },
  'zip-damaged': {
    reason: (subject, detail) => `“${subject}” is not a whole .zip archive: ${detail}`,
    remedy: fetchAgain,
  },
  'zip-path': {
    reason: (subject, detail) =>
      `“${subject}” holds a file named “${detail}”, which points outside the archive.`,
    remedy: 'Do not trust this archive; ask whoever made it for another.',
  },
  'zip-encrypted': {
    reason: (subject) => `“${subject}” is locked with a password.`,
    remedy: 'Unpack it with the password and drop the folder instead.',
  },
  'zip-method': {
    reason: (subject, detail) => `“${subject}” is packed in a way the browser cannot unpack (${detail}).`,
    remedy: 'Unpack it with another program and drop the folder instead.',
  },
  'zip-too-many': {
    reason: (subject, detail) => `“${subject}” holds ${detail} files; a pack has a handful.`,
    remedy: 'Unpack it and drop the folder with manifest.json in it instead.',
  },
  'zip-bomb': {
    reason: (subject, detail) => `“${subject}” would unpack to far more than a model needs (${detail}).`,
    remedy: 'Do not trust this archive; ask whoever made it for another.',
  },
  'zip-nested': {
    reason: (subject, detail) =>
      `“${subject}” has no manifest.json at its top or in its one folder, but “${detail}” lies deeper.`,
    remedy: 'Unpack it and drop the folder that holds manifest.json.',
  },
  'zip-in-zip': {
    reason: (subject, detail) => `“${subject}” holds no pack, but “${detail}”, which is an archive itself.`,
    remedy: 'Unpack it and drop the archive or the folder that is in it.',
  },
  'no-model': {
    reason: (subject) => `“${subject}” holds neither a manifest.json nor an .onnx model.`,
    remedy: 'A pack has both at its top. A model in another format must be exported to ONNX first.',
  },
  'several-models': {
    reason: (subject, detail) =>
      `“${subject}” has no manifest.json and ${detail} .onnx files, so it is not clear which is meant.`,
    remedy: 'Drop one of the .onnx files alone, or add a manifest.json that names one.',
  },
  'not-for-images': {
    reason: (subject, detail) =>
      `“${subject}” takes no picture of three colours as its input; its inputs are: ${detail}.`,
    remedy: 'Export it with one image input of shape [1, 3, height, width] or [1, height, width, 3].',
  },
  'unknown-task': {
    reason: (subject, detail) =>
      `“${subject}” was exported for the task "${detail}", which cannot be read here.`,
    remedy: 'Detectors and classifiers can be used: export a model of task "detect" or "classify".',
  },
  'no-decoder': {
    reason: (subject, detail) =>
      `“${subject}” gives its answers in a form that cannot be read here; its outputs are: ${detail}.`,
    remedy:
      'Export it with its heads joined into one output, as YOLO, RT-DETR or a classifier gives it; docs/model-packs.md lists the forms.',
  },
  busy: {
    reason: (subject) =>
      `Another model is being brought in, here or in another tab, so “${subject}” has to wait.`,
    remedy: 'Let the other one finish, then try again.',
  },
  'storage-full': {
    reason: (subject) => `There is no room left for “${subject}” in this browser.`,
    remedy: 'Free space on the disk, or remove a model you do not use, then bring the pack in again.',
  },
  'storage-failed': {
    reason: (subject, detail) => `The browser could not keep “${subject}” (${detail}).`,
    remedy: 'A private window keeps no files: use a normal one. Else reload the page and try again.',
  },
};

/** A failure as it crosses from a worker to the page, where an error would lose everything but its message. */
export interface PackFault {
  code: PackFailureCode;
  subject: string;
  detail: string;
}

/** A model that cannot be taken in; its message holds the reason and the remedy. */
export class PackFailure extends Error {
  readonly fault: PackFault;

  constructor(code: PackFailureCode, subject: string, detail = '') {
    const { reason, remedy } = packFailureTexts[code];
    super(`${reason(subject, detail)} ${remedy}`);
    this.name = 'PackFailure';
    this.fault = { code, subject, detail };
  }

  /** The failure again, on the other side. */
  static from({ code, subject, detail }: PackFault): PackFailure {
    return new PackFailure(code, subject, detail);
  }
}
