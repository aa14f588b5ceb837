import type { Photo } from './photo.ts';
import { byDeployment } from '../decisions/sequence/sequence.ts';
import type { CaptureTime } from '../time/captureTime.ts';
import { perPart } from '../incremental/perPart.ts';
import type { Placement } from './placement.ts';
import type { SnapshotDeployment } from './surveySnapshot.ts';

/** The first value that is not null. */
function firstOf<Value>(photos: readonly Photo[], value: (photo: Photo) => Value | null): Value | null {
  for (const photo of photos) {
    const found = value(photo);
    if (found !== null) return found;
  }
  return null;
}

function deploymentFrom(id: string, photos: readonly Photo[], { stations }: Placement): SnapshotDeployment {
  let start: Photo | null = null;
  let end: Photo | null = null;
  let zoned = false;
  for (const photo of photos) {
    if (photo.seconds === null) continue;
    if (start === null) zoned = true;
    zoned &&= (photo.captureTime?.offset ?? null) !== null;
    if (start?.seconds == null || photo.seconds < start.seconds) start = photo;
    if (end?.seconds == null || photo.seconds > end.seconds) end = photo;
  }
  const place = stations.get(id);
  const timeOf = (photo: Photo | null): CaptureTime | null => photo?.captureTime ?? null;
  return {
    id,
    station: place?.station ?? id,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    start: timeOf(start),
    end: timeOf(end),
    zoned,
    make: firstOf(photos, ({ media }) => media.metadata?.make ?? null),
    model: firstOf(photos, ({ media }) => media.metadata?.model ?? null),
    serial: firstOf(photos, ({ media }) => media.metadata?.serial ?? null),
  };
}

/** The deployments of the photos, in order of their names. The same for as long as the photos are where they are. */
export const deploymentsOf = perPart((placement: Placement): SnapshotDeployment[] =>
  byDeployment(placement.photos).map(({ deployment, photos }) =>
    deploymentFrom(deployment, photos, placement),
  ),
);
