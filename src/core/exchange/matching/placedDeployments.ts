import { deploymentOf } from '../../photos/deployment.ts';
import type { SurveySettings } from '../../settings/surveySettings.ts';
import type { StationRow } from '../../settings/stationTable.ts';
import { offsetInZone } from '../../time/namedZone.ts';
import { noClockCorrection } from '../../time/clockCorrection.ts';

/** Where a camera stood, by another program's table; `files` are photos of it, to find its folder by. */
export interface ImportedPlace {
  deployment: string;
  station: string;
  /** Decimal degrees, WGS 84; both or neither. */
  latitude: number | null;
  longitude: number | null;
  /** Of the camera's clock, such as `+02:00`; null where nobody said. */
  utcOffset: string | null;
  /** IANA, such as `Africa/Nairobi`, where the zone was named and not its offset. */
  zone?: string | null;
  files: readonly string[];
}

/** Places that were found to be of folders of the survey. */
export interface PlacedDeployments {
  rows: readonly StationRow[];
  /** Offsets of clocks from UTC, by folder. */
  offsets: ReadonlyMap<string, string>;
  /** Deployments of the table that are no folder here. */
  unmatched: readonly string[];
  /** Folders with a named zone and no dated photo: the zone's offset then is not known. */
  timeless: readonly string[];
}

/** Compared without regard to case, marks and the two ways to write an umlaut: `CAM_01` is `Cam 01`. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}/]/gu, '')
    .toLowerCase();
}

/** Whether a folder is called so: all of its path, or the end of it. */
function isCalled(folder: string, name: string): boolean {
  const [path, wanted] = [plain(folder), plain(name.replaceAll('\\', '/').replace(/^\/+|\/+$/g, ''))];
  return wanted !== '' && (path === wanted || path.endsWith(`/${wanted}`));
}

/**
 * The offset of a folder's clock. Most cameras do not change theirs in spring and autumn: so of a zone that was named it
 * is the one that was in force when the folder's first photo was taken, for all of its photos.
 */
function offsetFor(
  { utcOffset, zone }: ImportedPlace,
  folder: string,
  firstTimeOf: (folder: string) => string | null,
): string | null {
  if (utcOffset !== null || !zone) return utcOffset;
  const first = firstTimeOf(folder);
  return first === null ? null : offsetInZone(zone, first);
}

/**
 * Finds the folders that places are of: by photos of theirs that are in the survey, else by the name of the deployment,
 * else by that of the station.
 *
 * @param folders deployments of the survey
 * @param pathOf the path of the photo that a name in the file was found to be; undefined for none
 * @param firstTimeOf the civil time of a folder's first photo; null where none has a time
 */
export function placeDeployments(
  places: readonly ImportedPlace[],
  folders: readonly string[],
  pathOf: (file: string) => string | undefined = () => undefined,
  firstTimeOf: (folder: string) => string | null = () => null,
): PlacedDeployments {
  const rows = new Map<string, StationRow>();
  const offsets = new Map<string, string>();
  const unmatched: string[] = [];
  const timeless: string[] = [];
  for (const place of places) {
    const { deployment, station, latitude, longitude, files } = place;
    const byPhotos = new Set(
      files.flatMap((file) => {
        const path = pathOf(file);
        return path === undefined ? [] : [deploymentOf(path)];
      }),
    );
    const byName = [deployment, station]
      .map((name) => folders.filter((folder) => isCalled(folder, name)))
      .find((found) => found.length > 0);
    const found = byPhotos.size > 0 ? [...byPhotos] : (byName ?? []);
    if (found.length === 0) unmatched.push(deployment);
    for (const folder of found) {
      rows.set(folder, { deployment: folder, station, latitude, longitude, from: null });
      const utcOffset = offsetFor(place, folder, firstTimeOf);
      if (utcOffset === null && place.zone) timeless.push(folder);
      if (utcOffset !== null) offsets.set(folder, utcOffset);
    }
  }
  return { rows: [...rows.values()], offsets, unmatched, timeless };
}

/**
 * Settings with the places in place of those of the same folders; what is split by time stays split, and what is known
 * already and not said again stays as it is.
 */
export function withPlaces(settings: SurveySettings, { rows, offsets }: PlacedDeployments): SurveySettings {
  const placed = new Set(rows.map(({ deployment }) => deployment));
  const known = (folder: string): StationRow | undefined =>
    settings.stations.find(({ deployment, from }) => deployment === folder && from === null);
  const stations = [
    ...settings.stations.filter(({ deployment, from }) => from !== null || !placed.has(deployment)),
    ...rows.map((row) =>
      row.latitude === null
        ? {
            ...row,
            latitude: known(row.deployment)?.latitude ?? null,
            longitude: known(row.deployment)?.longitude ?? null,
          }
        : row,
    ),
  ];
  const clocks = { ...settings.clocks };
  for (const [folder, utcOffset] of offsets) {
    clocks[folder] = { ...(clocks[folder] ?? noClockCorrection), zone: { utcOffset, transitions: [] } };
  }
  return { ...settings, stations, clocks };
}
