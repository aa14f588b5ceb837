import { camtrapDpExport } from '../../core/exchange/camtrapDp/camtrapDpExport.ts';
import { cocoCameraTrapsExport } from '../../core/exchange/cocoCameraTraps/cocoCameraTrapsExport.ts';
import { darwinCoreExport } from '../../core/exchange/darwinCore/darwinCoreExport.ts';
import type { ExportPlan } from '../../core/exchange/exportFile.ts';
import { megaDetectorExport } from '../../core/exchange/megaDetector/megaDetectorExport.ts';
import { hakunaMaDataExport, probabilityMatrix } from '../../core/exchange/probabilityMatrix.ts';
import { recordTableExport } from '../../core/exchange/recordTable.ts';
import { speciesNetExport } from '../../core/exchange/speciesNet/speciesNetExport.ts';
import { deploymentsTable } from '../../core/exchange/tables/deploymentsTable.ts';
import { detectionsTable } from '../../core/exchange/tables/detectionsTable.ts';
import { eventsTable } from '../../core/exchange/tables/eventsTable.ts';
import { photosTable } from '../../core/exchange/tables/photosTable.ts';
import { sequencesTable } from '../../core/exchange/tables/sequencesTable.ts';
import { wildlifeInsightsExport } from '../../core/exchange/wildlifeInsights/wildlifeInsightsExport.ts';
import { zooniverseExport } from '../../core/exchange/zooniverse/zooniverseExport.ts';
import { sortingListsExport } from '../../core/exchange/share/sortingListsExport.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import {
  camtrapDpOptions,
  heldOriginals,
  sortingFolders,
  wildlifeInsightsOptions,
  zooniverseOptions,
  type ExportOptions,
} from './exportOptions.ts';

/**
 * What plans each target whose text follows from the survey alone. `now` is the survey as it stands when a file is read,
 * for those that ask the people gate once more then.
 */
export const exportPlanners: Readonly<
  Record<string, (snapshot: SurveySnapshot, options: ExportOptions, now?: () => SurveySnapshot) => ExportPlan>
> = {
  tables: (snapshot) => ({
    files: [photosTable, sequencesTable, eventsTable, detectionsTable, deploymentsTable].map((table) =>
      table(snapshot),
    ),
    leftOut: [],
    refusals: [],
  }),
  megadetector: megaDetectorExport,
  speciesnet: (snapshot) => speciesNetExport(snapshot),
  'speciesnet-5': (snapshot) => {
    const plan = speciesNetExport(snapshot, 5);
    return { ...plan, files: plan.files.map((file) => ({ ...file, path: 'speciesnet-5.json' })) };
  },
  'camtrap-dp': (snapshot, options) => camtrapDpExport(snapshot, camtrapDpOptions(options, snapshot)),
  'wildlife-insights': (snapshot, options) =>
    wildlifeInsightsExport(snapshot, wildlifeInsightsOptions(options, snapshot)),
  zooniverse: (snapshot, options) => zooniverseExport(snapshot, zooniverseOptions(options)),
  'hakuna-ma-data': hakunaMaDataExport,
  probabilities: (snapshot) => ({ files: [probabilityMatrix(snapshot)], leftOut: [], refusals: [] }),
  'darwin-core': darwinCoreExport,
  'coco-camera-traps': cocoCameraTrapsExport,
  'record-table': recordTableExport,
  'sorting-lists': (snapshot, options, now) =>
    sortingListsExport(snapshot, sortingFolders(options), heldOriginals(options), now),
};
