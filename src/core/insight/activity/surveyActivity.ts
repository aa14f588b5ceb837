import { hash, createRandom } from '../../statistics/randomSource.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { civilSeconds } from '../../time/captureTime.ts';
import { parseUtcOffset } from '../../time/utcOffset.ts';
import { activityPattern, type ActivityPattern } from './activityPattern.ts';
import { daylightOverClock, type DayAtPlace, type DaylightShare } from './daylight.ts';

const secondsOfDay = 86_400;
/** So many days tell the seasons of any survey apart, and no more need the sun. */
const mostDays = 240;

/** The hours of a label's independent records, of all deployments. */
export function activityOf({ events }: SurveySnapshot, label: string): ActivityPattern {
  const hours = events.flatMap(({ label: own, records }) => {
    const seconds = own === label ? (records[0]?.seconds ?? null) : null;
    return seconds === null ? [] : [(((seconds % secondsOfDay) + secondsOfDay) % secondsOfDay) / 3600];
  });
  return activityPattern(hours, createRandom(hash(...Array.from(label, (sign) => sign.charCodeAt(0)))));
}

/**
 * Day, twilight and night on the clock of the survey, over the days on which it has photos; empty when no deployment
 * has both coordinates and an offset from UTC.
 */
export function surveyDaylight({ deployments, photos }: SurveySnapshot): DaylightShare[] {
  const places = new Map(deployments.map((deployment) => [deployment.id, deployment]));
  const days = new Map<string, DayAtPlace>();
  for (const { captureTime, deploymentId } of photos) {
    const { latitude = null, longitude = null } = places.get(deploymentId) ?? {};
    if (captureTime === null || captureTime.offset === null || latitude === null || longitude === null)
      continue;
    const utcOffsetSeconds = parseUtcOffset(captureTime.offset);
    const key = `${captureTime.civil.slice(0, 10)} ${deploymentId}`;
    if (utcOffsetSeconds === null || captureTime.source === 'modified' || days.has(key)) continue;
    const midnight = Math.floor(civilSeconds(captureTime) / secondsOfDay) * secondsOfDay;
    days.set(key, { latitude, longitude, midnight, utcOffsetSeconds });
  }
  const all = [...days.keys()].sort().flatMap((key) => days.get(key) ?? []);
  const step = Math.max(1, all.length / mostDays);
  const chosen = Array.from(
    { length: Math.min(all.length, mostDays) },
    (_, index) => all[Math.floor(index * step)],
  );
  return daylightOverClock(chosen.flatMap((day) => day ?? []));
}
