import type { LoggedWork } from '../../src/pages/run/workLog.ts';

/**
 * Photos per second from the workers' own records: each worker's share after its first photos, added up. All of them
 * work at the same time until the last photo.
 *
 * @param warm photos that a worker sifts before it counts
 */
export function steadySpeed(work: readonly LoggedWork[], warm: number): number {
  let speed = 0;
  for (const worker of new Set(work.map((share) => share.worker))) {
    const shares = work.filter((one) => one.worker === worker && one.photos > 0);
    let seen = 0;
    const steady = shares.filter((share) => {
      const counts = seen >= warm;
      seen += share.photos;
      return counts;
    });
    const counted = steady.length > 0 ? steady : shares.slice(-1);
    const photos = counted.reduce((sum, share) => sum + share.photos, 0);
    const milliseconds = counted.reduce((sum, { from, until }) => sum + until - from, 0);
    if (milliseconds > 0) speed += (photos / milliseconds) * 1000;
  }
  return speed;
}

/** ms a photo in each stage of the workers, as a clock on the wall sees it. */
export function stagesOf(work: readonly LoggedWork[]): Record<string, number> {
  const photos = work.reduce((sum, share) => sum + share.photos, 0);
  const sums: Record<string, number> = {};
  for (const { stages } of work) {
    for (const [stage, milliseconds] of Object.entries(stages)) {
      sums[stage] = (sums[stage] ?? 0) + milliseconds / photos;
    }
  }
  return sums;
}
