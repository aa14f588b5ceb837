import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia, predictionOf, threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { parseCsv } from '../../core/files/csv.ts';
import { formats } from '../../core/exchange/formats.ts';
import { galleryParts } from '../../core/exchange/gallery/gallery.ts';
import { zooniverseExport } from '../../core/exchange/zooniverse/zooniverseExport.ts';
import { toPhoto, type Photo } from '../../core/survey/photo.ts';
import { observationOf, type ObservedRole } from '../../core/taxa/observation.ts';
import type { BoundingBox } from '../../core/models/prediction/box.ts';
import type { Detection } from '../../core/models/prediction/prediction.ts';
import type { Review, ReviewStatement } from '../../core/survey/reviews/review.ts';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import { coverThresholds } from '../../core/exchange/share/covers.ts';
import { planShare } from '../../core/exchange/share/sharePlan.ts';
import { shareableSequences } from '../../core/exchange/share/shareable.ts';
import { sortingListsExport } from '../../core/exchange/sortingLists/sortingListsExport.ts';
import { defaultShareOptions, type ShareOptions } from '../../core/exchange/share/shareOptions.ts';
import { surveySnapshot } from '../../core/survey/decideSurvey.ts';
import { changeSettings } from '../../core/settings/changeSettings.ts';
import { defaultSettings, type SurveySettings } from '../../core/settings/surveySettings.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { formatCivil } from '../../core/time/civilShift.ts';
import { leftOutText } from '../../words/exportTexts.ts';

