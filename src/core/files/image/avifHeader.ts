import type { Orientation } from './imageHeader.ts';
import { type ByteRange, ByteView } from '../byteView.ts';
import { findIsoBox, fullBoxPayload, type IsoBox, isoBoxes } from './isoBoxes.ts';
import { isoExifItem } from './isoExifItem.ts';

/** What the boxes of an AVIF or HEIC say. */
export interface AvifHeader {
  /** Pixels as stored, before the image is turned; null when no size was found. */
  width: number | null;
  height: number | null;
  /** How the file's own transforms turn the image, as an EXIF orientation; they count, EXIF's tag does not. */
  orientation: Orientation;
  /** Where the TIFF block of EXIF lies. */
  exif: ByteRange | null;
}

// By quarter turns anticlockwise (irot), then: no mirroring, top and bottom swapped (imir 0), left and right (imir 1);
// ISO/IEC 23008-12, sections 6.5.10 and 6.5.12. MIAF fixes their order: first turn, then mirror.
const orientations: readonly (readonly [Orientation, Orientation, Orientation])[] = [
  [1, 4, 2],
  [8, 5, 7],
  [3, 2, 4],
  [6, 7, 5],
];

/** The properties of one item, by the item property association box (ISO/IEC 23008-12, section 9.3). */
function itemProperties(
  view: ByteView,
  association: ByteRange,
  properties: IsoBox[],
  item: number,
): IsoBox[] {
  const version = view.uint8(association.start);
  const wide = (view.uint8(association.start + 3) & 1) === 1;
  const { start, end } = fullBoxPayload(association);
  const idBytes = version === 0 ? 2 : 4;
  const indexBytes = wide ? 2 : 1;
  let at = start + 4;
  while (at < end) {
    const id = view.unsigned(at, idBytes);
    const count = view.uint8(at + idBytes);
    at += idBytes + 1;
    if (id === item) {
      const indices = Array.from({ length: count }, (_, index) =>
        view.unsigned(at + index * indexBytes, indexBytes),
      );
      // The highest bit says whether a reader must understand the property.
      return indices.flatMap((index) => properties[(index & (wide ? 0x7fff : 0x7f)) - 1] ?? []);
    }
    at += count * indexBytes;
  }
  return [];
}

function primaryItem(view: ByteView, meta: ByteRange): number | null {
  const box = findIsoBox(view, meta, 'pitm');
  if (!box) return null;
  return view.unsigned(box.start + 4, view.uint8(box.start) === 0 ? 2 : 4);
}

/**
 * Reads size and turn of the primary image of an AVIF (or HEIC), or the largest size there is when no image is
 * marked as primary. Works on the head of a file; never throws.
 */
export function readAvifHeader(bytes: Uint8Array): AvifHeader {
  const view = new ByteView(bytes);
  const header: AvifHeader = { width: null, height: null, orientation: 1, exif: null };
  const metaBox = findIsoBox(view, { start: 0, end: view.length }, 'meta');
  if (!metaBox) return header;
  const meta = fullBoxPayload(metaBox);
  header.exif = isoExifItem(view, meta);
  const itemPropertiesBox = findIsoBox(view, meta, 'iprp');
  const container = itemPropertiesBox && findIsoBox(view, itemPropertiesBox, 'ipco');
  if (!container) return header;
  const all = isoBoxes(view, container);
  const association = findIsoBox(view, itemPropertiesBox, 'ipma');
  const item = primaryItem(view, meta);
  const own = association && item !== null ? itemProperties(view, association, all, item) : [];
  const sizes = (own.some(({ type }) => type === 'ispe') ? own : all)
    .filter(({ type, start, end }) => type === 'ispe' && end - start >= 12)
    .map(({ start }) => ({ width: view.uint32(start + 4), height: view.uint32(start + 8) }))
    .sort((left, right) => right.width * right.height - left.width * left.height);
  header.width = sizes[0]?.width ?? null;
  header.height = sizes[0]?.height ?? null;
  const turn = own.find(({ type }) => type === 'irot');
  const mirror = own.find(({ type }) => type === 'imir');
  const turns = orientations[turn ? view.uint8(turn.start) & 3 : 0];
  header.orientation = turns?.[mirror ? (view.uint8(mirror.start) & 1) + 1 : 0] ?? 1;
  return header;
}
