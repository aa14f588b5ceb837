import {
  placeDeployments,
  withPlaces,
  type PlacedDeployments,
} from '../../core/exchange/matching/placedDeployments.ts';
import {
  readPlaces,
  type PlaceColumns,
  type PlaceProblem,
} from '../../core/exchange/truthTable/placesTable.ts';
import { deploymentOf } from '../../core/photos/deployment.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { ImportReport } from './importReport.ts';
import { foldersIn } from './packageImport.ts';
import { nothingToAsk, stricterSide, type StricterSide } from './stricterSide.ts';

/** When the first photo of each folder was taken, by its camera's clock. */
function firstTimes(app: Fieldsift): (folder: string) => string | null {
  const first = new Map<string, string>();
  for (const { media } of app.survey.photos()) {
    const civil = media.metadata?.captureTime?.civil;
    const folder = deploymentOf(media.path);
    const known = first.get(folder);
    if (civil !== undefined && (known === undefined || civil < known)) first.set(folder, civil);
  }
  return (folder) => first.get(folder) ?? null;
}

/** A table of deployments or stations on its way in. */
export class PlacesImport {
  readonly name: string;
  readonly found: PlacedDeployments;
  /** Rows that cannot be used, as a spreadsheet counts them. */
  readonly problems: readonly { row: number; problem: PlaceProblem }[];
  /** What it would let go of what is held: then nothing of it is taken until somebody agrees. */
  readonly stricter: StricterSide;
  readonly #app: Fieldsift;

  /** @param lines headings first */
  constructor(name: string, lines: readonly (readonly string[])[], columns: PlaceColumns, app: Fieldsift) {
    this.name = name;
    this.#app = app;
    const { places, problems } = readPlaces(lines, columns);
    this.found = placeDeployments(places, foldersIn(app), undefined, firstTimes(app));
    this.problems = problems;
    this.stricter = stricterSide(app, { settings: withPlaces(app.survey.settings, this.found) });
  }

  take(letGo: boolean): Omit<ImportReport, 'name'> {
    const { rows, unmatched, timeless } = this.found;
    const { sequences, holdsSettings } = letGo ? nothingToAsk : this.stricter;
    const isTaken = rows.length > 0 && !holdsSettings;
    if (isTaken) this.#app.settings.put(withPlaces(this.#app.survey.settings, this.found), 'stations');
    return {
      places: isTaken ? rows.length : 0,
      heldBack: sequences,
      unmatched: [
        ...unmatched.map((file) => ({ file, reason: 'no-folder' as const })),
        ...timeless.map((file) => ({ file, reason: 'no-time' as const })),
      ],
    };
  }
}
