import { exportFormat } from '../exportFormat.ts';

/** Photos, sequences, events, boxes and deployments, for any spreadsheet. */
export const tables = exportFormat({
  name: 'tables',
  fields: [{ name: 'hashes', kind: 'choice', values: ['no', 'yes'] }],
  plan: async () => (await import('./tables.ts')).planTables,
});
