import { exportFormat } from '../exportFormat.ts';

/** Small pictures and manifests, for volunteers. */
export const zooniverse = exportFormat({
  name: 'zooniverse',
  fields: [
    { name: 'frames', kind: 'number', least: 1, most: 20, initial: 3 },
    { name: 'people', kind: 'choice', values: ['leave-out', 'cover'] },
  ],
  showsPhotos: true,
  plan: async () => {
    const { zooniverseExport } = await import('./zooniverseExport.ts');
    return (snapshot, { frames, people }) => zooniverseExport(snapshot, { mostFrames: frames, people });
  },
  check: async () => {
    const { zooniverseProblems } = await import('./zooniverseProblems.ts');
    return (texts) => [...texts].flatMap(([name, text]) => [...zooniverseProblems(name, text, null)]);
  },
});
