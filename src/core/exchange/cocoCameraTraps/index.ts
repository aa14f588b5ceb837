import { exportFormat } from '../exportFormat.ts';

/** COCO Camera Traps, for training models. */
export const cocoCameraTraps = exportFormat({
  name: 'coco-camera-traps',
  plan: async () => (await import('./cocoCameraTrapsExport.ts')).cocoCameraTrapsExport,
});
