import { chosenOf, type ChosenTexts, type ExportFormat } from '../../core/exchange/exportFormat.ts';
import { gallery } from '../../core/exchange/gallery/index.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { PreparedExport } from './exports.ts';
import { galleryExport } from './galleryExport.ts';
import { projectExport } from './projectExport.ts';

/** What makes the formats that are more than text from the survey: of photos, thumbnails or everything that is kept. */
const makers: Readonly<Record<string, (app: Fieldsift, chosen: ChosenTexts) => PreparedExport>> = {
  gallery: (app, chosen) => galleryExport(app, chosenOf(gallery.fields, chosen).reviewers === 'named'),
  share: (app) => inFolder('share', app.sharing.prepare()),
  project: projectExport,
};

/** @throws RangeError where nothing makes a format of that name */
export function pageExport({ name }: ExportFormat, app: Fieldsift, chosen: ChosenTexts): PreparedExport {
  const make = makers[name];
  if (!make) throw new RangeError(`nothing makes the export ${name}`);
  return make(app, chosen);
}

function inFolder(folder: string, prepared: PreparedExport): PreparedExport {
  const files = prepared.files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  return { ...prepared, files };
}
