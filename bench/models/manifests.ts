import { classifierInput, classifierLabels, classifierOutput, classifierSide } from './classifiers.ts';
import { yoloInput, yoloOutput, yoloSide } from './yolo.ts';

const common = (id: string, name: string): Record<string, unknown> => ({
  schemaVersion: 1,
  id,
  version: '1.0',
  name,
  license: 'CC0-1.0',
  source: 'random weights, made by the benchmark',
  citation: 'none',
  description: 'For measuring speed only: its answers mean nothing.',
});

const threshold = { typical: 0.5, conservative: 0.25 };
const thresholds = { animal: threshold, person: threshold, vehicle: threshold, measuredOn: 'nothing' };

/** Both classifiers: the whole photo, stretched to a square. */
export function classifierManifest(id: string, name: string): Record<string, unknown> {
  return {
    ...common(id, name),
    task: 'classifier',
    input: {
      name: classifierInput,
      layout: 'NCHW',
      type: 'float32',
      width: classifierSide,
      height: classifierSide,
      colorOrder: 'RGB',
      range: [0, 1],
      mean: [0.5, 0.5, 0.5],
      std: [0.5, 0.5, 0.5],
      resize: { mode: 'stretch' },
      interpolation: 'bilinear',
      antialias: true,
    },
    output: { name: classifierOutput, decoder: 'classifier', activation: 'softmax' },
    labels: Array.from({ length: classifierLabels }, (_, index) => ({
      name: `species ${index + 1}`,
      role: 'animal',
    })),
    thresholds,
    runtime: { preferred: ['wasm'], notes: 'Random weights.' },
  };
}

/** The detector, as MegaDetector v5 but smaller. */
export function yoloManifest(id: string, name: string): Record<string, unknown> {
  return {
    ...common(id, name),
    task: 'detector',
    input: {
      name: yoloInput,
      layout: 'NCHW',
      type: 'float32',
      width: yoloSide,
      height: yoloSide,
      colorOrder: 'RGB',
      range: [0, 1],
      mean: [0, 0, 0],
      std: [1, 1, 1],
      resize: { mode: 'letterbox', align: 'center', padValue: 114 },
      interpolation: 'bilinear',
      antialias: true,
    },
    output: {
      name: yoloOutput,
      decoder: 'yolov5',
      nmsIou: 0.45,
      scoreFloor: 0.5,
      maxDetections: 100,
    },
    labels: ['animal', 'person', 'vehicle'].map((role) => ({ name: role, role })),
    thresholds,
    runtime: { preferred: ['wasm'], notes: 'Random weights.' },
  };
}
