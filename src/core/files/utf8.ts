function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** Bytes of UTF-8 as text; bytes that are none are taken as Latin-1. */
export function utf8Text(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  try {
    return decodeURIComponent(characters.replace(/[^a-z\d]/gi, percentEncoded));
  } catch {
    return characters;
  }
}
