import type { FormatProblem } from '../core/formats/exportFile.ts';
import { saveBlob } from '../platform/saveFile.ts';
import { writeZip } from '../platform/zipWriter.ts';
import { prepareExport, wholeFile, type ExportTarget, type PreparedExport } from './exports.ts';
import type { Fieldsift } from './fieldsift.svelte.ts';

const mostLines = 6;
const mostCharacters = 4000;

/** The first lines of a file, cut where it gets long. */
async function firstLines({ files }: PreparedExport): Promise<string> {
  let text = '';
  for await (const piece of files[0]?.pieces() ?? []) {
    if (typeof piece === 'string') text += piece;
    if (text.length > mostCharacters) break;
  }
  return text.slice(0, mostCharacters).split(/\r?\n/).slice(0, mostLines).join('\n');
}

/** The export that a person is about to save: what is in it, what is not, and whether others will be able to read it. */
export class ExportChoice {
  readonly #app: Fieldsift;
  target = $state<ExportTarget | null>(null);
  prepared = $state.raw<PreparedExport | null>(null);
  preview = $state('');
  /** null while it is being judged, and where nothing can judge it. */
  problems = $state.raw<readonly FormatProblem[] | null>(null);
  phase = $state<'idle' | 'preparing' | 'ready' | 'saving'>('idle');
  failure = $state<string | null>(null);

  constructor(app: Fieldsift) {
    this.#app = app;
  }

  /** Gets an export ready to be looked at. */
  async choose(target: ExportTarget): Promise<void> {
    this.target = target;
    this.prepared = null;
    this.preview = '';
    this.problems = null;
    this.failure = null;
    this.phase = 'preparing';
    try {
      const prepared = await prepareExport(target, this.#app);
      const preview = await firstLines(prepared);
      const { judgeExport } = await import('./exportJudges.ts');
      const problems = prepared.refusals.length > 0 ? null : await judgeExport(target, prepared.files);
      // Somebody chose another one meanwhile.
      if (this.target !== target) return;
      this.prepared = prepared;
      this.preview = preview;
      this.problems = problems;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    if (this.target === target) this.phase = 'ready';
  }

  /** Saves a single file as it is, and several as one .zip. */
  async save(): Promise<void> {
    const { prepared, target } = this;
    const [first] = prepared?.files ?? [];
    if (!prepared || !first || target === null) return;
    this.phase = 'saving';
    this.failure = null;
    try {
      if (prepared.files.length === 1) saveBlob(first.path, await wholeFile(first));
      else {
        const files = [];
        for (const file of prepared.files) files.push({ path: file.path, content: await wholeFile(file) });
        saveBlob(`${target}.zip`, await writeZip(files));
      }
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.phase = 'ready';
  }
}
