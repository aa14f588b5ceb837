import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawnSnapshot } from '../../../tests/fixtures/drawnSurvey.ts';
import { camtrapDpExport } from './camtrapDp/camtrapDpExport.ts';
import { cocoCameraTrapsExport } from './cocoCameraTraps/cocoCameraTrapsExport.ts';
import { darwinCoreExport } from './darwinCore/darwinCoreExport.ts';
import { textOf } from './exportFile.ts';
import { galleryParts, pictureText } from './gallery/gallery.ts';
import { megaDetectorExport } from './megaDetector/megaDetectorExport.ts';
import { recordTableExport } from './recordTable.ts';
import { speciesNetExport } from './speciesNet/speciesNetExport.ts';
import { deploymentsTable } from './tables/deploymentsTable.ts';
import { detectionsTable } from './tables/detectionsTable.ts';
import { eventsTable } from './tables/eventsTable.ts';
import { photosTable } from './tables/photosTable.ts';
import { sequencesTable } from './tables/sequencesTable.ts';
import { wildlifeInsightsExport } from './wildlifeInsights/wildlifeInsightsExport.ts';
import { zooniverseExport } from './zooniverse/zooniverseExport.ts';
import { leftOutText } from '../../words/exportTexts.ts';

// Files as the app writes them, to see in a review what a change does to them; `vitest -u` renews them.
const survey = drawnSnapshot();
const files = [
  photosTable(survey),
  sequencesTable(survey),
  eventsTable(survey),
  detectionsTable(survey),
  deploymentsTable(survey),
  ...[
    megaDetectorExport,
    speciesNetExport,
    camtrapDpExport,
    wildlifeInsightsExport,
    zooniverseExport,
    recordTableExport,
    darwinCoreExport,
    cocoCameraTrapsExport,
  ].flatMap((write) => write(survey).files),
  {
    path: 'gallery.html',
    text: () =>
      [...galleryParts(survey, leftOutText)].map((part) =>
        typeof part === 'string' ? part : pictureText(part, null),
      ),
  },
].map((file) => ({ path: file.path, text: textOf(file) }));

it.each(files)('$path of the drawn survey is as it was', async ({ path, text }) => {
  const golden = join(import.meta.dirname, '../../../tests/fixtures/exports', `${path}.golden`);
  await expect(text).toMatchFileSnapshot(golden);
});
