import type { QueueEntry } from '../../core/queue/queueEntry.ts';
import type { StandingObservation } from '../../core/taxa/observation.ts';
import type { PackedPrediction } from '../../core/models/prediction/predictionPacking.ts';
import { drawnBoxes } from '../../core/survey/reviews/drawnBoxes.ts';
import { plainView, type PhotoView } from '../../core/queue/photoView.ts';
import { tellingPhoto } from '../../core/queue/releaseDoubt.ts';
import { suggestionsFor } from '../../core/queue/suggestions.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import type { ReviewQueue } from './reviewQueue.svelte.ts';

/** Whether a keystroke is about the whole sequence or about the photo shown. */
export type NamingScope = 'sequence' | 'photo';

/** Which field the keyboard asked for. */
export type AskedField = 'find' | 'behaviour' | 'note';

/** One sequence, large: which photo of it is shown, and how. */
export class LightTable {
  readonly #snapshot: () => SurveySnapshot;
  readonly #queue: ReviewQueue;
  #openId = $state<string | null>(null);
  #frame = $state(0);
  view = $state.raw<PhotoView>(plainView);
  scope = $state<NamingScope>('sequence');
  /** The next name is added to what stands, instead of replacing it. */
  adds = $state(false);
  /** Place of the box that is at hand, in `boxes`. */
  box = $state<number | null>(null);
  isDrawing = $state(false);
  asked = $state<AskedField | null>(null);
  /** All that the file of the photo says of itself is laid over it. */
  showsCameraData = $state(false);

  readonly entry: QueueEntry | null = $derived.by(() =>
    this.#openId === null ? null : this.#queue.entry(this.#openId),
  );
  readonly photos: readonly SnapshotPhoto[] = $derived.by(() => {
    const { photos } = this.#snapshot();
    return (this.entry?.photos ?? []).flatMap((index) => photos[index] ?? []);
  });
  readonly photo: SnapshotPhoto | null = $derived.by(() => this.photos[this.frame] ?? null);
  readonly previousPhoto: SnapshotPhoto | null = $derived.by(() => this.photos[this.frame - 1] ?? null);
  readonly boxes = $derived.by(() => {
    const { labels, thresholds } = this.#snapshot();
    return this.photo ? drawnBoxes(this.photo, labels, thresholds) : [];
  });
  /** What stands of what a keystroke would be about. */
  readonly standing: readonly StandingObservation[] = $derived.by(() =>
    this.scope === 'photo' ? (this.photo?.observations ?? []) : (this.entry?.sequence?.observations ?? []),
  );
  /** What count, age and sex are of: the last thing that stands; null where nothing is there. */
  readonly counted: StandingObservation | null = $derived.by(
    () => this.standing.findLast(({ role }) => role !== 'blank') ?? null,
  );
  readonly suggestions = $derived.by(() => {
    const about = this.scope === 'photo' && this.photo ? [this.photo] : this.photos;
    const predictions = about.flatMap(({ prediction }): PackedPrediction[] =>
      prediction ? [prediction] : [],
    );
    return suggestionsFor(predictions, this.#snapshot().labels);
  });

  constructor(snapshot: () => SurveySnapshot, queue: ReviewQueue) {
    this.#snapshot = snapshot;
    this.#queue = queue;
  }

  get isOpen(): boolean {
    return this.#openId !== null;
  }

  get frame(): number {
    return Math.max(0, Math.min(this.#frame, this.photos.length - 1));
  }

  set frame(frame: number) {
    this.#frame = Math.max(0, Math.min(frame, this.photos.length - 1));
    this.box = null;
    this.isDrawing = false;
  }

  /**
   * Shows a stack, a held one at the photo that it is held for. The view stays as it was: whoever brightened a dark night
   * wants the next photo as bright.
   */
  open(entry: QueueEntry, frame = this.#tellingFrame(entry)): void {
    this.#openId = entry.id;
    this.#queue.cursor = entry.id;
    this.#frame = frame;
    this.view = { ...this.view, zoom: 1, x: 0.5, y: 0.5 };
    this.box = null;
    this.isDrawing = false;
    this.adds = false;
    this.asked = null;
  }

  #tellingFrame({ gate, photos }: QueueEntry): number {
    if (gate !== 'held') return 0;
    const all = this.#snapshot().photos;
    return tellingPhoto(photos.flatMap((index) => all[index] ?? []))?.frame ?? 0;
  }

  close(): void {
    this.#openId = null;
    this.showsCameraData = false;
    this.view = plainView;
    this.scope = 'sequence';
  }
}
