import type { GateSettings } from '../../decisions/gate/gateSequence.ts';
import type { LeakEstimate } from '../../decisions/gate/leakEstimate.ts';
import type { LeaveOutReason } from './covers.ts';
import type { PlannedCopy, SharePlan } from './sharePlan.ts';
import type { ShareOptions } from './shareOptions.ts';

/** What became of one planned copy. */
export type CopyResult =
  { copy: PlannedCopy; sha256: string; bytes: number } | { copy: PlannedCopy; failure: string };

/** What the report says besides the photos. */
export interface ShareContext {
  appVersion: string;
  /** ISO 8601 in UTC. */
  at: string;
  survey: string;
  models: readonly { id: string; version: string; sha256: string }[];
  gate: GateSettings;
  options: ShareOptions;
  /** How many people the gate lets through, from sequences checked by eye; null when none were. */
  leak: LeakEstimate | null;
}

const reasons: Record<LeaveOutReason, string> = {
  held: 'Held back by the people gate.',
  unseen: 'No model has seen it, so nobody knows what is in it.',
  people: 'Shows people, which were to be left out.',
  vehicles: 'Shows vehicles, which were to be left out.',
  'no-box': 'Shows people or vehicles, but nobody knows where, so they could not be covered.',
};

function leakOf(leak: LeakEstimate | null): object | string {
  if (!leak) return 'Not measured: no random sample of the clear sequences was checked by eye.';
  const { checked, missed, clear, confidence, upper, mostLeft } = leak;
  return { checked, missed, clear, confidence, leakUnderShare: upper, mostUncheckedWithPeople: mostLeft };
}

function row(result: CopyResult, { neutralNames, captureTimes }: ShareOptions): object {
  const { copy } = result;
  return {
    name: copy.name,
    // A neutral name would be worth nothing beside the own one, and sequences are named by their folders.
    ...(neutralNames ? {} : { original: copy.photo.path, sequence: copy.sequenceId }),
    label: copy.photo.label,
    ...(captureTimes ? { capturedAt: copy.photo.capturedAt } : {}),
    covered: copy.covers.length,
    ...('failure' in result ? { failure: result.failure } : { sha256: result.sha256, bytes: result.bytes }),
  };
}

/**
 * The report that lies beside copies: which rule let them go, what was done to each, what stayed behind and why. With
 * neutral names it tells no name, folder or sequence of the originals. Never where a photo was taken.
 */
export function shareReport(plan: SharePlan, results: readonly CopyResult[], context: ShareContext): string {
  const { options, leak, ...known } = context;
  const made = results.filter((result) => 'sha256' in result);
  const leftOut = plan.leftOut.map(({ photo, sequenceId, reason }) => ({
    ...(options.neutralNames ? {} : { original: photo.path, sequence: sequenceId }),
    reason,
  }));
  const counted = Object.entries(reasons).map(([reason, meaning]) => ({
    reason,
    meaning,
    photos: leftOut.filter((one) => one.reason === reason).length,
  }));
  const report = {
    app: 'Fieldsift',
    ...known,
    survey: options.neutralNames ? null : context.survey,
    options,
    leak: leakOf(leak),
    shared: made.length,
    withCovers: made.filter(({ copy }) => copy.covers.length > 0).length,
    failed: results.length - made.length,
    leftOut: counted.filter(({ photos }) => photos > 0),
    copies: results.map((result) => row(result, options)),
    leftOutPhotos: options.neutralNames ? [] : leftOut,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * A list that `sha256sum --check` reads, so that those who get the copies can tell that nothing was changed.
 *
 * @param files name and sha256 in hex, with `/`
 */
export function sumsFile(files: readonly { name: string; sha256: string }[]): string {
  return files
    .map(({ name, sha256 }) => {
      const isAwkward = /[\\\n\r]/.test(name);
      const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
      return `${isAwkward ? '\\' : ''}${sha256}  ${escaped}\n`;
    })
    .join('');
}
