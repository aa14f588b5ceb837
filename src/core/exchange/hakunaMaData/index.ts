import { parseCsv } from '../../files/csv.ts';
import { exportFormat } from '../exportFormat.ts';

/** A submission to the Hakuna Ma-data benchmark of the Serengeti. */
export const hakunaMaData = exportFormat({
  name: 'hakuna-ma-data',
  plan: async () => (await import('./hakunaMaData.ts')).hakunaMaDataExport,
  check: async () => {
    const { hakunaMaDataProblems } = await import('./hakunaMaData.ts');
    return (texts) => [...texts.values()].flatMap((text) => [...hakunaMaDataProblems(parseCsv(text))]);
  },
});
