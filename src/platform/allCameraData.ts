import exifr from 'exifr/dist/full.esm.mjs';
import { imageFormat, readImageHeader } from '../core/files/image/imageHeader.ts';
import { readReconyxNote } from '../core/files/image/reconyxNote.ts';
import { readTiffTags } from '../core/files/image/tiffTags.ts';
import {
  cameraBlockNames,
  cameraEntries,
  userComment,
  xmpEntries,
  type CameraBlock,
  type CameraBlockName,
  type CameraData,
  type CameraEntry,
} from '../core/photos/cameraData.ts';

// Dates stay as the camera wrote them: a Date would move those of hours that a time zone leaves out.
for (const block of ['ifd0', 'ifd1', 'exif']) {
  for (const tag of [0x0132, 0x9003, 0x9004]) exifr.tagRevivers.get(block)?.delete(tag);
}

const none = { tiff: false, iptc: false, xmp: false, icc: false, jfif: false, ihdr: false };
const shared = { ...none, mergeOutput: false, chunked: false, silentErrors: true, multiSegment: true };
/** Each segment is read on its own, so that a damaged one takes no other with it. */
const switches = {
  jfif: { ...shared, jfif: true },
  ihdr: { ...shared, ihdr: true },
  tiff: {
    ...shared,
    ...{ tiff: true, ifd1: true, interop: true, makerNote: true, userComment: true },
  },
  iptc: { ...shared, iptc: true },
  xmp: { ...shared, xmp: { parse: false } },
  icc: { ...shared, icc: true },
};
type Segment = keyof typeof switches;
type Output = Record<string, unknown>;

const isOutput = (value: unknown): value is Output => typeof value === 'object' && value !== null;

/** What exifr finds of one segment, and whether it had to give up somewhere. Never rejects. */
async function segmentOf(
  bytes: Uint8Array,
  segment: Segment,
): Promise<{ found: Output; isDamaged: boolean }> {
  try {
    const output = await exifr.parse(bytes, switches[segment]);
    const { errors, ...found } = isOutput(output) ? output : {};
    return { found, isDamaged: Array.isArray(errors) && errors.some((error) => error !== undefined) };
  } catch {
    return { found: {}, isDamaged: true };
  }
}

async function xmpOf(bytes: Uint8Array): Promise<{ entries: CameraEntry[]; isDamaged: boolean }> {
  const { found, isDamaged } = await segmentOf(bytes, 'xmp');
  const { xmp } = found;
  if (typeof xmp !== 'string' && !(xmp instanceof Uint8Array)) return { entries: [], isDamaged };
  try {
    const text = typeof xmp === 'string' ? xmp : new TextDecoder().decode(xmp);
    // Its parser would write into the prototype of every object.
    const safe = text.replaceAll('__proto__', 'proto');
    const tags = exifr.segmentParsers.get('xmp')?.parse(safe, { parse: true });
    return { entries: xmpEntries(tags), isDamaged };
  } catch {
    return { entries: [], isDamaged: true };
  }
}

/** Adds the tags that our own reader finds and exifr did not, as it gives up a directory for one damaged entry. */
function addOwn(entries: CameraEntry[], gps: CameraEntry[], block: Uint8Array | null): void {
  if (!block) return;
  for (const entry of cameraEntries(readTiffTags(block))) {
    const target = entry.name.startsWith('GPS') ? gps : entries;
    if (entry.name !== 'MakerNote' && !target.some(({ name }) => name === entry.name)) target.push(entry);
  }
}

/** The values of a Reconyx note, under exiftool's names; null for every other. */
function noteTags(bytes: Uint8Array, make: string | null): Output | null {
  const note = readReconyxNote(bytes, make);
  if (!note) return null;
  const { burst } = note;
  return {
    DateTimeOriginal: note.dateTime,
    SerialNumber: note.serial,
    ...(burst
      ? { Sequence: `${burst.number} / ${burst.of}`, EventNumber: burst.event, TriggerMode: burst.trigger }
      : {}),
  };
}

function reachOf(bytes: Uint8Array): CameraData['reach'] {
  switch (imageFormat(bytes)) {
    case 'webp':
    case 'avif':
    case 'heic':
      return 'exif';
    case 'gif':
    case 'other':
      return 'none';
    default:
      return 'all';
  }
}

/**
 * Everything that a photo file says of itself, as far as exifr knows it, and what our own reader finds where exifr
 * gives up. Never rejects, but exifr may never return from a hostile file: call it where it can be ended.
 *
 * @param bytes the whole file
 */
export async function readAllCameraData(bytes: Uint8Array): Promise<CameraData> {
  const header = readImageHeader(bytes);
  const reach = reachOf(bytes);
  const block = header.exif ? bytes.subarray(header.exif.start, header.exif.end) : null;
  const entries = new Map<CameraBlockName, CameraEntry[]>(cameraBlockNames.map((name) => [name, []]));
  const add = (name: CameraBlockName, found: readonly CameraEntry[]): void => {
    entries.get(name)?.push(...found);
  };
  add(
    'file',
    cameraEntries({ FileType: header.format, ImageWidth: header.width, ImageHeight: header.height }),
  );

  let isDamaged = false;
  const segment = async (name: Segment, from = bytes): Promise<Output> => {
    const { found, isDamaged: isThis } = await segmentOf(from, name);
    isDamaged ||= isThis;
    return found;
  };
  if (header.format === 'heic' || header.format === 'avif') {
    // What exifr cannot read of these is no damage.
    add('icc', cameraEntries((await segmentOf(bytes, 'icc')).found['icc']));
  } else if (reach === 'all') {
    if (header.format === 'jpeg') add('file', cameraEntries((await segment('jfif'))['jfif']));
    if (header.format === 'png') add('file', cameraEntries((await segment('ihdr'))['ihdr']));
    add('iptc', cameraEntries((await segment('iptc'))['iptc']));
    const xmp = await xmpOf(bytes);
    isDamaged ||= xmp.isDamaged;
    add('xmp', xmp.entries);
    add('icc', cameraEntries((await segment('icc'))['icc']));
  }

  // Of some containers exifr finds the EXIF and of others we do.
  let tiff = reach === 'all' ? await segment('tiff') : {};
  if (!('ifd0' in tiff) && block) tiff = await segment('tiff', block);
  for (const name of ['ifd0', 'exif', 'interop']) add('exif', cameraEntries(tiff[name]));
  add('gps', cameraEntries(tiff['gps']));
  add('thumbnail', cameraEntries(tiff['ifd1']));
  const comment = tiff['userComment'];
  if (comment instanceof Uint8Array) {
    add('exif', cameraEntries({ UserComment: userComment(comment) ?? comment }));
  } else add('exif', cameraEntries({ UserComment: comment }));
  addOwn(entries.get('exif') ?? [], entries.get('gps') ?? [], block);

  const own = block ? readTiffTags(block) : {};
  const note = tiff['makerNote'] ?? own.MakerNote;
  const make = typeof own.Make === 'string' ? own.Make.replace(/\0.*$/s, '').trim() : null;
  const known = note instanceof Uint8Array ? noteTags(note, make) : null;
  if (known) add('makerNote', cameraEntries(known));
  add('makerNote', cameraEntries({ MakerNote: note }));

  const blocks = [...entries].flatMap(([name, found]): CameraBlock[] =>
    found.length > 0 ? [{ name, entries: found }] : [],
  );
  return { blocks, isDamaged, reach, hasUnknownNote: note !== undefined && !known };
}
