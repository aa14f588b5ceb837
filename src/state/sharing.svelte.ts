import { planShare, type PlannedCopy, type SharePlan } from '../core/share/sharePlan.ts';
import { shareableSequences } from '../core/share/shareable.ts';
import { defaultShareOptions, type ShareOptions } from '../core/share/shareOptions.ts';
import { shareReport, sumsFile, type CopyResult } from '../core/share/shareReport.ts';
import type { FileTarget } from '../platform/fileTarget.ts';
import { sha256Of } from '../platform/contentKey.ts';
import { CopyMaker } from '../workers/share/copyMaker.ts';
import { appVersion } from '../platform/appVersion.ts';
import type { FolderAccess } from './folderAccess.ts';
import { now } from './now.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** How making copies ended. */
export interface ShareOutcome {
  shared: number;
  failed: number;
  cancelled: boolean;
  /** Why it ended early, in plain words. */
  problem: string | null;
}

/** Makes copies that are safe to share. What may leave is decided anew for each run, never remembered. */
export class Sharing {
  options = $state.raw<ShareOptions>(defaultShareOptions);
  /** Ids of the sequences to share; null for all. What the people gate holds stays behind in any case. */
  chosen = $state.raw<ReadonlySet<string> | null>(null);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  outcome = $state.raw<ShareOutcome | null>(null);
  #stop = new AbortController();

  readonly #survey: SurveyState;
  readonly #access: FolderAccess;

  constructor(survey: SurveyState, access: FolderAccess) {
    this.#survey = survey;
    this.#access = access;
  }

  /** What would be copied now, and what would stay behind. */
  readonly plan: SharePlan = $derived.by(() => {
    const { log } = this.#survey.reviews;
    const { chosen } = this;
    const { sequences: all } = this.#survey;
    const sequences = chosen === null ? all : all.filter(({ id }) => chosen.has(id));
    const shareable = shareableSequences(sequences, (mediaId) => log.photo(mediaId));
    return planShare(shareable, this.#survey.decisions.gateSettings, this.options);
  });

  /** Photos that are not sifted yet: one of them may show a person in a sequence that looks clear. */
  readonly unsifted: number = $derived.by(() => this.#survey.counts.pending);

  change(changes: Partial<ShareOptions>): void {
    this.options = { ...this.options, ...changes };
  }

  cancel(): void {
    this.#stop.abort();
  }

  /**
   * Makes the copies, then their report and sums. A photo that cannot be copied is a line of the report; a full disk
   * ends the run.
   *
   * @throws RangeError while photos are still to be sifted
   */
  async shareTo(target: FileTarget): Promise<ShareOutcome> {
    if (this.unsifted > 0) throw new RangeError('Photos are still to be sifted.');
    const { plan, options } = this;
    const results: CopyResult[] = [];
    const maker = new CopyMaker();
    this.#stop = new AbortController();
    this.outcome = null;
    let problem: string | null = null;
    try {
      for (const copy of plan.copies) {
        if (this.#stop.signal.aborted) break;
        this.progress = { done: results.length, total: plan.copies.length };
        results.push(await this.#copy(copy, options, maker, target));
      }
      await this.#writeReport(plan, results, target);
      await target.close();
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      await target.abort();
    } finally {
      maker.close();
      this.progress = null;
    }
    const shared = results.filter((result) => 'sha256' in result).length;
    this.outcome = { shared, failed: results.length - shared, cancelled: this.#stop.signal.aborted, problem };
    return this.outcome;
  }

  async #copy(
    copy: PlannedCopy,
    { infoBar, longestSide }: ShareOptions,
    maker: CopyMaker,
    target: FileTarget,
  ): Promise<CopyResult> {
    const media = this.#survey.photo(copy.photo.id)?.media;
    const opened = media ? await this.#access.open(media) : null;
    if (!media || !opened || !('file' in opened))
      return { copy, failure: 'Its file can no longer be opened.' };
    const { contentKey } = media;
    const made = await maker.make({
      file: opened.file,
      contentKey,
      covers: copy.covers,
      infoBar,
      longestSide,
    });
    if ('failure' in made) return { copy, failure: made.failure };
    await target.write(copy.name, made.bytes);
    return { copy, sha256: made.sha256, bytes: made.bytes.length };
  }

  async #writeReport(plan: SharePlan, results: CopyResult[], target: FileTarget): Promise<void> {
    const report = shareReport(plan, results, {
      appVersion,
      at: now(),
      survey: this.#survey.survey?.name ?? '',
      models: this.#survey.models.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
      gate: this.#survey.decisions.gateSettings,
      options: this.options,
      leak: this.#survey.decisions.leak,
    });
    const bytes = new TextEncoder().encode(report);
    const files = results.flatMap((result) =>
      'sha256' in result ? [{ name: result.copy.name, sha256: result.sha256 }] : [],
    );
    files.push({ name: 'report.json', sha256: await sha256Of(bytes.buffer) });
    await target.write('report.json', bytes);
    await target.write('SHA256SUMS', new TextEncoder().encode(sumsFile(files)));
  }
}
