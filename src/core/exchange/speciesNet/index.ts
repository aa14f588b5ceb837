import { exportFormat } from '../exportFormat.ts';

const check = async () => {
  const { speciesNetProblems } = await import('./speciesNetProblems.ts');
  return (texts: ReadonlyMap<string, string>) => speciesNetProblems(texts.values());
};

/** Predictions as version 4 of SpeciesNet writes them: one classification for each photo. */
export const speciesNet = exportFormat({
  name: 'speciesnet',
  plan: async () => {
    const { speciesNetExport } = await import('./speciesNetExport.ts');
    return (snapshot) => speciesNetExport(snapshot, 4);
  },
  check,
  read: {
    kind: 'results',
    isIn: (has, { isList }) => has('predictions', '\\[') || (isList && has('prediction_source', '"')),
    scan: async () => (await import('./speciesNetScan.ts')).scanSpeciesNet,
  },
});

/** Predictions as SpeciesNet writes them from version 5: one classification for each box. */
export const speciesNet5 = exportFormat({
  name: 'speciesnet-5',
  plan: async () => {
    const { speciesNetExport } = await import('./speciesNetExport.ts');
    return (snapshot) => speciesNetExport(snapshot, 5);
  },
  check,
});
