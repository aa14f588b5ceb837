import type { SnapshotDeployment, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { civilSeconds } from '../../time/captureTime.ts';

/** Seconds in a day of a civil clock, which knows no change to summer time. */
const secondsOfDay = 86_400;

/** A day with photos. Days count from 1970-01-01 on the camera's clock. */
export interface EffortDay {
  day: number;
  photos: number;
  /** Independent records of animals. */
  detections: number;
}

/** Days without a single photo, between days that have some. */
export interface SilentDays {
  from: number;
  days: number;
}

/** What one deployment did, day by day. */
export interface DeploymentEffort {
  deployment: SnapshotDeployment;
  /** Days with photos, in order; empty when none of its photos has a time. */
  days: EffortDay[];
  /** From the first day with a photo to the last, both included. A camera that still stood there adds no more. */
  cameraDays: number;
  photos: number;
  detections: number;
  silences: SilentDays[];
}

/** The day that a moment on a civil clock belongs to, counted from 1970-01-01. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / secondsOfDay);
}

function silencesOf(days: readonly EffortDay[]): SilentDays[] {
  return days.slice(1).flatMap(({ day }, index) => {
    const before = days[index]?.day ?? day;
    return day - before > 1 ? [{ from: before + 1, days: day - before - 1 }] : [];
  });
}

/**
 * Effort and detections by deployment and day, in the order of the deployments. Photos that have no other time than
 * their file's count in no day: copying a card changes it. Time-lapse photos make a silence tell of a dead camera;
 * without them it may just as well be a quiet week.
 *
 * @param isAnimal whether events of a label are detections
 */
export function effortCalendar(
  snapshot: SurveySnapshot,
  isAnimal: (label: string) => boolean,
): DeploymentEffort[] {
  const byDeployment = new Map(
    snapshot.deployments.map(({ id }) => [id, new Map<number, EffortDay>()] as const),
  );
  for (const { captureTime, deploymentId } of snapshot.photos) {
    if (captureTime === null || captureTime.source === 'modified') continue;
    const days = byDeployment.get(deploymentId);
    const day = dayOf(civilSeconds(captureTime));
    const known = days?.get(day) ?? { day, photos: 0, detections: 0 };
    days?.set(day, { ...known, photos: known.photos + 1 });
  }
  for (const { label, records } of snapshot.events) {
    const { seconds = null, photo = -1 } = records[0] ?? {};
    if (seconds === null || !isAnimal(label)) continue;
    const known = byDeployment.get(snapshot.photos[photo]?.deploymentId ?? '')?.get(dayOf(seconds));
    if (known) known.detections += 1;
  }
  return snapshot.deployments.map((deployment): DeploymentEffort => {
    const days = [...(byDeployment.get(deployment.id)?.values() ?? [])].sort(
      (left, right) => left.day - right.day,
    );
    const [first] = days;
    return {
      deployment,
      days,
      cameraDays: first ? (days.at(-1)?.day ?? first.day) - first.day + 1 : 0,
      photos: days.reduce((sum, { photos }) => sum + photos, 0),
      detections: days.reduce((sum, { detections }) => sum + detections, 0),
      silences: silencesOf(days),
    };
  });
}
