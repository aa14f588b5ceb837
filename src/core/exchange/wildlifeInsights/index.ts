import { exportFormat } from '../exportFormat.ts';
import type { WildlifeInsightsTable } from './wildlifeInsightsColumns.ts';

/** The four tables of Wildlife Insights' batch upload. */
export const wildlifeInsights = exportFormat({
  name: 'wildlife-insights',
  fields: [
    { name: 'projectId', kind: 'text' },
    { name: 'country', kind: 'text' },
    { name: 'admin', kind: 'text' },
    { name: 'adminEmail', kind: 'text' },
    { name: 'locationPrefix', kind: 'text' },
  ],
  plan: async () => {
    const { wildlifeInsightsExport } = await import('./wildlifeInsightsExport.ts');
    return (snapshot, chosen) =>
      wildlifeInsightsExport(snapshot, { ...chosen, projectId: chosen.projectId || snapshot.id });
  },
  check: async () => {
    const { wildlifeInsightsProblems } = await import('./wildlifeInsightsProblems.ts');
    return (texts) => {
      const tables = [...texts].map(([name, text]) => [name.replace('.csv', ''), text]);
      return wildlifeInsightsProblems(Object.fromEntries(tables) as Record<WildlifeInsightsTable, string>);
    };
  },
});
