import type { ImageFormat } from './imageHeader.ts';
import { pngDamageFrom } from './pngDamage.ts';
import { jpegDamage } from '../jpeg/jpegDamage.ts';

/** Where a photo's data stop making sense, though they can be decoded. */
export interface Damage {
  /** The share of the picture above it, 0-1; null where only the whole is known not to fit. */
  below: number | null;
}

/**
 * What is damaged in a whole file that does not end too early; null for a sound one, and for formats whose own decoders
 * refuse damage (WebP, AVIF, HEIC). Never throws.
 */
export function photoDamage(bytes: Uint8Array, format: ImageFormat): Damage | null {
  if (format === 'jpeg') return jpegDamage(bytes);
  if (format !== 'png') return null;
  const below = pngDamageFrom(bytes);
  return below === null ? null : { below };
}
