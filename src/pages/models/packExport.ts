import type { KeptModel } from '../../core/models/pack/packModel.ts';
import { writeZip } from '../../platform/zipWriter.ts';
import { openModelFile } from '../../storage/modelRepository.ts';
import { manifestName } from './packSource.ts';

/**
 * A model that was brought in, as the .zip it can be brought in from again elsewhere.
 *
 * @throws DOMException when the browser has lost one of its files
 */
export async function exportPack(kept: KeptModel): Promise<{ name: string; archive: Blob }> {
  const manifest = new Blob([`${JSON.stringify(kept.manifest, null, 2)}\n`], { type: 'application/json' });
  const files = await Promise.all(
    kept.files.map(async ({ path }) => ({ path, content: await openModelFile(kept, path) })),
  );
  const archive = await writeZip([{ path: manifestName, content: manifest }, ...files]);
  return { name: `${kept.manifest.id}-${kept.manifest.version}.zip`.replace(/[^\w.-]+/g, '-'), archive };
}
