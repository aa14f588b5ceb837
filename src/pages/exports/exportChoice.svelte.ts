import { inBackground } from '../../platform/background.ts';
import type { FormatProblem } from '../../core/exchange/exportFile.ts';
import type { ChosenTexts } from '../../core/exchange/exportFormat.ts';
import { formatNamed, type ExportTarget } from '../../core/exchange/formats.ts';
import type { FileTarget } from '../../platform/fileTarget.ts';
import { inSlices } from '../../platform/pageTurn.ts';
import { judgeOffPage, type TextPart } from '../../workers/export/exportJudge.ts';
import { prepareExport, type PreparedExport, type PreparedFile } from './exports.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { savedProjects } from './savedProjects.svelte.ts';
import { saveProblem } from './saveProblem.ts';
import { saveExport, type SaveOutcome, type SaveProgress } from './saveExport.ts';

const mostLines = 6;
const mostCharacters = 20_000;
/** ms without a change of an option after which the export is made ready again. */
const typingPause = 400;
/** Characters that are handed to the judge at once. */
const partLength = 2 ** 20;

/** The first lines of a file, cut where it gets long. */
async function firstLines({ path, pieces }: PreparedFile): Promise<string> {
  let text = '';
  for await (const piece of pieces()) {
    if (typeof piece === 'string') text += piece;
    if (text.length > mostCharacters) break;
  }
  const lines = wholeLines(text.slice(0, mostCharacters), path.endsWith('.csv'));
  // A line that is cut off tells more than none, but a row that is cut off tells something wrong.
  if (text.length > mostCharacters && lines.length > 2) lines.pop();
  return lines.slice(0, mostLines).join('\n');
}

/** Lines of a text; those of a table, where a name may hold the end of a line, are its rows. */
function wholeLines(text: string, isTable: boolean): string[] {
  const lines = text.split(/\r?\n/);
  if (!isTable) return lines;
  const rows: string[] = [];
  let open: string | null = null;
  for (const line of lines) {
    const row: string = open === null ? line : `${open}\n${line}`;
    // Quotes come in pairs, but for a cell that goes on.
    const isOpen = (row.split('"').length - 1) % 2 === 1;
    if (!isOpen) rows.push(row);
    open = isOpen ? row : null;
  }
  return open === null ? rows : [...rows, open];
}

/** Files whose first lines tell something before the rest is made. */
function isText({ mediaType, isReport }: PreparedFile): boolean {
  return !mediaType.startsWith('image/') && isReport !== true;
}

/** The text of an export in parts for its judge. @param tell hears how many million characters were made */
async function* textParts(
  files: readonly PreparedFile[],
  tell: (megacharacters: number) => void,
  signal: AbortSignal,
): AsyncGenerator<TextPart> {
  let characters = 0;
  for (const { path, mediaType, pieces } of files) {
    if (mediaType.startsWith('image/')) continue;
    const file = path.slice(path.lastIndexOf('/') + 1);
    let text = '';
    for await (const piece of inSlices(pieces(), signal)) {
      if (typeof piece !== 'string') continue;
      text += piece;
      characters += piece.length;
      if (text.length < partLength) continue;
      yield { file, text };
      tell(characters / 1e6);
      text = '';
    }
    yield { file, text };
  }
}

