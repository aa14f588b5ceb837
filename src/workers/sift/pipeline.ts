import { captureTimeFromModified } from '../../core/time/captureTime.ts';
import { captureTimeFromName } from '../../core/time/captureTimeFromName.ts';
import { PhotoFailure, type Failure } from '../../core/files/failure.ts';
import type { Damage } from '../../core/files/image/damage.ts';
import { fileName, type Media } from '../../core/photos/media.ts';
import type { PhotoMetadata } from '../../core/photos/photoMetadata.ts';
import { peopleIn, type BesideRun } from '../../core/decisions/gate/besideWords.ts';
import { outputText, type SentOutputs } from '../../core/decisions/recipes/outputText.ts';
import type { RecipeOutputs } from '../../core/decisions/recipes/recipeOutput.ts';
import { contentKeysOf } from '../../platform/contentKey.ts';
import { readPhotoMetadata } from '../../platform/exif.ts';
import { OnnxError } from '../../platform/onnxSession.ts';
import { makeThumbnail, thumbnailSize } from '../../platform/thumbnail.ts';
import type { StoredOutput, StoredThumbnail } from '../../storage/database.ts';
import type { SiftedMedia } from '../../storage/mediaRepository.ts';
import { findOutputs, findThumbnail } from '../../storage/outputRepository.ts';
import type { SiftJob } from './contract.ts';
import { damageIn, formerContent } from './formerContent.ts';
import type { LoadedRecipe } from './loadedRecipe.ts';
import { PhotoLook } from './photoLook.ts';
import type { StageClock } from './stageClock.ts';

/** What sifting one photo gave, and whether the models had all seen its content before. */
export interface Sifted extends SiftedMedia {
  /** What every model said, also before; null when the photo failed. */
  said: RecipeOutputs | null;
  known: boolean;
  /** What other models said of people before, as it is sent. */
  beside: SentOutputs;
}

/** Enough for the header of a JPEG of any camera that was looked at: Moultrie puts 255 KB of its own before it. */
const headBytes = 524_288;

/**
 * Everything that is done with one photo, in order: key, EXIF, decode, models, thumbnail. A photo whose content the
 * models have seen is only looked up, and only those are run that have not. Never throws: what goes wrong becomes the
 * photo's failure.
 *
 * @param expectKnown the photo before was known, so this one is likely to be: then its edges are read first, which name
 * it, and not the whole file, which otherwise is read once for everything
 */
export async function siftPhoto(
  { media, file }: SiftJob,
  recipe: LoadedRecipe,
  clock: StageClock,
  expectKnown: boolean,
): Promise<Sifted> {
  if ('failure' in file) return failed(media, file.failure);
  const opened: Media = {
    ...withoutContent(media),
    ...{ size: file.size, modifiedAt: file.lastModified, failure: null },
  };
  try {
    if (file.size === 0) throw new PhotoFailure('empty-file', '0 bytes');
    let whole = expectKnown ? null : await clock.time('read', () => readFile(file));
    const keys = await clock.time('lookup', () => contentKeysOf(whole ?? file));
    const former = await clock.time('lookup', () =>
      formerContent(keys, async () => (whole ??= await readFile(file))),
    );
    const contentKey = former?.contentKey ?? keys.contentKey;
    const edgeKey = contentKey === keys.edgeKey ? null : keys.edgeKey;
    const said = await clock.time('lookup', () => findOutputs(recipe.prepared.keys, contentKey));
    const beside = await clock.time('lookup', () => heardBeside(recipe.beside, contentKey));
    const picture = said.size > 0 ? (former ?? (await findThumbnail(contentKey))) : null;
    const hasRun = picture !== null && recipe.prepared.missing(said).length === 0;
    // What was damaged may have been copied again since, in places that the key does not see.
    const isKnown = hasRun && picture.damage === null;
    // PNG and WebP keep their EXIF at the end.
    const isEnough = isKnown && /\.jpe?g$/i.test(media.path);
    const bytes =
      whole ?? (await clock.time('read', () => readFile(isEnough ? file.slice(0, headBytes) : file)));
    const found = await clock.time('header', () => readPhotoMetadata(bytes));
    const metadata = withCaptureTime(found, media, file.lastModified);
    const read: Media = { ...opened, contentKey, metadata, ...(edgeKey !== null && { edgeKey }) };
    const damage = isKnown ? null : await clock.time('header', () => damageIn(bytes));
    const done: Media = { ...read, status: 'done', ...(damage && { damage }) };
    if (isKnown) return { media: done, outputs: [], thumbnail: former, said, known: true, beside };
    const isHealed = picture?.damage != null && damage === null;
    const checked = picture && (former || picture.damage === undefined) ? { ...picture, damage } : null;
    if (hasRun && !isHealed) {
      return { media: done, outputs: [], thumbnail: checked, said, known: true, beside };
    }
    const outputs: StoredOutput[] = [];
    try {
      const before = isHealed ? new Map<string, StoredOutput>() : said;
      const look = new PhotoLook(recipe, bytes, metadata.orientation, before, clock);
      await look.complete((modelHash, output) => outputs.push({ ...output, contentKey, modelHash }));
      const thumbnail =
        picture && !isHealed
          ? checked
          : await clock.time('thumbnail', () => pictureOf(look, contentKey, damage));
      return { media: done, outputs, thumbnail, said: look.outputs, known: false, beside };
    } catch (error) {
      // What the models before the one that failed have said stays true.
      return { ...failed(read, toFailure(error)), outputs, beside };
    }
  } catch (error) {
    return failed(opened, toFailure(error));
  }
}

/** What models that are not in use said of people in a content. */
async function heardBeside(runs: readonly BesideRun[], contentKey: string): Promise<SentOutputs> {
  if (runs.length === 0) return [];
  const found = await findOutputs(
    runs.map(({ key }) => key),
    contentKey,
  );
  return runs.flatMap(({ key, labels }) => {
    const said = found.get(key);
    return said ? [[key, outputText(peopleIn(said, labels))] as const] : [];
  });
}

async function readFile(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

async function pictureOf(
  look: PhotoLook,
  contentKey: string,
  damage: Damage | null,
): Promise<StoredThumbnail> {
  return { ...(await makeThumbnail(await look.picture(thumbnailSize))), contentKey, damage };
}

/** A record of a file before it is looked at again. */
function withoutContent(media: Media): Media {
  const unread = { ...media };
  delete unread.damage;
  delete unread.edgeKey;
  return unread;
}

/** EXIF first, then a time in the file's name, then the file's modification time on this machine's clock. */
function withCaptureTime(metadata: PhotoMetadata, media: Media, modifiedAt: number): PhotoMetadata {
  const captureTime =
    metadata.captureTime ??
    captureTimeFromName(fileName(media.path)) ??
    captureTimeFromModified(modifiedAt, -new Date(modifiedAt).getTimezoneOffset());
  return { ...metadata, captureTime };
}

function failed(media: Media, failure: Failure): Sifted {
  return {
    media: { ...media, status: 'failed', failure },
    outputs: [],
    thumbnail: null,
    said: null,
    known: false,
    beside: [],
  };
}

function toFailure(error: unknown): Failure {
  if (error instanceof PhotoFailure) return error.toFailure();
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof OnnxError) return { code: 'inference', detail };
  if (error instanceof DOMException && error.name === 'NotFoundError') return { code: 'changed', detail };
  if (error instanceof DOMException && error.name === 'NotReadableError')
    return { code: 'unreadable', detail };
  return { code: 'undecodable', detail };
}
