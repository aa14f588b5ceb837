import { observationOf } from '../../core/taxa/observation.ts';
import type { KeyBindings } from '../../core/queue/keyBindings.ts';
import type { KeyStroke } from '../../core/queue/keyStroke.ts';
import { isPlain, lighten, panBy, plainView, zoomBy, type PhotoView } from '../../core/queue/photoView.ts';
import { noIds } from '../../core/queue/queuePlaces.ts';
import type { DecidedLabel } from '../../core/models/role.ts';
import type { NamingChange } from '../../core/survey/reviews/naming.ts';
import type { Messages } from '../../words/english.ts';
import { language } from '../shell/language.svelte.ts';
import type { ReviewDesk } from './reviewDesk.svelte.ts';

type ReviewWords = Messages['review'];

/** Everything a key or a button does during review. Each has a sentence in the catalogues, under `review.actions`. */
export type ReviewAction = keyof ReviewWords['actions'];

/**
 * Where a key works. `photo`: on the light table alone. `stack`: on the light table, and in the grid where a stack has the
 * focus. `stacks`: also while some are chosen, wherever the focus is on the page. `page`: anywhere on the page.
 * `everywhere`: also in a text field that has nothing of its own to undo.
 */
export type KeyReach = 'photo' | 'stack' | 'stacks' | 'page' | 'everywhere';

/** A row of buttons that shows every action that names it. */
export type Toolbar = 'header' | 'names' | 'chosen' | 'switches' | 'steps';

/** One review action: what feeds its keys, its buttons and its place in the keys dialog. */
export interface ActionPlan {
  /** The heading it has in the keys dialog. */
  group: keyof ReviewWords['groups'];
  /** The keys it has at first, which no other action has. Plain letters are left to species. */
  keys: readonly KeyStroke[];
  reach: KeyReach;
  perform: (desk: ReviewDesk) => void;
  toolbars?: readonly Toolbar[];
  /** What its button shows in place of its name. */
  sign?: string;
  /** Whether its button is pressed in; left out for a button that does not stay. */
  isOn?: (desk: ReviewDesk) => boolean;
  /** Whether its button has nothing to do. */
  isOff?: (desk: ReviewDesk) => boolean;
}

type Performer = ActionPlan['perform'];

function go(desk: ReviewDesk, by: number): void {
  const entry = desk.queue.beside(by);
  if (entry && desk.table.isOpen) desk.table.open(entry);
  else if (entry) desk.queue.cursor = entry.id;
}

/** Goes on to what nobody has reviewed; where all is reviewed, to the next. */
function goOn(desk: ReviewDesk, besides = noIds): void {
  const entry = desk.queue.nextUnreviewed(besides);
  if (!entry) {
    desk.said = language.words.review.said.allReviewed;
    return;
  }
  if (desk.table.isOpen) desk.table.open(entry);
  else desk.queue.cursor = entry.id;
}

/** Shows what triage sends to a person, and opens what tells most. */
function lookAtDoubtful(desk: ReviewDesk): void {
  desk.queue.showDoubtful();
  const entry = desk.queue.entries.find(({ isReviewed }) => !isReviewed);
  if (entry) desk.table.open(entry);
  else desk.said = language.words.review.doubt.done;
}

