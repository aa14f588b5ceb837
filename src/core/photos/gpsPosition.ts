import type { ExifTags } from '../files/image/exifTags.ts';

/** Decimal degrees, WGS 84, south and west negative. */
export interface GpsPosition {
  latitude: number;
  longitude: number;
}

/** Degrees, minutes and seconds with a hemisphere as signed degrees; null when any part is missing or no number. */
function degreesOf(parts: unknown, reference: unknown, hemispheres: string, most: number): number | null {
  if (!Array.isArray(parts) || parts.length !== 3 || typeof reference !== 'string') return null;
  const sign = [1, -1][hemispheres.indexOf(reference.charAt(0).toUpperCase())];
  const [degrees, minutes, seconds] = parts as unknown[];
  if (
    sign === undefined ||
    typeof degrees !== 'number' ||
    typeof minutes !== 'number' ||
    typeof seconds !== 'number'
  ) {
    return null;
  }
  const total = degrees + minutes / 60 + seconds / 3600;
  return total >= 0 && total <= most ? sign * total : null;
}

/**
 * Where the photo was taken, from the raw GPS tags (EXIF 2.32, section 4.6.6). Both coordinates or none: a damaged
 * one, a missing hemisphere and values off the globe give null. So does exactly 0, 0: cameras without a fix write it.
 */
export function gpsPosition(tags: ExifTags): GpsPosition | null {
  const latitude = degreesOf(tags.GPSLatitude, tags.GPSLatitudeRef, 'NS', 90);
  const longitude = degreesOf(tags.GPSLongitude, tags.GPSLongitudeRef, 'EW', 180);
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  return { latitude, longitude };
}
