import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyStep, LivingSurvey } from '../../../tests/fixtures/livingSurvey.ts';
import { threeClassManifest } from '../../../tests/fixtures/photo.ts';
import type { AggregationRules } from '../decisions/aggregate.ts';
import type { RoleThresholds } from '../models/role.ts';
import { thresholdsInForce, type Photo } from '../survey/photo.ts';
import { NamesInUse } from './nameUse.ts';
import type { ReviewLog } from '../survey/reviews/reviewLog.ts';
import { ContentReviews } from '../survey/reviews/contentReviews.ts';
import { keepCopies, keepGroups, noCopyGroups, type CopyGroups } from '../decisions/sequence/duplicate.ts';
import { copiesAmong, copyGroupsAmong, type SiftedDeployment } from '../survey/decidedSequence.ts';
import { byPath, gateInForce, surveySnapshot } from '../survey/decideSurvey.ts';
import { DecisionStages } from '../survey/decisionStages.ts';
import { MachineWord } from '../survey/machineWord.ts';
import { perPart } from '../incremental/perPart.ts';
import { placePhotos } from '../survey/placement.ts';
import type { SurveySettings } from '../settings/surveySettings.ts';
import { SnapshotAssembler } from '../survey/snapshotAssembler.ts';
import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import type { QueueView } from './filterAddress.ts';
import { QueueEntries, queueEntries } from './queueEntries.ts';
import { QueueLens, showQueue } from './queueLens.ts';
import { everything } from './sequenceFilter.ts';
import { noRanks, sortOrders } from './sortOrder.ts';

const manifest = threeClassManifest;
const named = { appVersion: '1.0.0', at: '', id: 'project', name: 'Season', models: [] };

type PlacedBy = [SurveySettings['clocks'], SurveySettings['stations'], SurveySettings['utcOffset']];

/** A snapshot made as the app makes it: from what was decided before, of what nothing changed. */
class KeptSnapshot {
  readonly #stages = new DecisionStages();
  readonly #assembler = new SnapshotAssembler();
  #photos: readonly Photo[] = [];
  readonly #thresholds = perPart((thresholds: SurveySettings['thresholds']) =>
    thresholdsInForce({ thresholds }, manifest),
  );
  readonly #word = perPart(
    (thresholds: RoleThresholds, aggregation: AggregationRules) =>
      new MachineWord([], aggregation, thresholds),
  );
  #groups = noCopyGroups;
  readonly #said = perPart((log: ReviewLog, groups: CopyGroups) => new ContentReviews(log, groups));
  #copies: ReadonlyMap<string, string> = new Map();
  readonly #place = perPart((photos: readonly Photo[], ...settings: PlacedBy) => {
    const ordered = byPath(photos);
    const [clocks, stations, utcOffset] = settings;
    return placePhotos(ordered, { clocks, stations, utcOffset });
  });

  of({ photos, settings, log }: LivingSurvey): SurveySnapshot {
    const isSame =
      photos.length === this.#photos.length && photos.every((photo, index) => photo === this.#photos[index]);
    if (!isSame) this.#photos = photos;
    const thresholds = this.#thresholds(settings.thresholds);
    const gate = gateInForce(settings.gate, manifest);
    const word = this.#word(thresholds, settings.aggregation);
    const { clocks, stations, utcOffset } = settings;
    const placement = this.#place(this.#photos, clocks, stations, utcOffset);
    this.#groups = keepGroups(this.#groups, copyGroupsAmong(placement.photos));
    const reviews = this.#said(log, this.#groups);
    const chosen = copiesAmong(placement.photos, this.#groups, (id) => reviews.isReviewed(id));
    const copies = (this.#copies = keepCopies(this.#copies, chosen));
    const stages = this.#stages;
    const gatesOf = (part: SiftedDeployment) => {
      const said = stages.reviews(part, reviews);
      const grouped = stages.group(part, settings.gapSeconds, settings.grouping);
      return { said, sequences: grouped, gated: stages.gate(grouped, gate, said) };
    };
    const gates = stages.copyGates(stages.copiedDeployments(placement.photos, copies).map(gatesOf), copies);
    const sequences = stages.deployments(placement.photos, copies).flatMap((part) => {
      const { said, sequences: grouped, gated } = gatesOf(part);
      const decided = stages.decide(grouped, thresholds, settings.aggregation, null);
      const held = stages.gateCopies(gated, grouped, gates);
      return stages.stand(decided, held, said, thresholds, settings.triage, word);
    });
    return this.#assembler.assemble({
      ...{ ...named, thresholds, gate, placement, copies, sequences, word },
      labels: manifest.labels,
      settings,
      reviewOf: (mediaId) => reviews.photo(mediaId),
    });
  }
}

