import { exportFormat } from '../exportFormat.ts';

/** Copies of the photos with people covered, and a report. */
export const share = exportFormat({ name: 'share', showsPhotos: true, plan: null });
