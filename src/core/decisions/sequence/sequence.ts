import { burstVerdict, type BurstMark } from '../../files/image/burstMark.ts';

/** What grouping needs to know of a photo. */
export interface SequenceFrame {
  id: string;
  path: string;
  deployment: string;
  /** Seconds on the camera's civil clock, with its fraction; null when the photo has no usable time. */
  seconds: number | null;
  /** Its place in the camera's own burst, if the camera wrote one. */
  burst?: BurstMark | null;
}

/** From which photo of a sequence the gap to the next one is measured. */
export type SequenceMeasure = 'previous' | 'first';

/** How photos are grouped beyond the gap; what is left out is as in `defaultSequenceOptions`. */
export interface SequenceOptions {
  measuredFrom?: SequenceMeasure;
  /** Longest sequence, from its first photo to its last, in seconds; null for no limit. */
  maximumSeconds?: number | null;
  /**
   * Believe the camera where it numbered its photos: its own bursts are kept whole, whatever the gap and the limit,
   * and its time-lapse photos, which nothing triggered, are kept apart from the others.
   */
  cameraBursts?: boolean;
}

/** As MegaDetector does it. */
export const defaultSequenceOptions: Required<SequenceOptions> = {
  measuredFrom: 'previous',
  maximumSeconds: null,
  cameraBursts: false,
};

/** Photos of one deployment that belong together: one burst, in the order they were taken. */
export interface Sequence<Frame extends SequenceFrame = SequenceFrame> {
  /** `<deployment>#<number>`, counted from 1 in order of time within the deployment; undated photos come last. */
  id: string;
  deployment: string;
  frames: Frame[];
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Within one second the camera's own numbers tell the order better than file names; numbered photos come first. */
function compareBursts({ burst: left }: SequenceFrame, { burst: right }: SequenceFrame): number {
  if (!left || !right) return Number(!left) - Number(!right);
  return left.event - right.event || left.number - right.number;
}

/** Orders frames by time, undated ones last, ties by path, so that any order of input gives the same groups. */
function compareFrames(left: SequenceFrame, right: SequenceFrame, byBurst: boolean): number {
  if (left.seconds !== null && right.seconds !== null && left.seconds !== right.seconds) {
    return left.seconds - right.seconds;
  }
  if ((left.seconds === null) !== (right.seconds === null)) return left.seconds === null ? 1 : -1;
  return (
    (byBurst ? compareBursts(left, right) : 0) ||
    compareText(left.path, right.path) ||
    compareText(left.id, right.id)
  );
}

/**
 * Whether at most `limit` seconds lie between two times, to a tenth of a millisecond: seconds since 1970 with a
 * fraction are exact to about 0.0000002 s only.
 */
function within(from: number, to: number, limit: number): boolean {
  return Math.round((to - from) * 10_000) <= limit * 10_000;
}

/** The photos of each deployment, in the order given; deployments in order of their names. */
export function byDeployment<Frame extends { deployment: string }>(
  frames: readonly Frame[],
): { deployment: string; photos: Frame[] }[] {
  const found = new Map<string, Frame[]>();
  let last: Frame[] | undefined;
  for (const frame of frames) {
    // As a rule the photos of a deployment come one after the other.
    if (last?.[0]?.deployment !== frame.deployment) last = found.get(frame.deployment);
    if (last) last.push(frame);
    else found.set(frame.deployment, (last = [frame]));
  }
  return [...found]
    .map(([deployment, photos]) => ({ deployment, photos }))
    .sort((left, right) => compareText(left.deployment, right.deployment));
}

/** Splits photos of one deployment, in order, where a new sequence starts. */
function split<Frame extends SequenceFrame>(
  ordered: readonly Frame[],
  gapSeconds: number,
  { measuredFrom, maximumSeconds, cameraBursts }: Required<SequenceOptions>,
): Frame[][] {
  const groups: Frame[][] = [];
  for (const frame of ordered) {
    const current = groups.at(-1);
    const first = current?.[0];
    const previous = current?.at(-1);
    const starts = previous?.seconds ?? null;
    let joins = false;
    if (first && previous && starts !== null && frame.seconds !== null) {
      const origin = first.seconds ?? starts;
      const verdict = cameraBursts ? burstVerdict(previous.burst, frame.burst) : null;
      const near =
        within(measuredFrom === 'first' ? origin : starts, frame.seconds, gapSeconds) &&
        within(origin, frame.seconds, maximumSeconds ?? Infinity);
      joins = verdict === null ? near : verdict === 'joins';
    }
    if (joins && current) current.push(frame);
    else groups.push([frame]);
  }
  return groups;
}

/** Groups photos of one deployment, which need not be in order; otherwise as `groupIntoSequences`. */
export function groupDeployment<Frame extends SequenceFrame>(
  deployment: string,
  frames: readonly Frame[],
  gapSeconds: number,
  options: SequenceOptions = {},
): Sequence<Frame>[] {
  const rule = { ...defaultSequenceOptions, ...options };
  const compare = (left: Frame, right: Frame): number => compareFrames(left, right, rule.cameraBursts);
  const isTimeLapse = ({ burst }: Frame): boolean => rule.cameraBursts && burst?.trigger === 'time-lapse';
  const ordered = frames.toSorted(compare);
  let groups: Frame[][];
  if (ordered.some(isTimeLapse)) {
    const streams = [ordered.filter((frame) => !isTimeLapse(frame)), ordered.filter(isTimeLapse)];
    groups = streams
      .flatMap((stream) => split(stream, gapSeconds, rule))
      .sort(([left], [right]) => (left && right ? compare(left, right) : 0));
  } else groups = split(ordered, gapSeconds, rule);
  return groups.map((group, index) => ({ id: `${deployment}#${index + 1}`, deployment, frames: group }));
}

/**
 * Groups photos into sequences: a photo joins the one before it in the same deployment when at most `gapSeconds`
 * lie between the two. An undated photo stands alone. The rule is MegaDetector's (`create_sequences`,
 * `megadetector/data_management/cct_json_utils.py`); options follow other programs, see `sequencePresets`.
 *
 * @param gapSeconds longest gap to the previous (or first) photo that still joins, in seconds; at least 0
 * @returns sequences ordered by deployment, then by time
 */
export function groupIntoSequences<Frame extends SequenceFrame>(
  frames: readonly Frame[],
  gapSeconds: number,
  options: SequenceOptions = {},
): Sequence<Frame>[] {
  return byDeployment(frames).flatMap(({ deployment, photos }) =>
    groupDeployment(deployment, photos, gapSeconds, options),
  );
}
