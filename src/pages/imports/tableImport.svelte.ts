import type { UnknownWord } from '../../core/insight/evaluation/truthWords.ts';
import { parseCsv } from '../../core/files/csv.ts';
import type { LabelReviews } from '../../core/exchange/matching/labelReviews.ts';
import { placeColumns } from '../../core/exchange/truthTable/placesTable.ts';
import {
  guessTruthColumns,
  namesPhotos,
  type TruthColumns,
  type TruthField,
} from '../../core/exchange/truthTable/truthColumns.ts';
import { readTruthTable, type TruthTable } from '../../core/exchange/truthTable/truthTable.ts';
import { UnreadableFileError } from '../../core/files/unreadableFile.ts';
import { readText } from '../../platform/textFile.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { ImportReport } from './importReport.ts';
import { previewLabels, stricterLabels, takeLabels } from './labelImport.ts';
import { PlacesImport } from './placesImport.ts';
import { nothingToAsk, type StricterSide } from './stricterSide.ts';

/** Rows that are shown. */
const mostShown = 5;

/** A table of somebody's labels on its way in: which column holds what is guessed, and changed by the person. */
export class TableImport {
  readonly name: string;
  /** Headings first. */
  readonly lines: readonly (readonly string[])[];
  columns = $state.raw() as TruthColumns;
  readonly #app: Fieldsift;

  private constructor(name: string, lines: readonly (readonly string[])[], app: Fieldsift) {
    this.name = name;
    this.lines = lines;
    this.columns = guessTruthColumns(lines);
    this.#app = app;
  }

  /** @throws UnreadableFileError when it holds no table */
  static async open(name: string, file: Blob, app: Fieldsift): Promise<TableImport | PlacesImport> {
    const lines = parseCsv(await readText(file));
    if (lines.length < 2 || (lines[0]?.length ?? 0) < 2) throw new UnreadableFileError('no-table');
    const columns = placeColumns(lines[0] ?? []);
    // A table of labels may have coordinates beside each photo.
    const isOfPhotos = namesPhotos(lines);
    return columns && !isOfPhotos
      ? new PlacesImport(name, lines, columns, app)
      : new TableImport(name, lines, app);
  }

  get headings(): readonly string[] {
    return this.lines[0] ?? [];
  }

  get firstRows(): readonly (readonly string[])[] {
    return this.lines.slice(1, 1 + mostShown);
  }

  /** What the table says by the columns that are chosen. */
  readonly #read: TruthTable | null = $derived.by(() =>
    this.columns.file === null ? null : readTruthTable(this.lines, this.columns),
  );

  /** What becomes of it; null while no column names the photos. */
  readonly found: LabelReviews | null = $derived.by(
    () => this.#read && previewLabels(this.#read.labels, this.name, this.#app),
  );

  readonly stricter: StricterSide = $derived.by(() =>
    this.found ? stricterLabels(this.found, this.#app) : nothingToAsk,
  );

  /** Rows that say nothing that is understood. */
  readonly passedOver: TruthTable['passedOver'] = $derived.by(() => this.#read?.passedOver ?? []);

  /** Names that would come in as animals of that name, and are near one that is known: slips of the pen, perhaps. */
  readonly slips: readonly UnknownWord[] = $derived.by(() =>
    this.#app.trust.slipsAmong(
      (this.#read?.labels ?? []).map(({ observations }) => ({
        file: '',
        labels: observations.flatMap(({ taxon }) => taxon?.scientificName ?? []),
      })),
    ),
  );

  /** Takes a column for something else, or for nothing. */
  choose(field: TruthField, column: number | null): void {
    this.columns = { ...this.columns, [field]: column };
  }

  /** @throws UnreadableFileError when no column names the photos */
  take(letGo: boolean): Omit<ImportReport, 'name'> {
    if (!this.found) throw new UnreadableFileError('no-file-column');
    const stricter = letGo ? nothingToAsk : this.stricter;
    return {
      ...takeLabels(this.found, this.#app, stricter),
      ...{ unmatched: this.found.matches.unmatched, heldBack: stricter.sequences },
    };
  }
}
