import type { Surface } from './raster.ts';

/** Seven rows of five dots each, one digit of base 32 a row. */
const glyphs: Record<string, string> = {
  ...{ A: 'ehhvhhh', B: 'uhhuhhu', C: 'ehggghe', D: 'uhhhhhu', E: 'vgguggv', F: 'vgguggg', G: 'ehgnhhf' },
  ...{ H: 'hhhvhhh', I: 'e44444e', J: '72222ic', K: 'hikokih', L: 'ggggggv', M: 'hrllhhh', N: 'hhpljhh' },
  ...{ O: 'ehhhhhe', P: 'uhhuggg', Q: 'ehhhlid', R: 'uhhukih', S: 'fgge11u', T: 'v444444', U: 'hhhhhhe' },
  ...{ V: 'hhhhha4', W: 'hhhllla', X: 'hha4ahh', Y: 'hha4444', Z: 'v1248gv' },
  ...{ 0: 'ehjlphe', 1: '4c4444e', 2: 'eh1248v', 3: 'v2421he', 4: '26aiv22', 5: 'vgu11he', 6: '68guhhe' },
  ...{
    7: 'v124888',
    8: 'ehhehhe',
    9: 'ehhf12c',
    ':': '0cc0cc0',
    '/': '01248g0',
    '-': '000v000',
    '.': '00000cc',
  },
  ...{ '°': 'eae0000', '+': '044v440', "'": '4480000' },
};

function dotSize(height: number): number {
  return Math.max(1, Math.round(height / 440));
}

/** Height in pixels of the strip at the foot of a picture `height` pixels tall. */
export function infoBarHeight(height: number): number {
  return dotSize(height) * 15;
}

/** Burns a black strip into the foot of the picture, with a line of white text; unknown characters stay blank. */
export function drawInfoBar(surface: Surface, text: string): void {
  const { width, height, data } = surface;
  const dot = dotSize(height);
  const top = height - infoBarHeight(height);
  data.fill(10, top * width * 3);
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase();
  Array.from(plain).forEach((character, index) => {
    const rows = glyphs[character] ?? '0000000';
    const left = dot * (6 + index * 6);
    Array.from(rows).forEach((digit, row) => {
      const bits = Number.parseInt(digit, 32);
      for (let y = top + dot * (4 + row); y < top + dot * (5 + row); y++) {
        for (let x = left; x < Math.min(width, left + dot * 5); x++) {
          const column = Math.floor((x - left) / dot);
          if ((bits >> (4 - column)) & 1) data.fill(236, (y * width + x) * 3, (y * width + x) * 3 + 3);
        }
      }
    });
  });
}
