import { ByteView } from '../../src/core/files/byteView.ts';

/** A reader that goes through a file a fixed number of times stays under this; one that goes back and forth does not. */
export const mostReads = (length: number): number => 20 * (length + 100);

/** How many bytes readers of files looked at during a piece of work: what it costs, on any machine. */
export function bytesReadBy(work: () => void): number {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- both are called on their view, below
  const { uint8, text } = ByteView.prototype;
  let count = 0;
  ByteView.prototype.uint8 = function (offset) {
    count += 1;
    return uint8.call(this, offset);
  };
  ByteView.prototype.text = function (offset, length) {
    const read = text.call(this, offset, length);
    count += read.length;
    return read;
  };
  try {
    work();
  } finally {
    Object.assign(ByteView.prototype, { uint8, text });
  }
  return count;
}
