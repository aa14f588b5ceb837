import { exportFormat } from '../exportFormat.ts';

/** Independent records, as camtrapR reads them. */
export const recordTable = exportFormat({
  name: 'record-table',
  plan: async () => (await import('./recordTable.ts')).recordTableExport,
});
