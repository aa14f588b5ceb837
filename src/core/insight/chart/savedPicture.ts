import type { Mark, Tone } from './drawing.ts';
import type { Figure } from './figure.ts';

/** Colours of a saved picture, which lies on white paper whatever the screen shows. */
const colours: Record<Tone, string> = {
  ink: '#1d2420',
  soft: '#515b53',
  line: '#dcd8cc',
  accent: '#22573a',
  animal: '#2c6a3f',
  person: '#9a3412',
  vehicle: '#1f5a94',
  blank: '#5c6159',
  night: '#c3c9d6',
  twilight: '#e6e3ee',
  lane: '#efece4',
  sheet: '#ffffff',
};

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      const text = typeof value === 'number' ? String(Number(value.toFixed(2))) : escaped(value);
      return [` ${name}="${text}"`];
    })
    .join('');
}

function markText(mark: Mark): string {
  const colour = colours[mark.tone];
  const { opacity } = mark;
  switch (mark.kind) {
    case 'rectangle': {
      const { x, y, width, height } = mark;
      return `<rect${attributes({ x, y, width, height, fill: colour, 'fill-opacity': opacity })}/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2, weight = 1, dashed } = mark;
      return `<line${attributes({ x1, y1, x2, y2, stroke: colour, 'stroke-width': weight, 'stroke-dasharray': dashed ? '4 3' : undefined, 'stroke-opacity': opacity })}/>`;
    }
    case 'path':
      return mark.filled
        ? `<path${attributes({ d: mark.path, fill: colour, 'fill-opacity': opacity })}/>`
        : `<path${attributes({ d: mark.path, fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-opacity': opacity, 'stroke-dasharray': mark.dashed ? '4 3' : undefined })}/>`;
    case 'circle': {
      const circle = { cx: mark.x, cy: mark.y, r: mark.radius };
      return mark.hollow
        ? `<circle${attributes({ ...circle, fill: 'none', stroke: colour, 'stroke-width': 1.5 })}/>`
        : `<circle${attributes({ ...circle, fill: colour, 'fill-opacity': opacity })}/>`;
    }
    case 'text': {
      const { x, y, anchor, size, italic, bold } = mark;
      const style = { 'font-style': italic ? 'italic' : undefined, 'font-weight': bold ? '600' : undefined };
      return `<text${attributes({ x, y, 'text-anchor': anchor, 'font-size': size, fill: colour, ...style })}>${escaped(mark.text)}</text>`;
    }
  }
}

/** Words in lines of about so many letters. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A picture that stands alone, with its title and what is counted above it. */
export interface SavedPicture {
  width: number;
  height: number;
  /** An SVG 1.1 document. */
  svg: string;
}

/** A chart as a file: on white, with title, units and n. @param width px */
export function savedPicture(figure: Figure, width = 760): SavedPicture {
  const border = 20;
  const drawing = figure.draw(width - 2 * border);
  const note = wrapped(figure.note, (width - 2 * border) / 6.4);
  const top = border + 24 + note.length * 16 + 12;
  const height = Math.ceil(top + drawing.height + border);
  const head: Mark[] = [
    {
      kind: 'text',
      x: border,
      y: border + 14,
      text: figure.title,
      anchor: 'start',
      size: 17,
      bold: true,
      tone: 'ink',
    },
    ...note.map((text, line): Mark => ({
      kind: 'text',
      x: border,
      y: border + 36 + line * 16,
      text,
      anchor: 'start',
      size: 12,
      tone: 'soft',
    })),
  ];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">`,
    `<title>${escaped(figure.title)}</title>`,
    `<desc>${escaped(figure.summary)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...head.map(markText),
    `<g transform="translate(${border} ${top})">`,
    ...drawing.marks.map(markText),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
  return { width, height, svg };
}
