import { toBase64 } from '../../core/files/base64.ts';
import type { ChosenTexts } from '../../core/exchange/exportFormat.ts';
import { prepareExport, wholeFile, type PreparedExport } from '../../pages/exports/exports.ts';
import type { Fieldsift } from '../../pages/shell/fieldsift.svelte.ts';

/** An export that was prepared, as it can be handed through the door. */
export interface DoorExport {
  paths: string[];
  leftOut: string[];
  refusals: string[];
}

export type DoorContent = { text: string } | { base64: string };

/** Exports for scripts, one at a time. */
export class ExportDoor {
  readonly #app: Fieldsift;
  #prepared: PreparedExport | null = null;

  constructor(app: Fieldsift) {
    this.#app = app;
  }

  /** @throws RangeError when there is no such target */
  async prepare(target: string, options: ChosenTexts = {}): Promise<DoorExport> {
    this.#prepared?.release?.();
    await this.#app.sharing.reread(true);
    this.#prepared = await prepareExport(target, this.#app, options);
    await this.#prepared.begin?.(() => undefined, new AbortController().signal);
    const { files, leftOut, refusals } = this.#prepared;
    const { leftOutText, refusalText } = await import('../../words/exportTexts.ts');
    return {
      paths: files.map(({ path }) => path),
      leftOut: leftOut.map((each) => leftOutText(each)),
      refusals: refusals.map((each) => refusalText(each)),
    };
  }

  /** @throws RangeError when the prepared export has no such file */
  async read(path: string): Promise<DoorContent> {
    const file = this.#prepared?.files.find((each) => each.path === path);
    if (!file) throw new RangeError(`no file "${path}" in the export that was prepared`);
    await this.#prepared?.reread?.(true);
    const whole = await wholeFile(file);
    if (file.mediaType.startsWith('image/'))
      return { base64: toBase64(new Uint8Array(await whole.arrayBuffer())) };
    return { text: await whole.text() };
  }
}
