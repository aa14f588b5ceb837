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
  /** Photos in flight at which native code was fastest. */
  inFlight: number;
  app: AppRun[];
  agreement: Agreement;
}

/** How much is measured. */
export interface Effort {
  rounds: number;
  /** Photos of one decoding measurement, of one run of the app, and of one of transformers.js. */
  decoded: number;
  sifted: number;
  classified: number;
  runs: number;
}

export const fullEffort: Effort = { rounds: 5, decoded: 16, sifted: 96, classified: 10, runs: 20 };
export const quickEffort: Effort = { rounds: 2, decoded: 8, sifted: 48, classified: 4, runs: 10 };
