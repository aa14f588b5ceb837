import { lettingGo, lettingNothingGo, type LettingGo } from '../../core/survey/lettingGo.ts';
import type { Review } from '../../core/survey/reviews/review.ts';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import type { Photo } from '../../core/survey/photo.ts';
import { surveySnapshot } from '../../core/survey/decideSurvey.ts';
import type { SurveySettings } from '../../core/settings/surveySettings.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';

/** What a file would change of the open survey, as far as the people gate may depend on it. */
export interface Proposal {
  settings?: SurveySettings;
  reviews?: readonly Review[];
  /** The survey's photos with what its results say of people. */
  photos?: readonly Photo[];
}

/** What of a proposal is taken while nobody has agreed that it lets sequences go. */
export interface StricterSide {
  /** Held sequences that the whole of it would let go; 0 where there is nothing to ask. */
  sequences: number;
  /** Whether its settings are among what would. */
  holdsSettings: boolean;
  /** The reviews that would. */
  heldReviews: ReadonlySet<Review>;
  /** The photos whose results would, by media id: no model that knows people has looked at some of them so far. */
  heldResults: ReadonlySet<string>;
}

export const nothingToAsk: StricterSide = {
  sequences: 0,
  holdsSettings: false,
  heldReviews: new Set(),
  heldResults: new Set(),
};

/** Settings that decide what the gate sees; all others let nothing go. */
const gateSettings = [
  'gate',
  'thresholds',
  'gapSeconds',
  'grouping',
  'clocks',
  'stations',
  'utcOffset',
] as const satisfies readonly (keyof SurveySettings)[];

export function isGateSetting(name: string): boolean {
  return (gateSettings as readonly string[]).includes(name);
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Reviews that can let something go; notes, stars and holds cannot. */
function mayRelease({ statement }: Review): boolean {
  switch (statement.kind) {
    case 'gate':
      return statement.verdict !== 'hold';
    case 'star':
    case 'note':
    case 'repeat-detection':
      return false;
    default:
      return true;
  }
}

/**
 * Asks the people gate what a file would let go, before anything of it is taken, and tells what must be left out so that
 * nothing is: settings, and reviews and results of the photos that would go.
 */
export function stricterSide(app: Fieldsift, { settings, reviews = [], photos }: Proposal): StricterSide {
  const { survey } = app;
  const before = survey.snapshot;
  if (!before.sequences.some(({ gate }) => gate.state === 'held')) return nothingToAsk;
  const own = survey.settings;
  const wanted = settings ?? own;
  const differs = gateSettings.some((name) => !same(own[name], wanted[name]));
  const releasing = reviews.filter(mayRelease);
  if (!differs && releasing.length === 0 && photos === undefined) return nothingToAsk;
  const said = survey.reviews.log.reviews;
  const target = new Map([...said, ...reviews].map((review) => [review.id, review]));
  const here = survey.photos();
  const seen = photos ?? here;
  const with_ = (by: SurveySettings, more: readonly Review[], of: readonly Photo[]): LettingGo =>
    lettingGo(
      before,
      surveySnapshot({
        ...{ appVersion: '', at: before.at, id: before.id, name: before.name, settings: by },
        ...{ manifest: survey.manifest, models: survey.models, photos: of },
        reviews: new ReviewLog([...said, ...more]),
      }),
    );
  const all = with_(wanted, reviews, seen);
  const bySettings = differs ? with_(wanted, [], here) : lettingNothingGo;
  const holdsSettings = bySettings.sequences > 0;
  const by = holdsSettings ? own : wanted;
  const byResults = photos ? with_(by, [], seen) : lettingNothingGo;
  const of = byResults.sequences > 0 ? here : seen;
  const byReviews = releasing.length > 0 ? with_(by, reviews, of) : lettingNothingGo;
  const touches = (review: Review): boolean => {
    const { statement, mediaIds } = review;
    if (statement.kind === 'undo') {
      const undone = target.get(statement.reviewId);
      return undone === undefined || undone.statement.kind === 'undo' || touches(undone);
    }
    return mediaIds.some((id) => byReviews.mediaIds.has(id));
  };
  const heldReviews = new Set(byReviews.sequences > 0 ? releasing.filter(touches) : []);
  const heldResults = byResults.mediaIds;
  const counts = [all, bySettings, byReviews, byResults].map((one) => one.sequences);
  const sequences = Math.max(...counts);
  if (sequences === 0) return nothingToAsk;
  const rest = reviews.filter((review) => !heldReviews.has(review));
  if (with_(by, rest, of).sequences === 0) return { sequences, holdsSettings, heldReviews, heldResults };
  const every = new Set(seen.map(({ id }) => id));
  return { sequences, holdsSettings: true, heldReviews: new Set(releasing), heldResults: every };
}
