import { UnreadableFileError } from '../../core/files/unreadableFile.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { ImportReport } from './importReport.ts';
import { openSources, type ImportSource } from './openFiles.ts';
import { PackageImport } from './packageImport.ts';
import { ProjectImport } from './projectImport.ts';
import { PlacesImport } from './placesImport.ts';
import { ResultsImport } from './resultsImport.ts';
import { TableImport } from './tableImport.svelte.ts';

/** Something that was looked through and waits for a person's word. */
export type Waiting =
  | { kind: 'results'; results: ResultsImport }
  | { kind: 'table'; table: TableImport }
  | { kind: 'places'; places: PlacesImport }
  | { kind: 'package'; content: PackageImport }
  | { kind: 'project'; content: ProjectImport };

/** Why something was not taken in: a file that cannot be read, or what went wrong. */
export interface ImportFailure {
  name: string;
  error: Error;
}

/** Files on their way into the survey, one after another: recognised, looked through, and taken in when a person says so. */
export class Imports {
  /** `null` while there is nothing to decide. */
  waiting = $state.raw<Waiting | null>(null);
  /** What is being done now, with how far it is where that is known. */
  busy = $state.raw<{ name: string; what: 'reading' | 'taking'; share: number } | null>(null);
  reports = $state.raw<readonly ImportReport[]>([]);
  failures = $state.raw<readonly ImportFailure[]>([]);

  /** Whether there is anything to take in of what waits. */
  readonly canTake: boolean = $derived.by(() => {
    const { waiting } = this;
    switch (waiting?.kind) {
      case undefined:
        return false;
      case 'results':
        return waiting.results.preview.matches.matched.length > 0;
      case 'table':
        return (waiting.table.found?.reviews.length ?? 0) > 0;
      case 'places':
        return waiting.places.found.rows.length > 0;
      case 'project':
        return true;
      case 'package':
        return waiting.content.matches.matched.length > 0 || waiting.content.places.rows.length > 0;
    }
  });

  /** Held sequences that what waits would let go; 0 where there is nothing to ask. */
  readonly lettingGo: number = $derived.by(() => {
    const { waiting } = this;
    switch (waiting?.kind) {
      case undefined:
        return 0;
      case 'results':
        return waiting.results.stricter.sequences;
      case 'table':
        return waiting.table.stricter.sequences;
      case 'places':
        return waiting.places.stricter.sequences;
      case 'package':
      case 'project':
        return waiting.content.stricter.sequences;
    }
  });

  /** The person's answer to that: until they say so, the stricter side holds. */
  letGo = $state(false);

  readonly #app: Fieldsift;
  #queue: ImportSource[] = [];
  #stopping = new AbortController();

  constructor(app: Fieldsift) {
    this.#app = app;
  }

  /** Takes files up, after those that wait already. @param files with their paths, where they lie in a folder */
  async offer(files: readonly { path: string; file: File }[]): Promise<void> {
    if (files.length === 0) return;
    const { sources, refused } = await openSources(files);
    this.failures = [...this.failures, ...refused];
    this.#queue.push(...sources);
    if (!this.waiting && !this.busy) await this.#next();
  }

  /** Takes in what waits. */
  async take(): Promise<void> {
    const { waiting } = this;
    if (!waiting || this.busy) return;
    const name = nameOf(waiting);
    await this.#work(name, 'taking', async (onShare) => {
      const report = await takeIn(waiting, this.letGo, onShare);
      this.reports = [...this.reports, { name, ...report }];
      this.#app.tellPhotos();
    });
    this.waiting = null;
    await this.#next();
  }

  /** Passes over what waits. */
  async skip(): Promise<void> {
    this.#close();
    await this.#next();
  }

  /** Ends what is being done; what was taken in before stays. */
  stop(): void {
    this.#stopping.abort(new DOMException('stopped', 'AbortError'));
  }

  /** Forgets everything, as the dialog closes. */
  end(): void {
    this.stop();
    this.#close();
    this.#queue = [];
    this.reports = [];
    this.failures = [];
  }

  #close(): void {
    if (this.waiting?.kind === 'results') this.waiting.results.close();
    this.waiting = null;
  }

  async #next(): Promise<void> {
    const source = this.#queue.shift();
    if (!source) return;
    await this.#work(source.name, 'reading', async (onShare) => {
      this.letGo = false;
      this.waiting = await open(source, this.#app, this.#stopping.signal, onShare);
    });
    if (!this.waiting) await this.#next();
  }

  async #work(
    name: string,
    what: 'reading' | 'taking',
    work: (onShare: (share: number) => void) => Promise<void>,
  ): Promise<void> {
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    this.busy = { name, what, share: 0 };
    try {
      await work((share) => {
        if (!signal.aborted) this.busy = { name, what, share };
      });
    } catch (error) {
      const isStopped = signal.aborted && !(error instanceof UnreadableFileError);
      if (!isStopped) {
        const failure = error instanceof Error ? error : new Error(String(error));
        this.failures = [...this.failures, { name, error: failure }];
      }
    } finally {
      this.busy = null;
    }
  }
}

/** What the file is called that waits. */
export function nameOf(waiting: Waiting): string {
  if (waiting.kind === 'results') return waiting.results.preview.name;
  if (waiting.kind === 'table') return waiting.table.name;
  return waiting.kind === 'places' ? waiting.places.name : waiting.content.name;
}

async function open(
  source: ImportSource,
  app: Fieldsift,
  stop: AbortSignal,
  onShare: (share: number) => void,
): Promise<Waiting | null> {
  const { kind, name } = source;
  switch (kind) {
    case 'results':
      return {
        kind,
        results: await ResultsImport.open(source.format, name, source.file, app, stop, onShare),
      };
    case 'table': {
      const table = await TableImport.open(name, source.file, app);
      return table instanceof PlacesImport ? { kind: 'places', places: table } : { kind: 'table', table };
    }
    case 'package':
      return { kind: 'package', content: await PackageImport.open(name, source.files, app, stop) };
    case 'project':
      return { kind, content: await ProjectImport.open(name, source.file, app, stop, onShare) };
  }
}

type Taken = Omit<ImportReport, 'name'>;

async function takeIn(waiting: Waiting, letGo: boolean, onShare: (share: number) => void): Promise<Taken> {
  if (waiting.kind === 'table') return waiting.table.take(letGo);
  if (waiting.kind === 'places') return waiting.places.take(letGo);
  if (waiting.kind === 'package' || waiting.kind === 'project') return waiting.content.take(letGo);
  const { kept, model, unopened, heldBack } = await waiting.results.take(letGo, onShare);
  const unread = unopened.map((file) => ({ file, reason: 'unopened' as const }));
  return { kept, model, heldBack, unmatched: [...waiting.results.preview.matches.unmatched, ...unread] };
}
