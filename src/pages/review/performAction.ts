import { observationOf } from '../../core/taxa/observation.ts';
import { noIds } from '../../core/queue/queuePlaces.ts';
import { isPlain, lighten, panBy, plainView, zoomBy } from '../../core/queue/photoView.ts';
import type { ReviewAction } from '../../core/queue/reviewAction.ts';
import { language } from '../shell/language.svelte.ts';
import type { ReviewDesk } from './reviewDesk.svelte.ts';

type Performer = (desk: ReviewDesk) => void;

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

function suggest(place: number): Performer {
  return (desk) => {
    const suggestion = desk.table.suggestions[place];
    if (suggestion) desk.name(suggestion.observation);
  };
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

function look(change: (view: ReviewDesk['table']['view']) => ReviewDesk['table']['view']): Performer {
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

const performers: Record<ReviewAction, Performer> = {
  accept,
  acceptAlike,
  next: (desk) => go(desk, 1),
  previous: (desk) => go(desk, -1),
  nextUnreviewed: (desk) => goOn(desk),
  doubtful: lookAtDoubtful,
  nextFrame: ({ table }) => void (table.frame += 1),
  previousFrame: ({ table }) => void (table.frame -= 1),
  person: (desk) => desk.name(observationOf('person')),
  vehicle: (desk) => desk.name(observationOf('vehicle')),
  blank: (desk) => desk.name(observationOf('blank')),
  animal: (desk) => desk.name(observationOf('animal')),
  top1: suggest(0),
  top2: suggest(1),
  top3: suggest(2),
  top4: suggest(3),
  top5: suggest(4),
  find: ask('find'),
  more: ({ table }) => void (table.adds = !table.adds),
  scope: ({ table }) => void (table.scope = table.scope === 'photo' ? 'sequence' : 'photo'),
  countUp: (desk) => void desk.change({ kind: 'count', by: 1 }),
  countDown: (desk) => void desk.change({ kind: 'count', by: -1 }),
  adult: (desk) => void desk.change({ kind: 'life-stage', lifeStage: 'adult' }),
  subadult: (desk) => void desk.change({ kind: 'life-stage', lifeStage: 'subadult' }),
  juvenile: (desk) => void desk.change({ kind: 'life-stage', lifeStage: 'juvenile' }),
  female: (desk) => void desk.change({ kind: 'sex', sex: 'female' }),
  male: (desk) => void desk.change({ kind: 'sex', sex: 'male' }),
  behaviour: ask('behaviour'),
  star: (desk) => desk.star(),
  note: ask('note'),
  hold: (desk) => desk.hold(),
  release: (desk) => desk.release(),
  difference: look((view) => ({ ...view, showsDifference: !view.showsDifference })),
  boxes: look((view) => ({ ...view, showsBoxes: !view.showsBoxes })),
  zoomIn: look((view) => zoomBy(view, 1.5)),
  zoomOut: look((view) => zoomBy(view, 1 / 1.5)),
  wholePhoto: backToPlain,
  panLeft: look((view) => panBy(view, -0.2, 0)),
  panRight: look((view) => panBy(view, 0.2, 0)),
  panUp: look((view) => panBy(view, 0, -0.2)),
  panDown: look((view) => panBy(view, 0, 0.2)),
  brighter: look((view) => lighten(view, 1)),
  darker: look((view) => lighten(view, -1)),
  drawBox: ({ table }) => void (table.isDrawing = !table.isDrawing),
  nextBox,
  deleteBox,
  undo: (desk) => desk.undo(),
  redo: (desk) => desk.redo(),
  keys: (desk) => void (desk.showsKeys = true),
};

/** Does what a key stands for. */
export function performAction(desk: ReviewDesk, action: ReviewAction): void {
  performers[action](desk);
}
