import { exportFormat } from '../exportFormat.ts';

/** Results as MegaDetector writes them, for Timelapse and other tools. */
export const megaDetector = exportFormat({
  name: 'megadetector',
  plan: async () => (await import('./megaDetectorExport.ts')).megaDetectorExport,
  check: async () => {
    const { megaDetectorProblems } = await import('./megaDetectorProblems.ts');
    return (texts) => megaDetectorProblems(texts.values());
  },
  read: {
    kind: 'results',
    // The images of COCO have a `file_name`.
    isIn: (has) =>
      has('detection_categories', '\\{') ||
      (has('images', '\\[') && has('file', '"') && !has('annotations', '\\[') && !has('file_name', '"')),
    scan: async () => (await import('./megaDetectorScan.ts')).scanMegaDetector,
  },
});
