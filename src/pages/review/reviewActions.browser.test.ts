import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { threeClassManifest } from '../../../tests/fixtures/photo.ts';
import { snapshotOf } from '../../../tests/fixtures/queueSnapshot.ts';
import type { GatedSequence } from '../../core/decisions/gate/peopleGate.ts';
import { packPrediction } from '../../core/models/prediction/predictionPacking.ts';
import { strokeText, type KeyStroke, type PressedKey } from '../../core/queue/keyStroke.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { observationOf } from '../../core/taxa/observation.ts';
import { Announcements } from '../shell/announcements.svelte.ts';
import { language } from '../shell/language.svelte.ts';
import { Reviews } from '../survey/reviews.svelte.ts';
import ActionButton from './ActionButton.svelte';
import KeysDialog from './KeysDialog.svelte';
import { reviewActionNames, reviewActions, type ReviewAction } from './reviewActions.ts';
import { ReviewDesk } from './reviewDesk.svelte.ts';
import { pressKey } from './reviewKeys.ts';

const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
const boxed = { ...observationOf('animal'), box };
const deer = { id: 'deer', reviewed: true, observations: [boxed, boxed] };

/** Three sequences; each photo of the middle one has a model's output and two boxes by a person. */
function survey(): SurveySnapshot {
  const labelScores = Float32Array.of(0.5, 0.4, 0.3, 0.2, 0.1);
  const prediction = packPrediction({ detections: [], labelScores });
  const plans = [{ id: 'fox' }, { ...deer, votes: ['animal', 'animal', 'animal'] as const }, { id: 'hare' }];
  const snapshot = snapshotOf(plans);
  const [animal] = threeClassManifest.labels;
  const others = animal ? ['bat', 'cat'].map((name) => ({ ...animal, name })) : [];
  const labels = [...threeClassManifest.labels, ...others];
  return { ...snapshot, labels, photos: snapshot.photos.map((photo) => ({ ...photo, prediction })) };
}

interface Table {
  desk: ReviewDesk;
  reviews: Reviews;
}

/** The middle photo of the middle sequence on the light table, zoomed in, with something to take back and to do again. */
function openTable(): Table {
  const snapshot = survey();
  const reviews = new Reviews({ keep: () => Promise.resolve(), clockIsBehind: () => undefined });
  reviews.open('p', []);
  const gated = (): readonly GatedSequence[] => [];
  const desk = new ReviewDesk({
    snapshot: () => snapshot,
    gated,
    reviews,
    announcements: new Announcements(),
  });
  const entry = desk.queue.entry('deer');
  if (!entry) throw new Error('no entry');
  desk.table.open(entry, 1);
  desk.table.view = { ...desk.table.view, zoom: 2 };
  desk.table.box = 0;
  desk.star();
  desk.note('by the river');
  desk.undo();
  return { desk, reviews };
}

/** All that an action can change, as text. */
function outcome({ desk, reviews }: Table): string {
  const { table, queue, spoken, gate } = desk;
  return JSON.stringify({
    reviews: reviews.log.reviews.map(({ statement, mediaIds }) => [
      statement.kind === 'undo' ? 'undo' : statement,
      mediaIds,
    ]),
    table: [table.entry?.id, table.frame, table.view, table.scope, table.adds],
    hand: [table.box, table.isDrawing, table.asked, desk.showsKeys, gate.question?.opener],
    queue: [queue.cursor, queue.chosen, queue.view],
    spoken: [spoken.said, spoken.toast?.text],
  });
}

function pressed(stroke: KeyStroke): PressedKey {
  const parts = stroke === '+' ? ['+'] : stroke.split(/\+(?=.)/);
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  const held = { shiftKey: has('Shift'), ctrlKey: has('Ctrl'), metaKey: false, altKey: has('Alt') };
  return { key: parts.at(-1) ?? '', ...held };
}

const shown: ReturnType<typeof mount>[] = [];

function show<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): void {
  shown.push(mount(component, { target: document.body, props }));
  flushSync();
}

afterEach(async () => {
  for (const one of shown.splice(0)) await unmount(one);
});

it.each(reviewActionNames)('does by the key of “%s” what its button does', (action: ReviewAction) => {
  const before = outcome(openTable());
  const byButton = openTable();
  show(ActionButton, { desk: byButton.desk, action });
  document.querySelector('button')?.click();
  expect(outcome(byButton)).not.toBe(before);
  for (const stroke of reviewActions[action].keys) {
    const byKey = openTable();
    expect(pressKey(byKey.desk, pressed(stroke))).toBe(true);
    expect(outcome(byKey)).toBe(outcome(byButton));
  }
});

it('lists every action with its keys in the keys dialog', () => {
  show(KeysDialog, { desk: openTable().desk });
  const lines = [...document.querySelectorAll('dialog section p')].map((line) => line.textContent);
  for (const action of reviewActionNames) {
    const line = lines.find((text) => text.startsWith(language.words.review.actions[action]));
    expect(line, action).toBeDefined();
    for (const stroke of reviewActions[action].keys) expect(line, action).toContain(strokeText(stroke));
  }
});
