/** How a text is written. Programs on Windows still write tables in its own alphabet, and PowerShell in UTF-16. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function byteOrderMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** By the mark at the start; else UTF-8 where the bytes are that, else Windows' own. @param bytes of the whole text */
function encodingOf(bytes: Uint8Array): TextEncoding {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** A text of any of these encodings, without its byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** A whole file as text. @throws DOMException when it cannot be read */
export async function readText(file: Blob): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

/**
 * A file of any size as text, piece by piece: memory holds one piece. UTF-8, or UTF-16 where it begins with a mark.
 *
 * @param onBytes is told how many bytes were read so far
 * @throws DOMException when it cannot be read
 */
export async function* textPieces(file: Blob, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const decoder = new TextDecoder(byteOrderMark(start) ?? 'utf-8');
  const reader = file.stream().getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    yield decoder.decode(value, { stream: true });
    onBytes(bytes);
  }
  yield decoder.decode();
}
