import { leftOutList, type LeftOutReason } from '../core/formats/exportFile.ts';
import type { LeaveOutReason } from '../core/share/covers.ts';
import type { PlannedCopy, SharePlan } from '../core/share/sharePlan.ts';
import type { ShareOptions } from '../core/share/shareOptions.ts';
import { shareReport, sumsFile, type CopyResult, type ShareContext } from '../core/share/shareReport.ts';
import { sha256Of } from '../platform/contentKey.ts';
import type { MadeCopy } from '../workers/share/contract.ts';
import type { PreparedExport, PreparedFile } from './exports.ts';
import { PhotoLeftOut } from './photoLeftOut.ts';

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
 *
 * @param make a copy of one photo
 */
export function shareExport(
  plan: SharePlan,
  context: ShareContext,
  make: (copy: PlannedCopy, options: ShareOptions) => Promise<MadeCopy>,
): PreparedExport {
  const results = new Map<PlannedCopy, CopyResult>();
  const report = (): string => shareReport(plan, [...results.values()], context);
  const pieces = async function* (copy: PlannedCopy): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const made = await make(copy, context.options);
    if ('failure' in made) {
      results.set(copy, { copy, failure: made.failure });
      throw new PhotoLeftOut(`${copy.name}: ${made.failure}`);
    }
    results.set(copy, { copy, sha256: made.sha256, bytes: made.bytes.length });
    yield made.bytes;
  };
  const sums = async function* (): AsyncGenerator<string> {
    const files = [...results.values()].flatMap((result) =>
      'sha256' in result ? [{ name: result.copy.name, sha256: result.sha256 }] : [],
    );
    const sha256 = await sha256Of(new TextEncoder().encode(report()).buffer);
    yield sumsFile([...files, { name: 'report.json', sha256 }]);
  };
  const copies = plan.copies.map((copy): PreparedFile => {
    return { path: copy.name, mediaType: 'image/jpeg', pieces: () => pieces(copy) };
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
