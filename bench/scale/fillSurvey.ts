import type { Page } from 'playwright';

/** Photos of each made-up camera folder. */
const photosPerSite = 1000;

/**
 * Grows the survey on the page to `count` photos, straight in its database: copies of the first sifted photo, at
 * cameras of a thousand photos, each under its own path, time and content, six of ten blank and the others with a box.
 * Each has a thumbnail, one of a few tiny ones.
 *
 * @returns seconds it took
 */
export async function fillSurvey(page: Page, count: number): Promise<number> {
  const started = performance.now();
  // What runs these scripts names functions by a function of its own, which the page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  await page.evaluate(
    async ({ wanted, perSite }) => {
      interface StoredMedia {
        id: string;
        folderId: string;
        path: string;
        contentKey: string;
        metadata: { captureTime: { civil: string; source: string } };
      }
      const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('the database refused'));
        });
      const database = await settled(indexedDB.open('fieldsift'));
      const reading = database.transaction(['media', 'outputs']);
      const [media] = (await settled(reading.objectStore('media').getAll(null, 1))) as StoredMedia[];
      const [output] = (await settled(reading.objectStore('outputs').getAll(null, 1))) as {
        contentKey: string;
      }[];
      if (!media || !output) throw new Error('sift one photo first');
      const share = (step: number): number => ((step * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
      // As `predictionText` writes it.
      const textOf = (index: number): string => {
        const kind = share(index);
        const labelScores = [0.03, 0.01, 0.01];
        const found = kind < 0.6 ? [] : [kind < 0.9 ? 0 : kind < 0.98 ? 1 : 2];
        const scores = found.map((label) => (labelScores[label] = 0.5 + share(index + 7) / 2));
        const boxes = found.flatMap(() => [share(index + 1) / 2, share(index + 2) / 2, 0.3, 0.3]);
        const parts = [
          Uint32Array.of(found.length),
          Float32Array.from([...scores, ...boxes, ...labelScores]),
          Uint16Array.from(found),
        ];
        return parts.map(({ buffer }) => String.fromCharCode(...new Uint8Array(buffer))).join('');
      };
      const [root = ''] = media.path.split('/');
      const pictures = await Promise.all(
        Array.from({ length: 24 }, async (_, kind) => {
          const canvas = new OffscreenCanvas(32, 24);
          const context = canvas.getContext('2d');
          if (!context) throw new Error('there is nothing to draw on');
          context.fillStyle = `hsl(${kind * 15} 40% ${20 + (kind % 5) * 15}%)`;
          context.fillRect(0, 0, 32, 24);
          context.fillStyle = 'white';
          context.fillRect(kind, (kind * 7) % 18, 8, 6);
          return (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer();
        }),
      );
      const pad = (value: number, length: number): string => String(value).padStart(length, '0');
      // What the app packed for opening says nothing of records that it did not write itself.
      await settled(
        database.transaction('blocks', 'readwrite').objectStore('blocks').clear() as IDBRequest<unknown>,
      );
      for (let from = 0; from < wanted; from += 2000) {
        const stores = ['media', 'outputs', 'thumbnails'];
        const writing = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
        const done = new Promise((resolve, reject) => {
          writing.oncomplete = resolve;
          writing.onerror = () => reject(writing.error ?? new Error('the database refused'));
        });
        for (let index = from; index < Math.min(wanted, from + 2000); index += 1) {
          const site = Math.floor(index / perSite);
          const path = `${root}/Site ${pad(site, 3)}/IMG_${pad(index % perSite, 4)}.JPG`;
          // Bursts of three, two seconds apart, every twenty minutes.
          const seconds = Math.floor((index % perSite) / 3) * 1200 + (index % 3) * 2;
          const civil = new Date(Date.UTC(2025, 4, 1 + (site % 28)) + seconds * 1000)
            .toISOString()
            .slice(0, 19);
          const contentKey = pad(index, 32);
          const captureTime = { ...media.metadata.captureTime, civil, source: 'exif' };
          const metadata = { ...media.metadata, captureTime };
          const id = `${media.folderId}/${path}`;
          writing.objectStore('media').put({ ...media, id, path, contentKey, metadata });
          writing.objectStore('outputs').put({ ...output, text: textOf(index), contentKey });
          const bytes = pictures[Math.floor(index / 3) % pictures.length];
          writing.objectStore('thumbnails').put({ contentKey, mediaType: 'image/jpeg', bytes });
        }
        await done;
      }
      database.close();
    },
    { wanted: count, perSite: photosPerSite },
  );
  return (performance.now() - started) / 1000;
}
