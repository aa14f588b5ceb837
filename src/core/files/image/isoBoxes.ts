import type { ByteRange, ByteView } from '../byteView.ts';

/** A box of an ISO base media file; its range is the payload. */
export interface IsoBox extends ByteRange {
  type: string;
}

/**
 * Lists the boxes that lie one after another in a range (ISO/IEC 14496-12, section 4.2). A size of 0 means "to the
 * end"; a size smaller than the box's own header ends the list, so damaged files end it early. Never throws.
 */
export function isoBoxes(view: ByteView, { start, end }: ByteRange): IsoBox[] {
  const limit = Math.min(end, view.length);
  const boxes: IsoBox[] = [];
  let offset = start;
  while (offset + 8 <= limit) {
    const compact = view.uint32(offset);
    const headerBytes = compact === 1 ? 16 : 8;
    const size = compact === 1 ? view.unsigned(offset + 8, 8) : compact === 0 ? limit - offset : compact;
    if (size < headerBytes) break;
    const boxEnd = Math.min(offset + size, limit);
    boxes.push({
      type: view.text(offset + 4, 4),
      start: Math.min(offset + headerBytes, boxEnd),
      end: boxEnd,
    });
    offset += size;
  }
  return boxes;
}

/** The first box of a type in a range, or null. */
export function findIsoBox(view: ByteView, range: ByteRange, type: string): IsoBox | null {
  return isoBoxes(view, range).find((box) => box.type === type) ?? null;
}

/** The payload of a full box, after its version and flags (ISO/IEC 14496-12, section 4.2). */
export function fullBoxPayload({ start, end }: ByteRange): ByteRange {
  return { start: Math.min(start + 4, end), end };
}
