import type { ExportFile, ExportPicture } from '../../core/exchange/exportFile.ts';
import type { BoundingBox } from '../../core/models/prediction/box.ts';
import type { PreparedFile } from './exports.ts';
import { heldMeanwhile, PhotoLeftOut } from '../run/photoLeftOut.ts';
import type { PictureGate } from '../share/pictureGate.ts';
import type { Sharing } from '../share/sharing.svelte.ts';

/** Longest side of a picture in an export, in pixels: enough for a screen. */
const longestSide = 1920;

/** The pictures of one export, each made from a photo's pixels when it is read, with the covers that it needs then. */
export class ExportPictures {
  readonly #sharing: Sharing;
  readonly #gate: PictureGate;
  /** The covers of those that were made, by media id. */
  readonly #made = new Map<string, readonly BoundingBox[]>();
  readonly #failed = new Set<string>();

  constructor(sharing: Sharing, gate: PictureGate) {
    this.#sharing = sharing;
    this.#gate = gate;
  }

  /** Whether a picture cannot be among the others: it may not leave, or could not be made. */
  isMissing(mediaId: string): boolean {
    return this.#failed.has(mediaId) || this.#gate.covers(mediaId) === null;
  }

  file({ path, mediaId, mostBytes }: ExportPicture): PreparedFile {
    return {
      path,
      mediaType: 'image/jpeg',
      pieces: () => this.#pieces(path, mediaId, mostBytes),
      stands: () => {
        const covers = this.#made.get(mediaId);
        return !covers || this.#gate.stands(mediaId, covers);
      },
    };
  }

  /** A text that tells of the pictures, without those that are missing when it is read. */
  telling(file: ExportFile, pictures: readonly ExportPicture[]): PreparedFile {
    let missing: ReadonlySet<string> = new Set();
    const missingNow = (): string[] =>
      pictures.flatMap(({ mediaId }) => (this.isMissing(mediaId) ? [mediaId] : []));
    return {
      path: file.path,
      mediaType: file.mediaType,
      pieces: () => {
        missing = new Set(missingNow());
        return file.text((mediaId) => missing.has(mediaId));
      },
      stands: () => missingNow().every((mediaId) => missing.has(mediaId)),
    };
  }

  async *#pieces(
    path: string,
    mediaId: string,
    mostBytes: number | null,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    this.#made.delete(mediaId);
    this.#failed.add(mediaId);
    const covers = this.#gate.covers(mediaId);
    if (!covers) throw new PhotoLeftOut(`${path}: ${heldMeanwhile}`);
    const made = await this.#sharing.copy(mediaId, { covers, infoBar: 0, longestSide, mostBytes });
    if ('failure' in made) throw new PhotoLeftOut(`${path}: ${made.failure}`);
    if (!this.#gate.stands(mediaId, covers)) throw new PhotoLeftOut(`${path}: ${heldMeanwhile}`);
    this.#failed.delete(mediaId);
    this.#made.set(mediaId, covers);
    yield made.bytes;
  }
}
