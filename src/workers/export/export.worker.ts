import * as Comlink from 'comlink';
import { formatNamed } from '../../core/exchange/formats.ts';
import type { FormatProblem } from '../../core/exchange/exportFile.ts';
import type { ExportWorker } from './contract.ts';

/** The most problems that are worth showing at once. */
const mostShown = 50;

const parts = new Map<string, string[]>();

const api: ExportWorker = {
  add: (file, text) => {
    const known = parts.get(file);
    if (known) known.push(text);
    else parts.set(file, [text]);
  },
  judge: async (target) => {
    const texts = new Map([...parts].map(([file, list]) => [file, list.join('')]));
    parts.clear();
    const check = await formatNamed(target).check?.();
    if (!check) throw new RangeError(`no rules to judge ${target} by`);
    const problems: FormatProblem[] = [];
    for (const problem of check(texts)) {
      problems.push(problem);
      if (problems.length === mostShown) break;
    }
    return problems;
  },
};

Comlink.expose(api);
