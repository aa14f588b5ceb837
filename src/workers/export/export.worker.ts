import * as Comlink from 'comlink';
import { judgeTexts } from '../../core/exchange/formatJudges.ts';
import type { ExportWorker } from './contract.ts';

const parts = new Map<string, string[]>();

const api: ExportWorker = {
  add: (file, text) => {
    const known = parts.get(file);
    if (known) known.push(text);
    else parts.set(file, [text]);
  },
  judge: (target) => {
    const texts = new Map([...parts].map(([file, list]) => [file, list.join('')]));
    parts.clear();
    return judgeTexts(target, texts);
  },
};

Comlink.expose(api);
