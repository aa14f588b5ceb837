/** What grouping needs to know of a photo. */
export interface SequenceFrame {
  id: string;
  path: string;
  deployment: string;
  /** Seconds on the camera's civil clock, with its fraction; null when the photo has no usable time. */
  seconds: number | null;
}

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

/** Orders frames by time, undated ones last, ties by path, so that any order of input gives the same groups. */
function compareFrames(left: SequenceFrame, right: SequenceFrame): number {
  if (left.seconds !== null && right.seconds !== null && left.seconds !== right.seconds) {
    return left.seconds - right.seconds;
  }
  if ((left.seconds === null) !== (right.seconds === null)) return left.seconds === null ? 1 : -1;
  return compareText(left.path, right.path) || compareText(left.id, right.id);
}

/**
 * Groups photos into sequences: a photo joins the one before it in the same deployment when at most `gapSeconds`
 * lie between the two. An undated photo stands alone. The rule is MegaDetector's (`create_sequences`,
 * `megadetector/data_management/cct_json_utils.py`).
 *
 * @param gapSeconds longest gap to the previous photo that still joins, in seconds; at least 0
 * @returns sequences ordered by deployment, then by time
 */
export function groupIntoSequences<Frame extends SequenceFrame>(
  frames: readonly Frame[],
  gapSeconds: number,
): Sequence<Frame>[] {
  const byDeployment = new Map<string, Frame[]>();
  for (const frame of frames) {
    const group = byDeployment.get(frame.deployment);
    if (group) group.push(frame);
    else byDeployment.set(frame.deployment, [frame]);
  }
  const sequences: Sequence<Frame>[] = [];
  for (const deployment of [...byDeployment.keys()].sort(compareText)) {
    const ordered = (byDeployment.get(deployment) ?? []).sort(compareFrames);
    let current: Frame[] = [];
    let previousSeconds: number | null = null;
    let number = 0;
    for (const frame of ordered) {
      const joins =
        previousSeconds !== null && frame.seconds !== null && frame.seconds - previousSeconds <= gapSeconds;
      if (joins) {
        current.push(frame);
      } else {
        number += 1;
        current = [frame];
        sequences.push({ id: `${deployment}#${number}`, deployment, frames: current });
      }
      previousSeconds = frame.seconds;
    }
  }
  return sequences;
}
