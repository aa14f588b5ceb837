import { digits, lines } from './table.ts';

/** What a large survey costs; NaN for what was not measured. */
export interface ScaleFigures {
  /** Seconds until the first screen of 100,000 photos answers, from the second opening on. */
  open_100000_seconds: number;
  /** ms of processor time for grouping, deciding, the people gate and what stands of 100,000 photos. */
  decide_100000_milliseconds: number;
  /** ms of processor time from a changed setting to the picture that shows it, in a survey of 10,000; of the slowest. */
  setting_10000_milliseconds: number;
  /** What a photo costs the page and the database in a survey of 100,000, as against one of 1,000. */
  cost_100000_vs_1000: number;
  /** The longest task in ms while sequences of 100,000 photos are reviewed by keyboard; 0 for none over 50. */
  key_task_milliseconds: number;
  /** The page's memory after many photos as against after few. */
  memory_many_vs_few: number;
  first_load_seconds: number;
  page_script_kilobytes: number;
}

const goals: readonly [name: keyof ScaleFigures, words: string, unit: string, most: number][] = [
  ['open_100000_seconds', '100,000 photos: open, until the first screen answers', ' s', 2],
  ['decide_100000_milliseconds', '100,000 photos: group, decide, gate and count anew', ' ms', 250],
  ['setting_10000_milliseconds', '10,000 photos: the slowest setting, until its picture', ' ms', 16.7],
  ['cost_100000_vs_1000', 'cost of a photo at 100,000 against at 1,000', '', 1.2],
  ['key_task_milliseconds', '100,000 photos: longest task while reviewing by keyboard', ' ms', 50],
  ['memory_many_vs_few', 'memory of the page after many photos against after few', '', 1.15],
  ['first_load_seconds', 'from the address to a usable page, everything kept', ' s', 1],
  ['page_script_kilobytes', 'the page’s own script, compressed', ' kB', 150],
];

/** Each figure beside its goal, and whether it is reached, as a table in Markdown. */
export function scaleTable(figures: ScaleFigures): string {
  return lines([
    ['', 'measured', 'goal', 'reached'],
    ...goals.map(([name, words, unit, most]) => {
      const value = figures[name];
      const reached = Number.isNaN(value) ? 'not measured' : value <= most ? 'yes' : 'no';
      return [words, Number.isNaN(value) ? '–' : `${digits(value)}${unit}`, `≤ ${most}${unit}`, reached];
    }),
  ]);
}