function textOfError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The export that a person is about to save: what is in it, what is not, and whether others will be able to read it. */
export class ExportChoice {
  readonly #app: Fieldsift;
  target = $state<ExportTarget>('tables');
  /** What was chosen for each target. */
  options = $state.raw<Readonly<Partial<Record<ExportTarget, ChosenTexts>>>>({});
  prepared = $state.raw<PreparedExport | null>(null);
  /** Files that can be looked at before they are saved. */
  readonly texts: readonly PreparedFile[] = $derived(this.prepared?.files.filter(isText) ?? []);
  /** The file that is looked at. */
  shown = $state('');
  preview = $state('');
  /** null while it is being judged, and where nothing can judge it. */
  problems = $state.raw<readonly FormatProblem[] | null>(null);
  /** Million characters that the judge has; null while it does not work. */
  judging = $state<number | null>(null);
  phase = $state<'idle' | 'preparing' | 'ready' | 'saving'>('idle');
  progress = $state.raw<SaveProgress | null>(null);
  outcome = $state.raw<(SaveOutcome & { place: string }) | null>(null);
  failure = $state<string | null>(null);
  #stop = new AbortController();
  #judgeStop = new AbortController();
  #typing: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(app: Fieldsift) {
    this.#app = app;
  }

  /** Gets an export ready to be looked at. */
  async choose(target: ExportTarget): Promise<void> {
    this.rest();
    const asked = this.#asked;
    this.target = target;
    this.prepared = null;
    this.preview = '';
    this.problems = null;
    this.outcome = null;
    this.failure = null;
    this.phase = 'preparing';
    try {
      const prepared = await prepareExport(target, this.#app, this.options[target]);
      if (this.#asked !== asked) return;
      this.prepared = prepared;
      await this.show(this.texts[0]?.path ?? '');
      this.phase = 'ready';
      await this.#judge(target, prepared);
    } catch (error) {
      if (this.#asked !== asked) return;
      this.failure = textOfError(error);
      this.phase = 'ready';
    }
  }

  /** Looks at one of the files. */
  async show(path: string): Promise<void> {
    this.shown = path;
    const file = this.texts.find((each) => each.path === path);
    const preview = file ? await firstLines(file) : '';
    if (this.shown === path) this.preview = preview;
  }

  /** Chooses an option of the target, and gets it ready again once nothing more is typed. */
  change(changes: ChosenTexts): void {
    const { target, options } = this;
    this.options = { ...options, [target]: { ...options[target], ...changes } };
    this.rest();
    this.phase = 'preparing';
    this.#typing = setTimeout(() => inBackground(this.choose(target)), typingPause);
  }

  /** Stops what goes on for an export that nobody waits for any more. */
  rest(): void {
    this.#asked += 1;
    clearTimeout(this.#typing);
    this.#judgeStop.abort();
    this.judging = null;
  }

  /** Reads the export as others will, off the page. A judge that fails says nothing, and the export can be saved. */
  async #judge(target: ExportTarget, { files, refusals }: PreparedExport): Promise<void> {
    if (refusals.length > 0 || !formatNamed(target).check) return;
    const { signal } = (this.#judgeStop = new AbortController());
    this.judging = 0;
    const tell = (megacharacters: number): void => {
      if (!signal.aborted) this.judging = megacharacters;
    };
    try {
      const problems = await judgeOffPage(target, textParts(files, tell, signal), signal);
      if (!signal.aborted) this.problems = problems;
    } catch (error) {
      if (!signal.aborted) this.problems = [{ where: target, text: textOfError(error) }];
    } finally {
      if (!signal.aborted) this.judging = null;
    }
  }

  /** @param pick where to, chosen by the person; null when they closed the picker */
  async save(pick: () => Promise<FileTarget | null>): Promise<void> {
    if (!this.prepared) return;
    this.outcome = null;
    this.failure = null;
    try {
      const place = await pick();
      if (!place) return;
      this.phase = 'saving';
      this.#stop = new AbortController();
      // What was said since it was looked at, in this tab or another, counts.
      await this.#app.sharing.reread(true);
      const prepared = await prepareExport(this.target, this.#app, this.options[this.target]);
      const outcome = await saveExport(prepared, place, this.#stop.signal, (progress) => {
        this.progress = progress;
      });
      this.outcome = { ...outcome, place: place.name };
      const { survey, reviews } = this.#app.survey;
      const isWhole = !outcome.cancelled && outcome.problem === null;
      if (this.target === 'project' && isWhole)
        savedProjects.add(survey?.id ?? '', reviews.log.reviews.length);
    } catch (error) {
      this.failure = saveProblem(error);
    } finally {
      this.progress = null;
      this.phase = 'ready';
    }
  }

  cancel(): void {
    this.#stop.abort();
  }
}
