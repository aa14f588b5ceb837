/** What a mark stands for; the screen and the saved picture each have their own colour for it. */
export type Tone =
  | 'ink'
  | 'soft'
  | 'line'
  | 'accent'
  | 'animal'
  | 'person'
  | 'vehicle'
  | 'blank'
  | 'night'
  | 'twilight'
  | 'lane'
  | 'sheet';

interface Toned {
  tone: Tone;
  /** 0-1; 1 when left out. */
  opacity?: number;
}

/** Lengths are px, from the upper left corner of the drawing. */
export type Mark =
  | ({ kind: 'rectangle'; x: number; y: number; width: number; height: number } & Toned)
  | ({
      kind: 'line';
      x1: number;
      y1: number;
      x2: number;
      y2: number;
      dashed?: boolean;
      weight?: number;
    } & Toned)
  | ({ kind: 'path'; path: string; filled: boolean; dashed?: boolean } & Toned)
  | ({ kind: 'circle'; x: number; y: number; radius: number; hollow?: boolean } & Toned)
  | ({
      kind: 'text';
      /** `y` is the baseline. */
      x: number;
      y: number;
      text: string;
      anchor: 'start' | 'middle' | 'end';
      size: number;
      italic?: boolean;
      bold?: boolean;
    } & Toned);

/** A chart as plain marks, drawn in their order. */
export interface Drawing {
  width: number;
  height: number;
  marks: Mark[];
}

/** Size of the letters on axes, and of smaller notes, in px. */
export const textSize = { axis: 12, small: 11 };

/** About how wide a text is in px; letters differ, so leave room. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  const most = Math.max(1, Math.floor(width / (size * 0.56)));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
