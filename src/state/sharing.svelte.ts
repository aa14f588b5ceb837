import { coverThresholds, type LeaveOutReason } from '../core/share/covers.ts';
import { leftOutList } from '../core/formats/exportFile.ts';
import { planShare, type PlannedCopy, type SharePlan } from '../core/share/sharePlan.ts';
import { shareableSequences } from '../core/share/shareable.ts';
import { defaultShareOptions, type ShareOptions } from '../core/share/shareOptions.ts';
import { shareReport, sumsFile, type CopyResult } from '../core/share/shareReport.ts';
import { sha256Of } from '../platform/contentKey.ts';
import type { FileTarget } from '../platform/fileTarget.ts';
import type { CopyOrder, MadeCopy } from '../workers/share/contract.ts';
import { CopyMaker } from '../workers/share/copyMaker.ts';
import { PhotoLeftOut, type PreparedExport, type PreparedFile } from './exports.ts';
import { appVersion } from '../platform/appVersion.ts';
import type { FolderAccess } from './folderAccess.ts';
import { now } from './now.ts';
import { saveExport, type SaveOutcome } from './saveExport.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** `report.json` and `SHA256SUMS`. */
const reports = 2;

const whyLeftOut: Record<LeaveOutReason, string> = {
  held: 'held by the people gate',
  unseen: 'seen by no model',
  people: 'with people',
  vehicles: 'with vehicles',
  'no-box': 'with somebody whose place nobody knows',
};

/** What is done to one photo in its copy. */
export type CopyWish = Omit<CopyOrder, 'file' | 'contentKey'>;

/** Makes copies that are safe to share. What may leave is decided anew for each run, never remembered. */
export class Sharing {
  options = $state.raw<ShareOptions>(defaultShareOptions);
  /** Ids of the sequences to share; null for all. What the people gate holds stays behind in any case. */
  chosen = $state.raw<ReadonlySet<string> | null>(null);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  outcome = $state.raw<(SaveOutcome & { shared: number }) | null>(null);
  #stop = new AbortController();

  readonly #survey: SurveyState;
  readonly #access: FolderAccess;
  readonly #maker = new CopyMaker();

  constructor(survey: SurveyState, access: FolderAccess) {
    this.#survey = survey;
    this.#access = access;
  }

  /** What would be copied now, and what would stay behind. */
  readonly plan: SharePlan = $derived.by(() => {
    const { snapshot } = this.#survey;
    return planShare(shareableSequences(snapshot, this.chosen), coverThresholds(snapshot), this.options);
  });

  /** Photos that are not sifted yet: one of them may show a person in a sequence that looks clear. */
  readonly unsifted: number = $derived.by(() => this.#survey.counts.pending);

  change(changes: Partial<ShareOptions>): void {
    this.options = { ...this.options, ...changes };
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** A copy of one photo, made of its pixels alone. Never throws: what goes wrong is said in plain words. */
  async copy(mediaId: string, wish: CopyWish): Promise<MadeCopy> {
    const media = this.#survey.photo(mediaId)?.media;
    const opened = media ? await this.#access.open(media) : null;
    if (!media || !opened || !('file' in opened)) return { failure: 'Its file can no longer be opened.' };
    return this.#maker.make({ file: opened.file, contentKey: media.contentKey, ...wish });
  }

  /** Ends the worker that makes copies; the next copy starts another. */
  release(): void {
    this.#maker.close();
  }

  /** The copies as they are planned now, each made when it is read, then the report of those that were, and the sums. */
  prepare(): PreparedExport {
    if (this.unsifted > 0) {
      const refusal =
        'Photos are still to be sifted. One of them may show a person in a sequence that looks clear.';
      return { files: [], leftOut: [], refusals: [refusal] };
    }
    const { plan, options } = this;
    const results = new Map<PlannedCopy, CopyResult>();
    const copies = plan.copies.map((copy): PreparedFile => ({
      path: copy.name,
      mediaType: 'image/jpeg',
      pieces: () => this.#copyOf(copy, options, (result) => results.set(copy, result)),
    }));
    const at = now();
    const report = (): string => this.#report(plan, options, [...results.values()], at);
    return {
      files: [
        ...copies,
        {
          path: 'report.json',
          mediaType: 'application/json',
          isReport: true,
          pieces: () => [report()],
        },
        {
          path: 'SHA256SUMS',
          mediaType: 'text/plain',
          isReport: true,
          pieces: async function* () {
            const files = [...results.values()].flatMap((result) =>
              'sha256' in result ? [{ name: result.copy.name, sha256: result.sha256 }] : [],
            );
            const own = await sha256Of(new TextEncoder().encode(report()).buffer);
            yield sumsFile([...files, { name: 'report.json', sha256: own }]);
          },
        },
      ],
      leftOut: leftOutList(
        Object.entries(whyLeftOut).map(([reason, why]) => ({
          count: plan.leftOut.filter((one) => one.reason === reason).length,
          what: 'photos',
          why,
        })),
      ),
      refusals: [],
      release: () => this.release(),
    };
  }

  /** Makes the copies, their report and sums. A photo that cannot be copied is a line of the report. Never throws. */
  async shareTo(target: FileTarget): Promise<void> {
    this.#stop = new AbortController();
    this.outcome = null;
    const outcome = await saveExport(this.prepare(), target, this.#stop.signal, (done, total) => {
      this.progress = { done, total: total - reports };
    });
    this.progress = null;
    this.outcome = { ...outcome, shared: Math.max(0, outcome.written - reports) };
  }

  async *#copyOf(
    copy: PlannedCopy,
    { infoBar, longestSide }: ShareOptions,
    keep: (result: CopyResult) => void,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const { covers, photo, name } = copy;
    const made = await this.copy(photo.id, { covers, infoBar, longestSide, mostBytes: null });
    if ('failure' in made) {
      keep({ copy, failure: made.failure });
      throw new PhotoLeftOut(`${name}: ${made.failure}`);
    }
    keep({ copy, sha256: made.sha256, bytes: made.bytes.length });
    yield made.bytes;
  }

  #report(plan: SharePlan, options: ShareOptions, results: CopyResult[], at: string): string {
    const { snapshot, models, decisions } = this.#survey;
    return shareReport(plan, results, {
      appVersion,
      at,
      survey: snapshot.name,
      models: models.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
      gate: snapshot.gate,
      options,
      leak: decisions.leak,
    });
  }
}
