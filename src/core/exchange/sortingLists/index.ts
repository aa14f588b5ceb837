import { exportFormat } from '../exportFormat.ts';

/** A list and two scripts that copy the originals into folders. */
export const sortingLists = exportFormat({
  name: 'sorting-lists',
  fields: [
    { name: 'folders', kind: 'choice', values: ['label', 'deployment'] },
    { name: 'held', kind: 'choice', values: ['leave-out', 'apart'] },
  ],
  showsPhotos: true,
  plan: async () => {
    const { sortingListsExport } = await import('./sortingListsExport.ts');
    return (snapshot, { folders, held }, now) => sortingListsExport(snapshot, folders, held, now);
  },
});
