import type { CsvCell } from '../../files/csv.ts';
import type { Drawing } from './drawing.ts';

/** What a chart shows, as a table: the same for those who cannot see it, and for R. */
export interface FigureTable {
  columns: string[];
  rows: CsvCell[][];
}

/** A chart with everything that goes with it. */
export interface Figure {
  /** Of its files, without an ending. */
  fileName: string;
  title: string;
  /** What is counted, in which unit, and of how many. */
  note: string;
  /** What it shows, in one sentence. */
  summary: string;
  table: FigureTable;
  /** @param width px, at least 240 */
  draw(width: number): Drawing;
}
