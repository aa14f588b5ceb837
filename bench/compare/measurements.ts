import type { AppRun } from '../fieldsift/appRun.ts';
import type { Agreement } from './agreement.ts';

/** One model's measurements, a number for each round. Decoding and the model alone in ms, the rest in photos per second. */
export interface ModelMeasurements {
  id: string;
  title: string;
  decode: { fieldsift: number[]; native: number[]; transformers: number[] };
  infer: { fieldsift: number[]; native: number[]; transformers: number[] };
  pipeline: {
    fieldsift: number[];
    native: number[];
    transformers: number[];
    /** Decoding and the model without anything else, in as many workers as the app takes. */
    bare: number[];
    /** The app with one worker. */
    oneWorker: number[];
  };
  /** ms of processor time a photo, for the whole pipeline: what a busy machine blurs least. */
  cpu: { fieldsift: number[]; native: number[]; bare: number[] };
  /** Photos in flight at which native code was fastest. */
  inFlight: number;
  app: AppRun[];
  agreement: Agreement;
}

/** How much is measured of a model. */
export interface Effort {
  rounds: number;
  /** Photos of one decoding measurement, of one run of the app, and of one of transformers.js. */
  decoded: number;
  sifted: number;
  classified: number;
  /** Runs of the model alone, after as many to warm up. */
  runs: number;
  /** Photos that each worker of the app sifts before it counts: the browser compiles again what runs often. */
  warm: number;
  /** Whether the app is measured with one worker too. */
  oneWorker: boolean;
}

const quick: Effort = {
  rounds: 2,
  decoded: 8,
  sifted: 48,
  classified: 4,
  runs: 10,
  warm: 12,
  oneWorker: false,
};
const full: Effort = { ...quick, rounds: 5, decoded: 12, sifted: 96, classified: 8, runs: 20 };
/** Models for which two workers are compared with one. */
const twoAgainstOne = ['lookout', 'mobilenet-v2-like'];
/** A model of so many pixels takes ten times as long, and its code is warm after a few photos. */
const largePixels = 400 * 400;

/** How much is measured of a model, so that all of them together end in time. */
export function effortFor(id: string, input: { width: number; height: number }, isQuick: boolean): Effort {
  const effort = { ...(isQuick ? quick : full), oneWorker: twoAgainstOne.includes(id) };
  if (input.width * input.height < largePixels) return effort;
  return { ...effort, sifted: Math.ceil(effort.sifted / 3), runs: Math.ceil(effort.runs / 3), warm: 3 };
}
