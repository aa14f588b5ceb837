import { exportFormat } from '../exportFormat.ts';

/** Everything but the photos, for another laptop. */
export const project = exportFormat({
  name: 'project',
  plan: null,
  read: { kind: 'project', isIn: (has) => has('format', '"fieldsift-project"') },
});
