import type { Figure } from './figures.ts';
import type { Results } from './results.ts';

/** Three figures or so. */
export const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function cell(figure: Figure | undefined): string {
  if (!figure) return '–';
  return `${digits(figure.median)} (${digits(figure.min)}–${digits(figure.max)})`;
}

/** Rows as a table in Markdown, the first one its head. */
export function lines(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** What each ratio of the goals has to reach. */
const goals: [name: keyof Results['ratios'], words: string, goal: string][] = [
  ['pipeline_vs_transformersjs', 'whole pipeline, MobileNetV2-like, against transformers.js', '≥ 8'],
  ['pipeline_vs_native', 'whole pipeline, Lookout, against sharp + onnxruntime-node', '≥ 0.8'],
  ['decode_vs_sharp', 'photo to tensor at 320 px, against sharp', '≥ 0.8'],
  ['two_workers_vs_one', 'two workers against one, Lookout', '≥ 1.7'],
  ['overhead_share', 'share of time outside decoding and the model, Lookout', '≤ 0.15'],
];

/** What the browser itself leaves of the goals: its decoder and WebAssembly, with nothing of Fieldsift's around them. */
const bounds: [name: keyof Results['ratios'], words: string][] = [
  ['bare_vs_transformersjs', 'decoding and the model alone, MobileNetV2-like, against transformers.js'],
  ['bare_vs_native', 'decoding and the model alone, Lookout, against sharp + onnxruntime-node'],
  ['inference_vs_native_lookout', 'the model alone, Lookout, against onnxruntime-node'],
  ['processor_time_vs_native', 'processor time of a photo, Lookout, native against Fieldsift'],
];

/** The tables of a run, in Markdown: photos per second of every program, the ratios, and what bounds them. */
export function resultTables({ models, ratios, machine, versions, photos, rounds }: Results): string {
  const speeds = [
    ['photos per second', 'Fieldsift', 'native', 'transformers.js'],
    ...models.map(({ title, pipeline }) => [
      title,
      cell(pipeline['fieldsift']),
      cell(pipeline['native']),
      cell(pipeline['transformers']),
    ]),
  ];
  const parts = [
    ['ms', 'Fieldsift', 'native', 'transformers.js'],
    ...models.flatMap(({ title, decode, infer }) => [
      [
        `photo to tensor: ${title}`,
        cell(decode['fieldsift']),
        cell(decode['native']),
        cell(decode['transformers']),
      ],
      [
        `the model alone: ${title}`,
        cell(infer['fieldsift']),
        cell(infer['native']),
        cell(infer['transformers']),
      ],
    ]),
  ];
  const standing = [
    ['', 'measured', 'goal'],
    ...goals.map(([name, words, goal]) => [words, cell(ratios[name]), goal]),
  ];
  const bounding = [
    ['what bounds it', 'measured'],
    ...bounds.map(([name, words]) => [words, cell(ratios[name])]),
  ];
  const kind = photos.drawn ? 'drawn photos of 4000 x 3000' : 'photos';
  const words = [
    `Medians of ${rounds} interleaved rounds (least–greatest) on ${machine.processor}, ${machine.cores} cores,`,
    `${photos.count} ${kind}, ${photos.megabytes.toFixed(1)} MB each; ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  ].join(' ');
  return [words, lines(speeds), lines(parts), lines(standing), lines(bounding)].join('\n\n');
}

const begin = '<!-- bench: begin -->';
const end = '<!-- bench: end -->';

/** The README with the tables between its marks. @throws Error when it has lost them */
export function withTables(readme: string, tables: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no "${begin}" and "${end}".`);
  return `${readme.slice(0, from + begin.length)}\n\n${tables}\n\n${readme.slice(to)}`;
}
