import type { KeyStroke } from './keyStroke.ts';

export const actionGroups = ['go', 'name', 'count', 'mark', 'look', 'box', 'history'] as const;
export type ActionGroup = (typeof actionGroups)[number];

interface ActionPlan {
  group: ActionGroup;
  /** What it does, for the list of keys. */
  title: string;
  keys: readonly KeyStroke[];
}

/** Everything a key does during review, with the keys it has at first. Plain letters are left to species. */
const plans = {
  accept: { group: 'go', title: 'Accept what is said and go on', keys: ['Enter'] },
  acceptAlike: { group: 'go', title: 'Accept all that look alike', keys: ['Shift+Enter'] },
  next: { group: 'go', title: 'Next sequence', keys: ['ArrowDown', 'PageDown'] },
  previous: { group: 'go', title: 'Previous sequence', keys: ['ArrowUp', 'PageUp'] },
  nextUnreviewed: { group: 'go', title: 'Next that nobody has reviewed', keys: ['n'] },
  nextFrame: { group: 'go', title: 'Next photo of the sequence', keys: ['ArrowRight'] },
  previousFrame: { group: 'go', title: 'Previous photo of the sequence', keys: ['ArrowLeft'] },
  person: { group: 'name', title: 'Person', keys: ['p'] },
  vehicle: { group: 'name', title: 'Vehicle', keys: ['v'] },
  blank: { group: 'name', title: 'Blank: nothing there', keys: ['b'] },
  animal: { group: 'name', title: 'Animal, kind not known', keys: ['0'] },
  top1: { group: 'name', title: 'First suggestion', keys: ['1'] },
  top2: { group: 'name', title: 'Second suggestion', keys: ['2'] },
  top3: { group: 'name', title: 'Third suggestion', keys: ['3'] },
  top4: { group: 'name', title: 'Fourth suggestion', keys: ['4'] },
  top5: { group: 'name', title: 'Fifth suggestion', keys: ['5'] },
  find: { group: 'name', title: 'Find a name by typing', keys: ['/'] },
  more: { group: 'name', title: 'The next name is added: several in one photo', keys: ['m'] },
  scope: { group: 'name', title: 'Whole sequence, or this photo alone', keys: ['f'] },
  countUp: { group: 'count', title: 'One more', keys: ['+', '='] },
  countDown: { group: 'count', title: 'One fewer', keys: ['-'] },
  adult: { group: 'count', title: 'Adult', keys: ['Shift+A'] },
  subadult: { group: 'count', title: 'Subadult', keys: ['Shift+S'] },
  juvenile: { group: 'count', title: 'Juvenile', keys: ['Shift+J'] },
  female: { group: 'count', title: 'Female', keys: ['Shift+F'] },
  male: { group: 'count', title: 'Male', keys: ['Shift+M'] },
  behaviour: { group: 'count', title: 'Describe the behaviour', keys: ['Shift+B'] },
  star: { group: 'mark', title: 'Star', keys: ['s'] },
  note: { group: 'mark', title: 'Write a note', keys: ['t'] },
  hold: { group: 'mark', title: 'Hold back: a person is in it', keys: ['Shift+H'] },
  release: { group: 'mark', title: 'Release: no person is in it', keys: ['Shift+R'] },
  difference: { group: 'look', title: 'What changed since the photo before', keys: ['Shift+D'] },
  boxes: { group: 'look', title: 'Boxes on or off', keys: ['Shift+O'] },
  zoomIn: { group: 'look', title: 'Larger', keys: ['Shift+ArrowUp'] },
  zoomOut: { group: 'look', title: 'Smaller', keys: ['Shift+ArrowDown'] },
  wholePhoto: { group: 'look', title: 'The whole photo, as it is', keys: ['Escape'] },
  panLeft: { group: 'look', title: 'Look further left', keys: ['Alt+ArrowLeft'] },
  panRight: { group: 'look', title: 'Look further right', keys: ['Alt+ArrowRight'] },
  panUp: { group: 'look', title: 'Look further up', keys: ['Alt+ArrowUp'] },
  panDown: { group: 'look', title: 'Look further down', keys: ['Alt+ArrowDown'] },
  brighter: { group: 'look', title: 'Brighter', keys: [']'] },
  darker: { group: 'look', title: 'Darker', keys: ['['] },
  drawBox: { group: 'box', title: 'Draw a box', keys: ['Shift+N'] },
  nextBox: { group: 'box', title: 'Go to the next box', keys: ['x'] },
  deleteBox: { group: 'box', title: 'Delete the box', keys: ['Delete', 'Backspace'] },
  undo: { group: 'history', title: 'Undo', keys: ['Ctrl+z'] },
  redo: { group: 'history', title: 'Redo', keys: ['Ctrl+Shift+Z', 'Ctrl+y'] },
  keys: { group: 'history', title: 'Show all keys', keys: ['?'] },
} as const satisfies Record<string, ActionPlan>;

export type ReviewAction = keyof typeof plans;

export const reviewActions = Object.keys(plans) as ReviewAction[];

/** What an action is called, where it is listed, and the keys it has at first. */
export function actionPlan(action: ReviewAction): ActionPlan {
  return plans[action];
}

export function isReviewAction(text: string): text is ReviewAction {
  return text in plans && Object.hasOwn(plans, text);
}