const share = (max: number): fc.Arbitrary<number> => fc.double({ min: 0.01, max, noNaN: true });
const anyBox: fc.Arbitrary<BoundingBox> = fc.record({
  x: share(0.6),
  y: share(0.6),
  width: share(0.4),
  height: share(0.4),
});
const anyDetection: fc.Arbitrary<Detection> = fc.record({
  labelIndex: fc.nat(2),
  score: share(1),
  box: anyBox,
});
/** Photos of two cameras, a few seconds apart; some have scores without boxes, as classifiers give them. */
const anyPhotos = fc
  .array(
    fc.record({
      camera: fc.constantFrom('Ridge', 'Creek'),
      seconds: fc.nat(200),
      detections: fc.array(anyDetection, { maxLength: 3 }),
      alone: fc.option(share(1), { nil: null }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((plans) =>
    plans.map(({ camera, seconds, detections, alone }, index): Photo => {
      const time = captureTime(formatCivil(Date.UTC(2021, 5, 4) / 1000 + seconds) ?? '');
      const best = (label: number): number =>
        Math.max(0, ...detections.filter(({ labelIndex }) => labelIndex === label).map(({ score }) => score));
      const person = Math.max(best(1), alone ?? 0);
      const media = doneMedia(`${camera}/${index}.JPG`, { ...time, offset: '+00:00' });
      return toPhoto(media, predictionOf([best(0), person, best(2)], detections), threeClassManifest.labels);
    }),
  );

const anyClick = fc.oneof(
  fc.record({ kind: fc.constantFrom('hold', 'release', 'withdraw'), place: fc.nat(7) }),
  fc.record({
    kind: fc.constant('name'),
    place: fc.nat(7),
    role: fc.constantFrom<ObservedRole>('person', 'animal', 'blank', 'vehicle', 'unknown'),
    box: fc.option(anyBox, { nil: null }),
    count: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    whole: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('undo', 'redo') }),
  fc.record({
    kind: fc.constant('set'),
    name: fc.constantFrom('gate.person', 'person', 'animal'),
    value: share(0.99).map((value) => value.toFixed(2)),
  }),
  fc.record({ kind: fc.constant('set'), name: fc.constant('gap'), value: fc.constantFrom('0', '30', '200') }),
  fc.record({
    kind: fc.constant('options'),
    people: fc.constantFrom('cover', 'leave-out'),
    vehicles: fc.constantFrom('cover', 'leave-out', 'show'),
    frames: fc.integer({ min: 1, max: 4 }),
  }),
);
type Click = { kind: string } & Partial<{
  place: number;
  role: ObservedRole;
  box: BoundingBox | null;
  count: number | null;
  whole: boolean;
  name: string;
  value: string;
  people: 'cover' | 'leave-out';
  vehicles: ShareOptions['vehicles'];
  frames: number;
}>;

/** A survey under somebody's hands. */
class Desk {
  // Zones and places are known, so that every target can be written.
  settings: SurveySettings = {
    ...defaultSettings,
    utcOffset: '+00:00',
    stations: ['Ridge', 'Creek'].map((deployment) => ({
      ...{ deployment, station: deployment, latitude: 33.5, longitude: -117.2, from: null },
    })),
  };
  options: ShareOptions = defaultShareOptions;
  frames = 3;
  readonly log = new ReviewLog();
  readonly #photos: readonly Photo[];
  #order = 0;

  constructor(photos: readonly Photo[]) {
    this.#photos = photos;
  }

  get snapshot(): SurveySnapshot {
    return surveySnapshot({
      appVersion: '1.0.0',
      at: '2021-07-01T00:00:00.000Z',
      id: 'project',
      name: 'Season',
      settings: this.settings,
      manifest: threeClassManifest,
      models: [],
      photos: this.#photos,
      reviews: this.log,
    });
  }

  click(click: Click): void {
    const { sequences, photos } = this.snapshot;
    const sequence = sequences[(click.place ?? 0) % sequences.length];
    const mediaIds = (sequence?.photos ?? []).map((index) => photos[index]?.media.id ?? '');
    switch (click.kind) {
      case 'name': {
        const { role = 'person', box = null, count = null } = click;
        const observations = [{ ...observationOf(role), box, count }];
        this.#say({ kind: 'observations', observations }, click.whole ? mediaIds : mediaIds.slice(0, 1));
        break;
      }
      case 'undo':
      case 'redo': {
        const target = click.kind === 'undo' ? this.log.undoable : this.log.redoable;
        if (target) this.#say({ kind: 'undo', reviewId: target.id }, []);
        break;
      }
      case 'set':
        this.settings = changeSettings(this.settings, { [click.name ?? '']: click.value ?? '' });
        break;
      case 'options': {
        const { people = 'cover', vehicles = 'cover' } = click;
        this.options = { ...this.options, people, vehicles };
        this.frames = click.frames ?? 3;
        break;
      }
      default: {
        const verdict = click.kind as 'hold' | 'release' | 'withdraw';
        const gate = sequence?.gate;
        const signs = gate?.state === 'held' && gate.by === 'machine' ? gate.signs : [];
        const signedOff = verdict === 'release' ? signs.map(({ key }) => key) : [];
        this.#say({ kind: 'gate', verdict, signedOff }, mediaIds);
      }
    }
  }

  #say(statement: ReviewStatement, mediaIds: readonly string[]): void {
    this.#order += 1;
    const at = new Date(Date.UTC(2021, 5, 5) + this.#order * 1000).toISOString();
    const order = this.#order;
    const review: Review = {
      id: `r${order}`,
      projectId: 'project',
      by: 'Ada',
      at,
      order,
      mediaIds,
      statement,
    };
    this.log.add(review);
  }
}

interface ShownPicture {
  target: string;
  mediaId: string;
  covers: readonly BoundingBox[];
}

/** What plans each format whose text follows from the survey alone, by its name. */
const planners = new Map(
  (await Promise.all(formats.map(async ({ name, plan }) => [name, await plan?.()] as const))).flatMap(
    ([name, plan]) => (plan ? [[name as string, plan] as const] : []),
  ),
);

/** Every picture in any target: also of one that is added later, since all planners are asked. */
function picturesOf(desk: Desk, snapshot: SurveySnapshot): ShownPicture[] {
  const { options, frames } = desk;
  const planned = [...planners].flatMap(([target, planner]) =>
    (planner(snapshot, {}, () => snapshot).pictures ?? []).map(({ mediaId, covers }) => ({
      target,
      mediaId,
      covers,
    })),
  );
  const asked = zooniverseExport(snapshot, { mostFrames: frames, people: options.people }).pictures ?? [];
  const gallery = [...galleryParts(snapshot, leftOutText)].flatMap((part) =>
    typeof part === 'string' ? [] : [part],
  );
  // Scripts that copy originals show whatever they copy, uncovered.
  const [, shell] = sortingListsExport(snapshot, 'label').files;
  const copied = [...(shell?.text() ?? [])].join('').match(/(?<=^put ')[^']*/gm) ?? [];
  const ids = new Map(snapshot.photos.map(({ media }) => [media.path, media.id]));
  const { copies } = planShare(shareableSequences(snapshot), coverThresholds(snapshot), options);
  return [
    ...planned,
    ...asked.map((picture) => ({ target: 'zooniverse, asked', ...picture })),
    ...gallery.map((picture) => ({ target: 'gallery', ...picture })),
    ...copied.map((path) => ({ target: 'sorting-lists', mediaId: ids.get(path) ?? path, covers: [] })),
    ...copies.map(({ photo, covers }) => ({ target: 'share', mediaId: photo.id, covers })),
  ];
}

/** Paths of the photos that a target of text alone tells others to look at. */
function toldOf(snapshot: SurveySnapshot): { target: string; path: string }[] {
  const rows = (target: string, file: string): Record<string, string>[] => {
    const text = planners
      .get(target)?.(snapshot, {}, () => snapshot)
      .files.find(({ path }) => path.endsWith(file));
    const [header = [], ...lines] = parseCsv([...(text?.text() ?? [])].join(''));
    return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
  };
  const open = rows('camtrap-dp', '/media.csv').filter((row) => row['filePublic'] === 'true');
  return [
    ...open.map((row) => ({ target: 'camtrap-dp', path: row['mediaID'] ?? '' })),
    ...rows('wildlife-insights', '/images.csv').map((row) => ({
      target: 'wildlife-insights',
      path: row['location'] ?? '',
    })),
  ];
}

const slack = 1e-9;
function isInside(inner: BoundingBox, outer: BoundingBox): boolean {
  return (
    outer.x <= inner.x + slack &&
    outer.y <= inner.y + slack &&
    outer.x + outer.width >= Math.min(1, inner.x + inner.width) - slack &&
    outer.y + outer.height >= Math.min(1, inner.y + inner.height) - slack
  );
}

/** Where people are in a photo, by anybody's word at or above a score; a null for each whose place is not known. */
function peopleIn({ evidence, observations }: SnapshotPhoto, from: number): (BoundingBox | null)[] {
  const seen = Array.from(evidence ?? []).filter(({ role, score }) => role === 'person' && score >= from);
  const named = observations.filter(({ role, provenance }) => role === 'person' && provenance.by === 'human');
  return [...seen, ...named].map(({ box }) => box);
}

function expectNobodyShown(desk: Desk): void {
  const snapshot = desk.snapshot;
  const photos = new Map(snapshot.photos.map((photo) => [photo.media.id, photo]));
  const states = new Map(snapshot.sequences.map(({ id, gate }) => [id, gate.state]));
  const least = Math.min(snapshot.gate.personThreshold, snapshot.thresholds.person);
  for (const { target, mediaId, covers } of picturesOf(desk, snapshot)) {
    const photo = photos.get(mediaId);
    if (!photo) throw new Error(`${target} shows a photo that does not exist`);
    expect(states.get(photo.sequenceId ?? ''), target).toMatch(/clear|released/);
    const people = peopleIn(photo, least);
    if (people.length > 0) expect(covers.length, target).toBeGreaterThan(0);
    for (const box of people) {
      if (box)
        expect(
          covers.some((cover) => isInside(box, cover)),
          target,
        ).toBe(true);
    }
  }
  for (const { target, path } of toldOf(snapshot)) {
    const photo = snapshot.photos.find(({ media }) => media.path === path);
    if (!photo) throw new Error(`${target} tells of a photo that does not exist: ${path}`);
    expect(states.get(photo.sequenceId ?? ''), target).toMatch(/clear|released/);
    const isNamed = photo.observations.some(({ provenance }) => provenance.by === 'human');
    expect(
      photo.observations.some(({ role }) => role === 'person'),
      target,
    ).toBe(false);
    if (!isNamed) expect(peopleIn(photo, snapshot.thresholds.person), target).toEqual([]);
  }
}

describe('a photo with a person', () => {
  it('is looked for in targets that do show photos', () => {
    const media = doneMedia('Ridge/1.JPG', { ...captureTime('2021-06-04T12:00:00'), offset: '+00:00' });
    const desk = new Desk([toPhoto(media, predictionOf([0.9, 0, 0]), threeClassManifest.labels)]);
    const shown = picturesOf(desk, desk.snapshot).map(({ target }) => target);
    expect(new Set(shown)).toEqual(
      new Set(['zooniverse', 'zooniverse, asked', 'gallery', 'share', 'sorting-lists']),
    );
    const told = toldOf(desk.snapshot).map(({ target }) => target);
    expect(told).toEqual(['camtrap-dp', 'wildlife-insights']);
  });

  it('is in no picture of the targets that are text alone, and every target is one or the other', () => {
    const showing = formats.filter(({ showsPhotos }) => showsPhotos).map(({ name }) => name);
    expect(showing).toEqual(['zooniverse', 'gallery', 'sorting-lists', 'share']);
    // Those that tell others where photos are, and those for the person's own work: what was found, and no picture.
    const silent = formats.flatMap(({ name, showsPhotos, plan }) => (showsPhotos || !plan ? [] : [name]));
    fc.assert(
      fc.property(anyPhotos, fc.array(anyClick, { maxLength: 6 }), (photos, clicks) => {
        const desk = new Desk(photos);
        for (const click of clicks) desk.click(click);
        for (const target of silent) {
          const plan = planners.get(target)?.(desk.snapshot, {}, () => desk.snapshot);
          const { files = [], pictures = [], refusals = [] } = plan ?? {};
          expect(files.length + refusals.length, target).toBeGreaterThan(0);
          expect(pictures, target).toEqual([]);
          for (const { mediaType, text } of files) {
            expect(mediaType, target).not.toMatch(/^image/);
            expect([...text()].join(''), target).not.toContain('data:image');
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never appears uncovered in any target, whatever was clicked in whatever order', () => {
    fc.assert(
      fc.property(anyPhotos, fc.array(anyClick, { maxLength: 12 }), (photos, clicks) => {
        const desk = new Desk(photos);
        expectNobodyShown(desk);
        for (const click of clicks) {
          desk.click(click);
          expectNobodyShown(desk);
        }
      }),
      { numRuns: 150 },
    );
  });
});
