import { exportFormat } from '../exportFormat.ts';

/** Animals as occurrences of Darwin Core. */
export const darwinCore = exportFormat({
  name: 'darwin-core',
  plan: async () => (await import('./darwinCoreExport.ts')).darwinCoreExport,
});
