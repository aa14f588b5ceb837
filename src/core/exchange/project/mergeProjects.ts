import {
  compareReviews,
  reviewsInEffect,
  type Review,
  type ReviewStatement,
} from '../../survey/reviews/review.ts';
import { neverChanged } from './projectValues.ts';
import type { DatedValue, PhotoKey, ProjectFile, ProjectPhoto, ProjectReview } from './projectFile.ts';

/** Something that both sides say, and not the same. Both are kept; one holds. */
export type ProjectConflict =
  | { kind: 'value'; name: string; left: unknown; right: unknown; holds: 'left' | 'right' }
  | {
      kind: 'review';
      photo: PhotoKey;
      of: ReviewStatement['kind'];
      left: ProjectReview;
      right: ProjectReview;
      holds: 'left' | 'right';
    };

/** The same text for the same value, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    if (ArrayBuffer.isView(part)) return [...(part as unknown as Iterable<number>)];
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

/** Whenever each side took it over from another program. */
function isSameWord(left: ReviewStatement, right: ReviewStatement): boolean {
  return canonical({ ...left, asOf: '' }) === canonical({ ...right, asOf: '' });
}

/** Takes one of two by an order that does not depend on which came first. */
function either<Value>(left: Value, right: Value, rank: (value: Value) => string): Value {
  const [first, second] = [rank(left), rank(right)];
  if (first !== second) return first > second ? left : right;
  return canonical(left) >= canonical(right) ? left : right;
}

function union<Key, Value>(
  left: ReadonlyMap<Key, Value>,
  right: ReadonlyMap<Key, Value>,
  merge: (left: Value, right: Value) => Value,
): Map<Key, Value> {
  const all = new Map(left);
  for (const [key, value] of right) {
    const other = left.get(key);
    all.set(key, other === undefined ? value : merge(other, value));
  }
  return all;
}

const statusRank: Readonly<Record<ProjectPhoto['status'], string>> = { pending: '0', failed: '1', done: '2' };

function mergePhotos(left: ProjectPhoto, right: ProjectPhoto): ProjectPhoto {
  const paths = [...new Set([...left.paths, ...right.paths])].sort();
  return { ...either({ ...left, paths }, { ...right, paths }, ({ status }) => statusRank[status]), paths };
}

const laterValue = (left: DatedValue, right: DatedValue): DatedValue => either(left, right, ({ at }) => at);

/** All of both projects. The same whichever comes first, and however often it is done. */
export function mergeProjects(left: ProjectFile, right: ProjectFile): ProjectFile {
  return {
    id: left.id < right.id ? left.id : right.id,
    appVersion: left.appVersion > right.appVersion ? left.appVersion : right.appVersion,
    values: union(left.values, right.values, laterValue),
    models: union(left.models, right.models, (one, other) => either(one, other, () => '')),
    photos: union(left.photos, right.photos, mergePhotos),
    outputs: union(left.outputs, right.outputs, (one, other) => either(one, other, () => '')),
    reviews: union(left.reviews, right.reviews, (one, other) => either(one, other, ({ at }) => at)),
  };
}

/** As the order of reviews and undos asks for it. */
function asReview({ photos, ...review }: ProjectReview): Review {
  return { ...review, projectId: '', mediaIds: photos };
}

/** The last word in effect of each kind on each photo, of reviews that the other side does not have. */
function lastWords(
  merged: ProjectFile,
  isOwn: (id: string) => boolean,
): Map<string, { photo: PhotoKey; review: Review }> {
  const words = new Map<string, { photo: PhotoKey; review: Review }>();
  for (const review of reviewsInEffect([...merged.reviews.values()].map(asReview))) {
    if (!isOwn(review.id)) continue;
    for (const photo of review.mediaIds) {
      words.set(JSON.stringify([photo, review.statement.kind]), { photo, review });
    }
  }
  return words;
}

/** What both sides say and not the same, in order of name and photo. */
export function projectConflicts(left: ProjectFile, right: ProjectFile): ProjectConflict[] {
  const merged = mergeProjects(left, right);
  const conflicts: ProjectConflict[] = [];
  for (const [name, one] of left.values) {
    const other = right.values.get(name);
    if (!other || canonical(one.value) === canonical(other.value)) continue;
    // What nobody ever changed gives way without a word.
    if (one.at === neverChanged || other.at === neverChanged) continue;
    const holds = laterValue(one, other) === one ? 'left' : 'right';
    conflicts.push({ kind: 'value', name, left: one.value, right: other.value, holds });
  }
  const ofLeft = lastWords(merged, (id) => left.reviews.has(id) && !right.reviews.has(id));
  const ofRight = lastWords(merged, (id) => right.reviews.has(id) && !left.reviews.has(id));
  for (const [key, { photo, review }] of ofLeft) {
    const other = ofRight.get(key)?.review;
    if (!other || isSameWord(review.statement, other.statement)) continue;
    const [one, two] = [merged.reviews.get(review.id), merged.reviews.get(other.id)];
    if (!one || !two) continue;
    const holds = compareReviews(review, other) > 0 ? 'left' : 'right';
    conflicts.push({ kind: 'review', photo, of: review.statement.kind, left: one, right: two, holds });
  }
  const place = (conflict: ProjectConflict): string =>
    conflict.kind === 'value' ? `0 ${conflict.name}` : `1 ${conflict.photo} ${conflict.of}`;
  return conflicts.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}
