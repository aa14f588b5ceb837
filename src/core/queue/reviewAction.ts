import type { KeyStroke } from './keyStroke.ts';

export const actionGroups = ['go', 'name', 'count', 'mark', 'look', 'box', 'history'] as const;
export type ActionGroup = (typeof actionGroups)[number];

interface ActionPlan {
  group: ActionGroup;
  keys: readonly KeyStroke[];
}

/** Everything a key does during review, with the keys it has at first. Plain letters are left to species. */
const plans = {
  accept: { group: 'go', keys: ['Enter'] },
  acceptAlike: { group: 'go', keys: ['Shift+Enter'] },
  next: { group: 'go', keys: ['ArrowDown', 'PageDown'] },
  previous: { group: 'go', keys: ['ArrowUp', 'PageUp'] },
  nextUnreviewed: { group: 'go', keys: ['n'] },
  doubtful: { group: 'go', keys: ['q'] },
  nextFrame: { group: 'go', keys: ['ArrowRight'] },
  previousFrame: { group: 'go', keys: ['ArrowLeft'] },
  person: { group: 'name', keys: ['p'] },
  vehicle: { group: 'name', keys: ['v'] },
  blank: { group: 'name', keys: ['b'] },
  animal: { group: 'name', keys: ['0'] },
  top1: { group: 'name', keys: ['1'] },
  top2: { group: 'name', keys: ['2'] },
  top3: { group: 'name', keys: ['3'] },
  top4: { group: 'name', keys: ['4'] },
  top5: { group: 'name', keys: ['5'] },
  find: { group: 'name', keys: ['/'] },
  more: { group: 'name', keys: ['m'] },
  scope: { group: 'name', keys: ['f'] },
  countUp: { group: 'count', keys: ['+', '='] },
  countDown: { group: 'count', keys: ['-'] },
  adult: { group: 'count', keys: ['Shift+A'] },
  subadult: { group: 'count', keys: ['Shift+S'] },
  juvenile: { group: 'count', keys: ['Shift+J'] },
  female: { group: 'count', keys: ['Shift+F'] },
  male: { group: 'count', keys: ['Shift+M'] },
  behaviour: { group: 'count', keys: ['Shift+B'] },
  star: { group: 'mark', keys: ['s'] },
  note: { group: 'mark', keys: ['t'] },
  hold: { group: 'mark', keys: ['Shift+H'] },
  release: { group: 'mark', keys: ['Shift+R'] },
  difference: { group: 'look', keys: ['Shift+D'] },
  boxes: { group: 'look', keys: ['Shift+O'] },
  zoomIn: { group: 'look', keys: ['Shift+ArrowUp'] },
  zoomOut: { group: 'look', keys: ['Shift+ArrowDown'] },
  wholePhoto: { group: 'look', keys: ['Escape'] },
  panLeft: { group: 'look', keys: ['Alt+ArrowLeft'] },
  panRight: { group: 'look', keys: ['Alt+ArrowRight'] },
  panUp: { group: 'look', keys: ['Alt+ArrowUp'] },
  panDown: { group: 'look', keys: ['Alt+ArrowDown'] },
  brighter: { group: 'look', keys: [']'] },
  darker: { group: 'look', keys: ['['] },
  drawBox: { group: 'box', keys: ['Shift+N'] },
  nextBox: { group: 'box', keys: ['x'] },
  deleteBox: { group: 'box', keys: ['Delete', 'Backspace'] },
  undo: { group: 'history', keys: ['Ctrl+z'] },
  redo: { group: 'history', keys: ['Ctrl+Shift+Z', 'Ctrl+y'] },
  keys: { group: 'history', keys: ['?'] },
} as const satisfies Record<string, ActionPlan>;

export type ReviewAction = keyof typeof plans;

export const reviewActions = Object.keys(plans) as ReviewAction[];

/** Where an action is listed, and the keys it has at first. */
export function actionPlan(action: ReviewAction): ActionPlan {
  return plans[action];
}

export function isReviewAction(text: string): text is ReviewAction {
  return text in plans && Object.hasOwn(plans, text);
}
