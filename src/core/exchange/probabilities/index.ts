import { exportFormat } from '../exportFormat.ts';

/** Each label's score of each photo. */
export const probabilities = exportFormat({
  name: 'probabilities',
  plan: async () => {
    const { probabilityMatrix } = await import('./probabilities.ts');
    return (snapshot) => ({ files: [probabilityMatrix(snapshot)], leftOut: [], refusals: [] });
  },
});