const anyView = fc
  .record({
    sort: fc.constantFrom(...sortOrders),
    label: fc.subarray(['animal', 'blank', 'Vulpes vulpes']),
    review: fc.subarray(['reviewed', 'unreviewed']),
    failure: fc.subarray(['truncated']),
  })
  .map(({ sort, ...facets }): QueueView => ({
    filter: { ...everything, facets: { ...everything.facets, ...facets } },
    sort,
  }));

const anyLook = fc.oneof(
  { weight: 4, arbitrary: anyStep },
  { weight: 1, arbitrary: anyView.map((view) => ({ kind: 'view' as const, view })) },
  { weight: 1, arbitrary: fc.constantFrom(...sortOrders).map((sort) => ({ kind: 'sort' as const, sort })) },
);

/** A photo of a snapshot as plain data, with everything that is decided when somebody looks. */
function plainPhotos({ photos }: SurveySnapshot): unknown[] {
  return photos.map(({ media, sequenceId, frameNumber, observations, decision, starred, note, copyOf }) => ({
    ...{ id: media.id, sequenceId, frameNumber, observations, decision, starred, note, copyOf },
  }));
}

describe('a queue that follows what happens', () => {
  it('is what it would be if it were made anew, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(anyLook, { minLength: 1, maxLength: 12 }), (looks) => {
        const survey = new LivingSurvey();
        const kept = new KeptSnapshot();
        const [entries, lens, names] = [new QueueEntries(), new QueueLens(), new NamesInUse()];
        let view: QueueView = { filter: everything, sort: 'camera' };
        for (const look of looks) {
          if (look.kind === 'view') ({ view } = look);
          else if (look.kind === 'sort') view = { ...view, sort: look.sort };
          else survey.take(look);
          const snapshot = kept.of(survey);
          const { photos, settings, log } = survey;
          const anew = surveySnapshot({ ...named, settings, manifest, photos, reviews: log });
          expect(plainPhotos(snapshot)).toEqual(plainPhotos(anew));
          expect(snapshot.sequences).toEqual(anew.sequences);
          const all = entries.of(snapshot);
          expect(all).toEqual(queueEntries(anew));
          const shown = lens.of(all, view, noRanks, snapshot);
          const shownAnew = showQueue(queueEntries(anew), view, anew);
          expect(shown.entries).toEqual(shownAnew.entries);
          expect(shown.counts).toEqual(shownAnew.counts);
          shown.entries.forEach(({ id }, place) => {
            expect(shown.places.get(id)).toBe(place);
          });
          expect(all.filter(({ id }) => shown.places.has(id))).toHaveLength(shown.entries.length);
          expect(names.of(snapshot)).toEqual(new NamesInUse().of(anew));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('makes nothing anew of a camera of which nothing was said', () => {
    const survey = new LivingSurvey();
    const kept = new KeptSnapshot();
    fc.assert(
      fc.property(anyStep, (step) => {
        survey.take(step);
        const before = kept.of(survey);
        const again = kept.of(survey);
        expect(again.photos).toBe(before.photos);
        expect(again.sequences).toBe(before.sequences);
      }),
      { numRuns: 20 },
    );
  });
});
