import { secondsOf, type Photo } from './photo.ts';
import {
  correctCaptureTime,
  noClockCorrection,
  steadyCaptureTime,
  type ClockCorrection,
} from '../time/clockCorrection.ts';
import { stationOf, stationRows, type StationRow } from '../settings/stationTable.ts';
import type { SurveySettings } from '../settings/surveySettings.ts';

/** Where a deployment was, as far as somebody said. */
export type Station = Pick<StationRow, 'station' | 'latitude' | 'longitude'>;

/** Photos with their corrected times and their deployments, and where those were. */
export interface Placement<Entry extends Photo = Photo> {
  /** In the order given. */
  photos: Entry[];
  /** By deployment, for every one there is. */
  stations: ReadonlyMap<string, Station>;
}

/** The settings that time and place depend on. */
type PlacementSettings = Pick<SurveySettings, 'clocks' | 'stations' | 'utcOffset'>;

/** The correction that holds for photos of a folder: of it, or else of the nearest folder around it. */
export function clockOf(folder: string, { clocks, utcOffset }: PlacementSettings): ClockCorrection {
  let correction = noClockCorrection;
  for (let around = folder; ; around = around.slice(0, around.lastIndexOf('/'))) {
    const own = clocks[around];
    if (own) {
      correction = own;
      break;
    }
    if (!around.includes('/')) break;
  }
  if (correction.zone !== null || utcOffset === null) return correction;
  return { ...correction, zone: { utcOffset, transitions: [] } };
}

/** A photo with its times corrected; one that comes out of all calendars has none. */
function corrected<Entry extends Photo>(photo: Entry, correction: ClockCorrection): Entry {
  const original = photo.media.metadata?.captureTime ?? null;
  if (original === null || correction === noClockCorrection) return photo;
  return {
    ...photo,
    seconds: secondsOf(steadyCaptureTime(original, correction)),
    captureTime: correctCaptureTime(original, correction),
  };
}

/** A line that splits a deployment makes one of its own: by its folder, or by the moment from which it holds. */
function splitName(deployment: string, { deployment: folder, from }: StationRow): string {
  const inside = folder.length > deployment.length ? folder : deployment;
  return from === null ? inside : `${inside}@${from}`;
}

function hasClocks({ clocks, utcOffset }: PlacementSettings): boolean {
  return utcOffset !== null || Object.keys(clocks).length > 0;
}

function needsPlacing(settings: PlacementSettings): boolean {
  return hasClocks(settings) || settings.stations.length > 0;
}

function placeEach<Entry extends Photo>(
  photos: readonly Entry[],
  settings: PlacementSettings,
  stations: Map<string, Station>,
): Entry[] {
  const clocks = new Map<string, ClockCorrection>();
  const clockIn = (folder: string): ClockCorrection => {
    const known = clocks.get(folder) ?? clockOf(folder, settings);
    clocks.set(folder, known);
    return known;
  };
  const isTimed = hasClocks(settings);
  return photos.map((photo) => {
    const folder = photo.path.slice(0, Math.max(0, photo.path.lastIndexOf('/')));
    const timed = isTimed ? corrected(photo, clockIn(folder)) : photo;
    const row =
      settings.stations.length === 0
        ? null
        : stationOf(settings.stations, photo.path, timed.captureTime?.civil ?? null);
    if (!row) return timed;
    const deployment = splitName(photo.deployment, row);
    stations.set(deployment, row);
    return deployment === timed.deployment ? timed : { ...timed, deployment };
  });
}

/** Each deployment once. */
function deploymentsAmong(photos: readonly Photo[]): Set<string> {
  const names = new Set<string>();
  let last: string | null = null;
  for (const { deployment } of photos) {
    if (deployment !== last) names.add(deployment);
    last = deployment;
  }
  return names;
}

/**
 * Corrects the photos' times and says which deployment and station each belongs to: the clocks first, because the table
 * of stations may split a deployment at a moment of corrected time. A photo that nothing changes stays the same object.
 *
 * @param photos as `toPhoto` made them
 * @throws RangeError for a correction that cannot be read; `clockCorrectionProblems` says which beforehand
 */
export function placePhotos<Entry extends Photo>(
  photos: readonly Entry[],
  settings: PlacementSettings,
): Placement<Entry> {
  const stations = new Map<string, Station>();
  const placed = needsPlacing(settings) ? placeEach(photos, settings, stations) : photos.slice();
  for (const row of stationRows(deploymentsAmong(placed))) {
    if (!stations.has(row.deployment)) stations.set(row.deployment, row);
  }
  return { photos: placed, stations };
}
