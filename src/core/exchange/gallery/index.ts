import { exportFormat } from '../exportFormat.ts';

/** One page of pictures by kind, to open in any browser. */
export const gallery = exportFormat({
  name: 'gallery',
  fields: [{ name: 'reviewers', kind: 'choice', values: ['unnamed', 'named'] }],
  showsPhotos: true,
  plan: null,
});
