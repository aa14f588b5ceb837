import { readCamtrapDp } from '../../core/exchange/camtrapDp/camtrapDpPackage.ts';
import { camtrapDpProblems } from '../../core/exchange/camtrapDp/camtrapDpProblems.ts';
import { parseCsv } from '../../core/files/csv.ts';
import type { FormatProblem } from '../../core/exchange/exportFile.ts';
import { megaDetectorProblems } from '../../core/exchange/megaDetector/megaDetectorProblems.ts';
import { hakunaMaDataProblems } from '../../core/exchange/probabilityMatrix.ts';
import { speciesNetProblems } from '../../core/exchange/speciesNet/speciesNetProblems.ts';
import type { WildlifeInsightsTable } from '../../core/exchange/wildlifeInsights/wildlifeInsightsColumns.ts';
import { wildlifeInsightsProblems } from '../../core/exchange/wildlifeInsights/wildlifeInsightsProblems.ts';
import { zooniverseProblems } from '../../core/exchange/zooniverse/zooniverseProblems.ts';
import type { PreparedFile } from './exports.ts';

/** Text of the files by name, without the folder that is the target's own. */
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
 * Reads an export as others will, before it is saved.
 *
 * @returns null where the format has no rules to judge by
 */
export async function judgeExport(
  target: string,
  files: readonly PreparedFile[],
): Promise<readonly FormatProblem[] | null> {
  const judge = judges[target];
  if (!judge) return null;
  const texts = new Map<string, string>();
  for (const { path, mediaType, pieces } of files) {
    if (mediaType.startsWith('image/')) continue;
    let text = '';
    for await (const piece of pieces()) if (typeof piece === 'string') text += piece;
    texts.set(path.slice(path.lastIndexOf('/') + 1), text);
  }
  const problems: FormatProblem[] = [];
  for (const problem of judge(texts)) {
    problems.push(problem);
    if (problems.length === mostShown) break;
  }
  return problems;
}
