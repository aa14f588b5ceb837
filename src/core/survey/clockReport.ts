import type { Photo } from './photo.ts';
import { civilSeconds } from '../time/captureTime.ts';
import { checkClock, clockCheckLimits, type ClockCheck, type LitPhoto } from '../time/clockCheck.ts';
import { sunElevation } from '../time/sun.ts';
import { utcSeconds } from '../time/utcOffset.ts';
import type { Placement } from './placement.ts';

/** How many photos of a deployment are looked at: enough to tell one contradiction in ten. */
const mostPhotos = 40;

/** Why a deployment's clock cannot be checked, or the photos by which it can. */
export interface ClockSample {
  deployment: string;
  missing: 'coordinates' | 'zone' | null;
  /** Taken by high sun or in deep night, by the clock; spread over all such photos. */
  photos: Photo[];
}

/** Every n-th of a list, so that at most `most` are left. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(items.length, most) },
    (_, index) => items[Math.floor(index * step)],
  ).flatMap((item) => item ?? []);
}

function sampleOf(deployment: string, photos: readonly Photo[], { stations }: Placement): ClockSample {
  const place = stations.get(deployment);
  const { latitude = null, longitude = null } = place ?? {};
  if (latitude === null || longitude === null) return { deployment, missing: 'coordinates', photos: [] };
  const zoned = photos.flatMap((photo) => {
    const utc = photo.captureTime && photo.seconds !== null ? utcSeconds(photo.captureTime) : null;
    return utc === null ? [] : [{ photo, elevation: sunElevation(latitude, longitude, utc) }];
  });
  if (zoned.length === 0) return { deployment, missing: 'zone', photos: [] };
  const { highSunDegrees, deepNightDegrees } = clockCheckLimits;
  const byDay = zoned.filter(({ elevation }) => elevation >= highSunDegrees);
  const byNight = zoned.filter(({ elevation }) => elevation <= deepNightDegrees);
  const chosen = [...spread(byDay, mostPhotos / 2), ...spread(byNight, mostPhotos / 2)];
  return { deployment, missing: null, photos: chosen.map(({ photo }) => photo) };
}

/** The photos by which the clock of each deployment can be checked, in order of the deployments' names. */
export function clockSamples(placement: Placement): ClockSample[] {
  const byDeployment = new Map<string, Photo[]>();
  for (const photo of placement.photos) {
    const known = byDeployment.get(photo.deployment);
    if (known) known.push(photo);
    else byDeployment.set(photo.deployment, [photo]);
  }
  return [...byDeployment.keys()]
    .sort()
    .map((deployment) => sampleOf(deployment, byDeployment.get(deployment) ?? [], placement));
}

/** What is known of one deployment's clock. */
export interface ClockReport {
  deployment: string;
  missing: ClockSample['missing'];
  /** null when it could not be checked. */
  check: ClockCheck | null;
}

/** Checks a deployment's clock by the light in its photos. @param isGrey null for a photo that cannot be read */
export function reportClock(
  { deployment, missing, photos }: ClockSample,
  placement: Placement,
  isGrey: (photo: Photo) => boolean | null,
): ClockReport {
  const { latitude = null, longitude = null } = placement.stations.get(deployment) ?? {};
  if (missing !== null || latitude === null || longitude === null) {
    return { deployment, missing: missing ?? 'coordinates', check: null };
  }
  const lit = photos.flatMap((photo): LitPhoto[] => {
    const grey = isGrey(photo);
    const time = photo.captureTime;
    const utc = time && utcSeconds(time);
    if (grey === null || !time || utc === null) return [];
    const seconds = civilSeconds(time);
    return [{ civilSeconds: seconds, utcOffsetSeconds: seconds - utc, isGrey: grey }];
  });
  return { deployment, missing, check: checkClock(lit, latitude, longitude) };
}

/** What a report says, for a person; null when there is nothing to say. */
export function clockWords({ missing, check }: ClockReport): string | null {
  if (missing === 'coordinates') return 'Not checked: give the coordinates of its station.';
  if (missing === 'zone') return 'Not checked: give the offset of its clock from UTC.';
  if (!check) return null;
  const { verdict, judged, greyAtHighSun, colourAtDeepNight, suggestion } = check;
  if (verdict === 'too-few')
    return `Only ${judged} photos were taken by high sun or in deep night: too few to say.`;
  if (verdict === 'fits') return `Fits the sun: ${judged} photos looked at.`;
  const parts = [
    ...(greyAtHighSun > 0 ? [`${greyAtHighSun} infra-red by high sun`] : []),
    ...(colourAtDeepNight > 0 ? [`${colourAtDeepNight} in colour in deep night`] : []),
  ];
  const seen = `${parts.join(' and ')}, of ${judged} photos looked at`;
  const cause = verdict === 'wrong' ? 'The clock or its zone is wrong' : 'The clock may be wrong';
  const advice = suggestion
    ? ` Moved by ${suggestion.hours > 0 ? '+' : ''}${suggestion.hours} h, ${suggestion.conflicts} would be left.`
    : '';
  return `${cause}: ${seen}.${advice}`;
}