function accept(desk: ReviewDesk): void {
  const { table, queue } = desk;
  if (table.isDrawing) {
    desk.drawBox({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
    return;
  }
  if (table.isOpen && table.scope === 'photo' && table.photo) {
    desk.acceptPhoto(table.photo);
    if (table.frame < table.photos.length - 1) {
      table.frame += 1;
      return;
    }
  } else {
    desk.accept(desk.aimedAt);
    if (!table.isOpen) queue.clearSelection();
  }
  goOn(desk);
}

function acceptAlike(desk: ReviewDesk): void {
  const id = desk.table.entry?.id ?? desk.queue.cursor;
  const ids = desk.queue.groups.get(id ?? '') ?? (id === null ? [] : [id]);
  desk.accept(ids.flatMap((one) => desk.queue.entry(one) ?? []));
  goOn(desk, new Set(ids));
}

/** Names what is at hand: a person, a vehicle, nothing, an animal. */
function named(role: DecidedLabel, key: KeyStroke, toolbars: readonly Toolbar[]): ActionPlan {
  const perform: Performer = (desk) => desk.name(observationOf(role));
  return { group: 'name', keys: [key], reach: 'stacks', perform, toolbars };
}

/** Takes up what the model proposes. @param place from 1 on */
function suggestion(place: number): ActionPlan {
  const perform: Performer = (desk) => {
    const found = desk.table.suggestions[place - 1];
    if (found) desk.name(found.observation);
  };
  return { group: 'name', keys: [String(place)], reach: 'photo', perform };
}

/** Asks for a field of the light table, which the grid has not. */
function ask(field: 'find' | 'behaviour' | 'note'): Performer {
  return (desk) => {
    if (!desk.table.isOpen && field === 'find') {
      const [entry] = desk.aimedAt;
      if (entry && desk.queue.chosen.length === 0) desk.table.open(entry);
    }
    desk.table.asked = field;
  };
}

function look(change: (view: PhotoView) => PhotoView): Performer {
  return ({ table }) => {
    table.view = change(table.view);
  };
}

function nextBox({ table }: ReviewDesk): void {
  table.view = { ...table.view, showsBoxes: true };
  if (table.boxes.length > 0) table.box = ((table.box ?? -1) + 1) % table.boxes.length;
}

function deleteBox(desk: ReviewDesk): void {
  const { box, boxes } = desk.table;
  if (box === null || !boxes[box]) return;
  desk.changeBoxes(boxes.filter((_, place) => place !== box));
  desk.table.box = null;
}

function backToPlain({ table }: ReviewDesk): void {
  if (table.isDrawing) table.isDrawing = false;
  else if (table.box !== null) table.box = null;
  else if (!isPlain(table.view)) table.view = { ...plainView, showsBoxes: table.view.showsBoxes };
  else table.close();
}

/** Changes an attribute of what is at hand; its button is pressed in where that is so. */
function attribute(key: KeyStroke, change: NamingChange): ActionPlan {
  return {
    group: 'count',
    keys: [key],
    reach: 'stacks',
    perform: (desk) => void desk.change(change),
    isOn: ({ table: { counted } }) =>
      (change.kind === 'life-stage' && counted?.lifeStage === change.lifeStage) ||
      (change.kind === 'sex' && counted?.sex === change.sex),
  };
}

function pan(key: KeyStroke, right: number, down: number): ActionPlan {
  return { group: 'look', keys: [key], reach: 'photo', perform: look((view) => panBy(view, right, down)) };
}

/** A step of the view: its button shows a sign. */
function step(key: KeyStroke, sign: string, change: (view: PhotoView) => PhotoView): ActionPlan {
  return { group: 'look', keys: [key], reach: 'photo', perform: look(change), toolbars: ['steps'], sign };
}

/** Every review action, in the order of the keys dialog and of the toolbars. */
export const reviewActions: Readonly<Record<ReviewAction, ActionPlan>> = {
  accept: { group: 'go', keys: ['Enter'], reach: 'photo', perform: accept },
  acceptAlike: { group: 'go', keys: ['Shift+Enter'], reach: 'stack', perform: acceptAlike },
  next: { group: 'go', keys: ['ArrowDown', 'PageDown'], reach: 'photo', perform: (desk) => go(desk, 1) },
  previous: { group: 'go', keys: ['ArrowUp', 'PageUp'], reach: 'photo', perform: (desk) => go(desk, -1) },
  nextUnreviewed: { group: 'go', keys: ['n'], reach: 'page', perform: (desk) => goOn(desk) },
  doubtful: { group: 'go', keys: ['q'], reach: 'page', perform: lookAtDoubtful },
  nextFrame: {
    group: 'go',
    keys: ['ArrowRight'],
    reach: 'photo',
    perform: ({ table }) => void (table.frame += 1),
  },
  previousFrame: {
    group: 'go',
    keys: ['ArrowLeft'],
    reach: 'photo',
    perform: ({ table }) => void (table.frame -= 1),
  },
  person: named('person', 'p', ['names', 'chosen']),
  vehicle: named('vehicle', 'v', ['names', 'chosen']),
  blank: named('blank', 'b', ['names', 'chosen']),
  animal: named('animal', '0', ['names']),
  top1: suggestion(1),
  top2: suggestion(2),
  top3: suggestion(3),
  top4: suggestion(4),
  top5: suggestion(5),
  find: { group: 'name', keys: ['/'], reach: 'stacks', perform: ask('find') },
  more: {
    group: 'name',
    keys: ['m'],
    reach: 'photo',
    perform: ({ table }) => void (table.adds = !table.adds),
    isOn: ({ table }) => table.adds,
  },
  scope: {
    group: 'name',
    keys: ['f'],
    reach: 'photo',
    perform: ({ table }) => void (table.scope = table.scope === 'photo' ? 'sequence' : 'photo'),
    isOn: ({ table }) => table.scope === 'photo',
  },
  countUp: {
    group: 'count',
    keys: ['+', '='],
    reach: 'stacks',
    perform: (desk) => void desk.change({ kind: 'count', by: 1 }),
    sign: '+',
  },
  countDown: {
    group: 'count',
    keys: ['-'],
    reach: 'stacks',
    perform: (desk) => void desk.change({ kind: 'count', by: -1 }),
    sign: '−',
  },
  adult: attribute('Shift+A', { kind: 'life-stage', lifeStage: 'adult' }),
  subadult: attribute('Shift+S', { kind: 'life-stage', lifeStage: 'subadult' }),
  juvenile: attribute('Shift+J', { kind: 'life-stage', lifeStage: 'juvenile' }),
  female: attribute('Shift+F', { kind: 'sex', sex: 'female' }),
  male: attribute('Shift+M', { kind: 'sex', sex: 'male' }),
  behaviour: { group: 'count', keys: ['Shift+B'], reach: 'photo', perform: ask('behaviour') },
  star: {
    group: 'mark',
    keys: ['s'],
    reach: 'stacks',
    perform: (desk) => desk.star(),
    isOn: ({ table }) => table.photo?.starred ?? false,
  },
  note: { group: 'mark', keys: ['t'], reach: 'photo', perform: ask('note') },
  hold: {
    group: 'mark',
    keys: ['Shift+H'],
    reach: 'stacks',
    toolbars: ['chosen'],
    perform: (desk) => desk.hold(),
  },
  release: { group: 'mark', keys: ['Shift+R'], reach: 'stacks', perform: (desk) => desk.release() },
  boxes: {
    group: 'look',
    keys: ['Shift+O'],
    reach: 'photo',
    toolbars: ['switches'],
    perform: look((view) => ({ ...view, showsBoxes: !view.showsBoxes })),
    isOn: ({ table }) => table.view.showsBoxes,
  },
  difference: {
    group: 'look',
    keys: ['Shift+D'],
    reach: 'photo',
    toolbars: ['switches'],
    perform: look((view) => ({ ...view, showsDifference: !view.showsDifference })),
    isOn: ({ table }) => table.view.showsDifference,
    isOff: ({ table }) => table.photos.length < 2,
  },
  zoomIn: step('Shift+ArrowUp', '+', (view) => zoomBy(view, 1.5)),
  zoomOut: step('Shift+ArrowDown', '−', (view) => zoomBy(view, 1 / 1.5)),
  wholePhoto: { group: 'look', keys: ['Escape'], reach: 'photo', perform: backToPlain },
  panLeft: pan('Alt+ArrowLeft', -0.2, 0),
  panRight: pan('Alt+ArrowRight', 0.2, 0),
  panUp: pan('Alt+ArrowUp', 0, -0.2),
  panDown: pan('Alt+ArrowDown', 0, 0.2),
  brighter: step(']', '☀', (view) => lighten(view, 1)),
  darker: step('[', '☾', (view) => lighten(view, -1)),
  drawBox: {
    group: 'box',
    keys: ['Shift+N'],
    reach: 'photo',
    toolbars: ['switches'],
    perform: ({ table }) => void (table.isDrawing = !table.isDrawing),
    isOn: ({ table }) => table.isDrawing,
  },
  nextBox: { group: 'box', keys: ['x'], reach: 'photo', perform: nextBox },
  deleteBox: { group: 'box', keys: ['Delete', 'Backspace'], reach: 'photo', perform: deleteBox },
  undo: {
    group: 'history',
    keys: ['Ctrl+z'],
    reach: 'everywhere',
    toolbars: ['header'],
    perform: (desk) => desk.undo(),
  },
  redo: {
    group: 'history',
    keys: ['Ctrl+Shift+Z', 'Ctrl+y'],
    reach: 'everywhere',
    toolbars: ['header'],
    perform: (desk) => desk.redo(),
  },
  keys: {
    group: 'history',
    keys: ['?'],
    reach: 'page',
    toolbars: ['header'],
    perform: (desk) => void (desk.showsKeys = true),
  },
};

export const reviewActionNames = Object.keys(reviewActions) as ReviewAction[];

/** The headings of the keys dialog, in order. */
export const actionGroups = [...new Set(Object.values(reviewActions).map(({ group }) => group))];

/** The keys as they come. */
export const defaultBindings: KeyBindings<ReviewAction> = {
  keys: Object.fromEntries(
    reviewActionNames.map((action) => [action, reviewActions[action].keys]),
  ) as KeyBindings<ReviewAction>['keys'],
  singleKeys: true,
};

/** What a toolbar shows, in order. */
export function actionsIn(toolbar: Toolbar): ReviewAction[] {
  return reviewActionNames.filter((action) => reviewActions[action].toolbars?.includes(toolbar));
}

/** The short name that its button has, else its sentence in the keys dialog. */
export function buttonText({ actions, buttons }: ReviewWords, action: ReviewAction): string {
  return (buttons as Partial<Record<ReviewAction, string>>)[action] ?? actions[action];
}
