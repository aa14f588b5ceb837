import { isZoneName } from '../../time/namedZone.ts';
import { parseUtcOffset, formatUtcOffset } from '../../time/utcOffset.ts';
import { unguarded } from '../../files/csv.ts';
import type { ImportedPlace } from '../matching/placedDeployments.ts';

type PlaceField = 'deployment' | 'station' | 'latitude' | 'longitude' | 'offset';

/** Headings under which people keep these things, without regard to case and marks; the likeliest first. */
const headings: Readonly<Record<PlaceField, readonly string[]>> = {
  deployment: ['deploymentid', 'deployment', 'folder', 'deploymentname', 'camera', 'cameraid', 'cameraname'],
  station: [
    'station',
    'stationid',
    'stationname',
    'placename',
    'locationname',
    'locationid',
    'location',
    'site',
    'siteid',
    'sitename',
    'camstation',
    'plot',
  ],
  latitude: ['latitude', 'lat', 'decimallatitude', 'gpsy', 'y', 'coordinateslat', 'latitud', 'breitengrad'],
  longitude: [
    'longitude',
    'lon',
    'long',
    'lng',
    'decimallongitude',
    'gpsx',
    'x',
    'coordinateslong',
    'longitud',
    'langengrad',
  ],
  offset: ['utcoffset', 'offset', 'timezone', 'tz', 'zone', 'zonahoraria'],
};

export type PlaceColumns = Readonly<Record<PlaceField, number | null>>;

function plain(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Which column holds what; null for a table that is not one of places. @param head its headings */
export function placeColumns(head: readonly string[]): PlaceColumns | null {
  const names = head.map(plain);
  const find = (field: PlaceField): number | null => {
    for (const heading of headings[field]) if (names.includes(heading)) return names.indexOf(heading);
    return null;
  };
  const columns: PlaceColumns = {
    deployment: find('deployment'),
    station: find('station'),
    latitude: find('latitude'),
    longitude: find('longitude'),
    offset: find('offset'),
  };
  const hasName = columns.deployment !== null || columns.station !== null;
  const hasPlace = columns.latitude !== null && columns.longitude !== null;
  return hasName && (hasPlace || columns.offset !== null) ? columns : null;
}

/** Why a row of a table of places was passed over. */
export type PlaceProblem = 'no-name' | 'coordinates' | 'zone';

/** Decimal degrees, also with the decimal comma of much of Europe; NaN for anything else. */
function degrees(cell: string, most: number): number {
  const number = Number(cell.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  return Math.abs(number) <= most ? number : NaN;
}

/** `UTC+2`, `GMT-03:30`, `+0200` and `2` as `+02:00` and so on; null for names of zones, which say no offset alone. */
function offsetIn(cell: string): string | null {
  const short = /^(?:utc|gmt)?\s*([+\-−]?)(\d{1,2})(?::?(\d{2}))?$/i.exec(cell.trim());
  if (/^(?:utc|gmt|z)$/i.test(cell.trim())) return '+00:00';
  if (!short) return null;
  const sign = short[1] === '' ? '+' : (short[1] ?? '+');
  const seconds = parseUtcOffset(`${sign}${(short[2] ?? '').padStart(2, '0')}:${short[3] ?? '00'}`);
  return seconds === null ? null : formatUtcOffset(seconds);
}

/**
 * Reads a table with a row per deployment or station: where it stood, what its place is called, and its clock's offset.
 *
 * @param lines headings first
 * @returns places, and the rows that cannot be used, as a spreadsheet counts them
 */
export function readPlaces(
  lines: readonly (readonly string[])[],
  columns: PlaceColumns,
): { places: ImportedPlace[]; problems: { row: number; problem: PlaceProblem }[] } {
  const places: ImportedPlace[] = [];
  const problems: { row: number; problem: PlaceProblem }[] = [];
  for (const [index, line] of lines.slice(1).entries()) {
    const cell = (field: PlaceField): string => {
      const column = columns[field];
      return column === null ? '' : unguarded(line[column] ?? '').trim();
    };
    const refuse = (problem: PlaceProblem): void => void problems.push({ row: index + 2, problem });
    const name = cell('deployment') || cell('station');
    if (name === '') {
      refuse('no-name');
      continue;
    }
    const isPlaced = cell('latitude') !== '' || cell('longitude') !== '';
    const latitude = cell('latitude') === '' ? NaN : degrees(cell('latitude'), 90);
    const longitude = cell('longitude') === '' ? NaN : degrees(cell('longitude'), 180);
    if (isPlaced && Number.isNaN(latitude + longitude)) {
      refuse('coordinates');
      continue;
    }
    const utcOffset = offsetIn(cell('offset'));
    const zone = utcOffset === null && isZoneName(cell('offset')) ? cell('offset') : null;
    if (utcOffset === null && zone === null && cell('offset') !== '') refuse('zone');
    places.push({
      deployment: name,
      station: cell('station') || name,
      latitude: isPlaced ? latitude : null,
      longitude: isPlaced ? longitude : null,
      utcOffset,
      zone,
      files: [],
    });
  }
  return { places, problems };
}
