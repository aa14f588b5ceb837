import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { exifBlock } from '../../src/drawn/exifBlock.ts';
import { encodeJpeg } from '../../src/drawn/jpegEncoder.ts';
import { createSurface } from '../../src/drawn/raster.ts';

export type TableRow = Readonly<Record<string, string>>;

/** The rows of a table by the names of its columns, read by a parser that is not the app's. */
export function tableRows(text: string): TableRow[] {
  return Papa.parse<TableRow>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

const size = { width: 32, height: 24 };

/** A small picture like no other of its survey, taken when the package says. */
function photoOf({ timestamp = '', deploymentID = '' }: TableRow, index: number): Uint8Array {
  const surface = createSurface(size.width, size.height);
  for (let at = 0; at < surface.data.length; at += 1)
    surface.data[at] = (index * 37 + at * (1 + (index % 5))) % 256;
  const exif = exifBlock({
    ...{ make: 'RECONYX', model: 'HF2X', serial: deploymentID, civil: timestamp.slice(0, 19) },
    ...{ subsecond: null, orientation: 1, coordinates: null, ...size },
  });
  return encodeJpeg(surface, 80, exif);
}

/**
 * Makes photos for a Camtrap DP package, each in the folder of its deployment, and results of a detector that found
 * nothing in them, so that no model need look.
 *
 * @returns the text of the results, MegaDetector JSON
 */
export async function makePackagePhotos(media: readonly TableRow[], folder: string): Promise<string> {
  const images: object[] = [];
  for (const [index, row] of media.entries()) {
    const path = join(folder, row['deploymentID'] ?? '', row['fileName'] ?? '');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, photoOf(row, index));
    images.push({ file: `${row['deploymentID']}/${row['fileName']}`, detections: [] });
  }
  const categories = { '1': 'animal', '2': 'person', '3': 'vehicle' };
  return JSON.stringify({ images, detection_categories: categories, info: { format_version: '1.4' } });
}
