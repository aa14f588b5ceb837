import { leftOutList, type LeftOutReason } from '../../core/exchange/exportFile.ts';
import type { LeaveOutReason } from '../../core/exchange/share/covers.ts';
import type { PlannedCopy, SharePlan } from '../../core/exchange/share/sharePlan.ts';
import type { ShareOptions } from '../../core/exchange/share/shareOptions.ts';
import {
  shareReport,
  sumsFile,
  type CopyResult,
  type ShareContext,
} from '../../core/exchange/share/shareReport.ts';
import { sha256Of } from '../../platform/contentKey.ts';
import type { MadeCopy } from '../../workers/share/contract.ts';
import type { PreparedExport, PreparedFile } from '../exports/exports.ts';
import { heldMeanwhile, PhotoLeftOut } from '../run/photoLeftOut.ts';
import type { PictureGate } from './pictureGate.ts';

/** `report.json` and `SHA256SUMS`. */
export const shareReports = 2;

const whyLeftOut: Record<LeaveOutReason, LeftOutReason> = {
  held: 'held-photos',
  unseen: 'unseen',
  people: 'people-photos',
  vehicles: 'vehicle-photos',
  'no-box': 'no-place',
};

/**
 * Planned copies as an export: each made when it is read, then the report of those that were made by then, and the sums.
 * Whether a photo may leave, and with which covers, is asked again before and after its copy is made.
 *
 * @param gate what may leave at each moment
 * @param make a copy of one photo
 */
export function shareExport(
  plan: SharePlan,
  context: ShareContext,
  gate: PictureGate,
  make: (copy: PlannedCopy, options: ShareOptions) => Promise<MadeCopy>,
): PreparedExport {
  const made = new Map<PlannedCopy, CopyResult>();
  const stands = ({ copy }: CopyResult): boolean => gate.stands(copy.photo.id, copy.covers);
  const results = (): CopyResult[] =>
    [...made.values()].map((result) =>
      'sha256' in result && !stands(result) ? { copy: result.copy, failure: heldMeanwhile } : result,
    );
  const report = (): string => shareReport(plan, results(), context);
  const pieces = async function* (planned: PlannedCopy): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const covers = gate.covers(planned.photo.id);
    const copy = { ...planned, covers: covers ?? planned.covers };
    let picture: MadeCopy = covers ? await make(copy, context.options) : { failure: heldMeanwhile };
    if ('bytes' in picture && !gate.stands(copy.photo.id, copy.covers)) picture = { failure: heldMeanwhile };
    if ('failure' in picture) {
      made.set(planned, { copy, failure: picture.failure });
      throw new PhotoLeftOut(`${copy.name}: ${picture.failure}`);
    }
    made.set(planned, { copy, sha256: picture.sha256, bytes: picture.bytes.length });
    yield picture.bytes;
  };
  const sums = async function* (): AsyncGenerator<string> {
    const files = results().flatMap((result) =>
      'sha256' in result ? [{ name: result.copy.name, sha256: result.sha256 }] : [],
    );
    const sha256 = await sha256Of(new TextEncoder().encode(report()).buffer);
    yield sumsFile([...files, { name: 'report.json', sha256 }]);
  };
  const copies = plan.copies.map((copy): PreparedFile => {
    return {
      path: copy.name,
      mediaType: 'image/jpeg',
      pieces: () => pieces(copy),
      stands: () => {
        const result = made.get(copy);
        return !result || stands(result);
      },
    };
  });
  return {
    files: [
      ...copies,
      { path: 'report.json', mediaType: 'application/json', isReport: true, pieces: () => [report()] },
      { path: 'SHA256SUMS', mediaType: 'text/plain', isReport: true, pieces: sums },
    ],
    leftOut: leftOutList(
      (Object.keys(whyLeftOut) as LeaveOutReason[]).map((reason) => ({
        reason: whyLeftOut[reason],
        count: plan.leftOut.filter((one) => one.reason === reason).length,
      })),
    ),
    refusals: [],
  };
}
