import { parseCsv } from '../files/csv.ts';
import { readCamtrapDp } from './camtrapDp/camtrapDpPackage.ts';
import { camtrapDpProblems } from './camtrapDp/camtrapDpProblems.ts';
import type { FormatProblem } from './exportFile.ts';
import { megaDetectorProblems } from './megaDetector/megaDetectorProblems.ts';
import { hakunaMaDataProblems } from './probabilityMatrix.ts';
import { speciesNetProblems } from './speciesNet/speciesNetProblems.ts';
import type { WildlifeInsightsTable } from './wildlifeInsights/wildlifeInsightsColumns.ts';
import { wildlifeInsightsProblems } from './wildlifeInsights/wildlifeInsightsProblems.ts';
import { zooniverseProblems } from './zooniverse/zooniverseProblems.ts';

/** Text of the files by name. */
type Texts = ReadonlyMap<string, string>;

const first = (texts: Texts): string => [...texts.values()][0] ?? '';

const judges: Readonly<Record<string, (texts: Texts) => Iterable<FormatProblem>>> = {
  megadetector: (texts) => megaDetectorProblems([first(texts)]),
  speciesnet: (texts) => speciesNetProblems([first(texts)]),
  'speciesnet-5': (texts) => speciesNetProblems([first(texts)]),
  'camtrap-dp': (texts) => camtrapDpProblems(readCamtrapDp(texts)),
  'hakuna-ma-data': (texts) => hakunaMaDataProblems(parseCsv(first(texts))),
  'wildlife-insights': (texts) => {
    const tables = [...texts].map(([name, text]) => [name.replace('.csv', ''), text]);
    return wildlifeInsightsProblems(Object.fromEntries(tables) as Record<WildlifeInsightsTable, string>);
  },
  zooniverse: (texts) => [...texts].flatMap(([name, text]) => [...zooniverseProblems(name, text, null)]),
};

/** The most problems that are worth showing at once. */
const mostShown = 50;

/**
 * What readers of the format would stumble over in an export, 50 problems at most.
 *
 * @param texts of its files by name, without the folder that is the target's own
 * @throws RangeError for a target without rules
 */
export function judgeTexts(target: string, texts: Texts): readonly FormatProblem[] {
  const judge = judges[target];
  if (!judge) throw new RangeError(`no rules to judge ${target} by`);
  const problems: FormatProblem[] = [];
  for (const problem of judge(texts)) {
    problems.push(problem);
    if (problems.length === mostShown) break;
  }
  return problems;
}
