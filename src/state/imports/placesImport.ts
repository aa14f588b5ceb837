import {
  placeDeployments,
  withPlaces,
  type PlacedDeployments,
} from '../../core/formats/matching/placedDeployments.ts';
import {
  readPlaces,
  type PlaceColumns,
  type PlaceProblem,
} from '../../core/formats/truthTable/placesTable.ts';
import type { Fieldsift } from '../fieldsift.svelte.ts';
import type { ImportReport } from './importReport.ts';
import { foldersIn } from './packageImport.ts';

/** A table of deployments or stations on its way in. */
export class PlacesImport {
  readonly name: string;
  readonly found: PlacedDeployments;
  /** Rows that cannot be used, as a spreadsheet counts them. */
  readonly problems: readonly { row: number; problem: PlaceProblem }[];
  readonly #app: Fieldsift;

  /** @param lines headings first */
  constructor(name: string, lines: readonly (readonly string[])[], columns: PlaceColumns, app: Fieldsift) {
    this.name = name;
    this.#app = app;
    const { places, problems } = readPlaces(lines, columns);
    this.found = placeDeployments(places, foldersIn(app));
    this.problems = problems;
  }

  take(): Omit<ImportReport, 'name'> {
    const { rows, unmatched } = this.found;
    if (rows.length > 0)
      this.#app.settings.put(withPlaces(this.#app.survey.settings, this.found), 'stations');
    return { places: rows.length, unmatched: unmatched.map((file) => ({ file, reason: 'no-folder' })) };
  }
}
