import { coverThresholds } from '../../core/exchange/share/covers.ts';
import type { LeavingPhotos } from '../../core/exchange/exportFile.ts';
import { leavingAsCopies } from '../../core/exchange/share/leavingNow.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { planShare, type SharePlan } from '../../core/exchange/share/sharePlan.ts';
import { shareableSequences } from '../../core/exchange/share/shareable.ts';
import { defaultShareOptions, type ShareOptions } from '../../core/exchange/share/shareOptions.ts';
import type { Photo } from '../../core/survey/photo.ts';
import { appVersion } from '../../platform/appVersion.ts';
import type { FileTarget } from '../../platform/fileTarget.ts';
import type { CopyOrder, FileHashes, MadeCopy } from '../../workers/share/contract.ts';
import { CopyMaker } from '../../workers/share/copyMaker.ts';
import type { PreparedExport } from '../exports/exports.ts';
import type { FolderAccess } from '../run/folderAccess.ts';
import { now } from '../survey/now.ts';
import { PictureGate } from './pictureGate.ts';
import type { Reread } from '../survey/reread.ts';
import { saveExport, type SaveOutcome } from '../exports/saveExport.ts';
import { shareExport, shareReports } from './shareExport.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** What is done to one photo in its copy. */
export type CopyWish = Omit<CopyOrder, 'file' | 'contentKey'>;

/** Makes copies to share. What may leave is decided again for each run, never remembered. */
export class Sharing {
  options = $state.raw<ShareOptions>(defaultShareOptions);
  /** Ids of the sequences to share; null for all. What the people gate holds stays behind in any case. */
  chosen = $state.raw<ReadonlySet<string> | null>(null);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  outcome = $state.raw<(SaveOutcome & { shared: number; lost: number }) | null>(null);
  #stop = new AbortController();
  /** Photos whose folder was gone when their copy was to be made. */
  #lost = 0;

  readonly reread: Reread;
  readonly #survey: SurveyState;
  readonly #access: FolderAccess;
  readonly #maker = new CopyMaker();

  /** @param reread brings in what other tabs have kept, before anything leaves */
  constructor(survey: SurveyState, access: FolderAccess, reread: Reread) {
    this.#survey = survey;
    this.#access = access;
    this.reread = reread;
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

  /** Whether the folder of at least one of the photos can be read. */
  reachesAny(mediaIds: readonly string[]): boolean {
    return mediaIds.some((id) => this.#access.isConnected(this.#survey.photo(id)?.media.folderId ?? ''));
  }

  /** A copy of one photo, made of its pixels alone. Never throws: what goes wrong is said in plain words. */
  async copy(mediaId: string, wish: CopyWish): Promise<MadeCopy> {
    const media = this.#survey.photo(mediaId)?.media;
    const opened = media ? await this.#access.open(media) : null;
    if (opened && 'lost' in opened) {
      this.#lost += 1;
      return { failure: 'The folder with the photo is gone.' };
    }
    if (!media || !opened || !('file' in opened)) return { failure: 'Its file can no longer be opened.' };
    return this.#maker.make({ file: opened.file, contentKey: media.contentKey, ...wish });
  }

  /** What may leave at each moment by a rule. */
  gate(rule: (snapshot: SurveySnapshot) => LeavingPhotos): PictureGate {
    return new PictureGate(() => this.#survey.snapshot, rule);
  }

  /** Hashes of all of a photo's bytes; null where they can no longer be read. */
  async hash({ media }: Pick<Photo, 'media'>): Promise<FileHashes | null> {
    const opened = await this.#access.open(media);
    const hashes = 'file' in opened ? await this.#maker.hash(opened.file) : null;
    return hashes && 'md5' in hashes ? hashes : null;
  }

  /** Ends the worker that makes copies; the next copy starts another. */
  release(): void {
    this.#maker.close();
  }

  /** The copies as they are planned now, with their report. */
  prepare(): PreparedExport {
    this.#survey.showAll();
    if (this.unsifted > 0) {
      return { files: [], leftOut: [], refusals: [{ reason: 'unsifted', deployments: [] }] };
    }
    const { copies } = this.plan;
    if (copies.length > 0 && !this.reachesAny(copies.map(({ photo }) => photo.id))) {
      return { files: [], leftOut: [], refusals: [{ reason: 'folders-away', deployments: [] }] };
    }
    const { snapshot, models, decisions } = this.#survey;
    const context = {
      appVersion,
      at: now(),
      survey: snapshot.name,
      models: models.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
      gate: snapshot.gate,
      options: this.options,
      leak: decisions.leak,
    };
    const { chosen, options } = this;
    const gate = this.gate((now) => leavingAsCopies(now, chosen, options));
    const prepared = shareExport(this.plan, context, gate, ({ photo, covers }, { infoBar, longestSide }) =>
      this.copy(photo.id, { covers, infoBar, longestSide, mostBytes: null }),
    );
    return { ...prepared, reread: this.reread, release: () => this.release() };
  }

  /** Makes the copies, their report and sums. A photo that cannot be copied is a line of the report. Never throws. */
  async shareTo(target: FileTarget): Promise<void> {
    this.#stop = new AbortController();
    this.outcome = null;
    this.#lost = 0;
    this.progress = { done: 0, total: this.plan.copies.length };
    // What another tab holds is no longer planned.
    await this.reread(true).catch(() => undefined);
    const outcome = await saveExport(this.prepare(), target, this.#stop.signal, ({ done, total }) => {
      this.progress = { done: Math.min(done, total - shareReports), total: total - shareReports };
    });
    this.progress = null;
    const shared = Math.max(0, outcome.written - shareReports);
    this.outcome = { ...outcome, shared, lost: this.#lost };
  }
}
