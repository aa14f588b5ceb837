import { observationOf, type LifeStage, type Observation, type Sex } from '../../taxa/observation.ts';

/** What a keystroke changes of what stands in a photo or a sequence. */
export type NamingChange =
  /** A person agrees with what stands. */
  | { kind: 'accept' }
  /** It is this, and nothing else; or, when `added`, this too. */
  | { kind: 'name'; observation: Observation; added: boolean }
  | { kind: 'count'; by: 1 | -1 }
  | { kind: 'life-stage'; lifeStage: LifeStage }
  | { kind: 'sex'; sex: Sex }
  | { kind: 'behaviour'; behaviour: string };

/** An observation without who said it and how sure they were. */
export function plainObservation(observation: Observation): Observation {
  const { role, taxon, count, lifeStage, sex, behaviour, box } = observation;
  return { role, taxon, count, lifeStage, sex, behaviour, box };
}

function isSameKind(one: Observation, other: Observation): boolean {
  return one.role === other.role && one.taxon?.scientificName === other.taxon?.scientificName;
}

/** In place of what stood. Things that somebody put boxes around stay where they are, under the new name. */
function renamed(
  standing: readonly Observation[],
  observation: Observation,
  chosen: number | null,
): Observation[] {
  const { role, taxon } = observation;
  const one = standing[chosen ?? -1];
  if (chosen !== null && one && role !== 'blank') {
    return standing.map(plainObservation).with(chosen, { ...plainObservation(one), role, taxon });
  }
  const placed = standing.filter(({ box }) => box !== null).map(plainObservation);
  if (placed.length === 0 || role === 'blank') return [observation];
  return placed.map(({ count, box }) => ({ ...observation, count, box }));
}

function named(
  standing: readonly Observation[],
  { observation, added }: Extract<NamingChange, { kind: 'name' }>,
  chosen: number | null,
): Observation[] {
  if (!added) return renamed(standing, observation, chosen);
  if (observation.role === 'blank') return [observation];
  const kept = standing.filter(({ role }) => role !== 'blank').map(plainObservation);
  return kept.some((one) => isSameKind(one, observation)) ? kept : [...kept, observation];
}

/** Same value again takes it back: a slip is mended with the same key. */
function toggled<Value>(before: Value | null, value: Value): Value | null {
  return before === value ? null : value;
}

function described(
  observation: Observation,
  change: Exclude<NamingChange, { kind: 'accept' | 'name' }>,
): Observation {
  switch (change.kind) {
    case 'count':
      return { ...observation, count: Math.max(1, (observation.count ?? 1) + change.by) };
    case 'life-stage':
      return { ...observation, lifeStage: toggled(observation.lifeStage, change.lifeStage) };
    case 'sex':
      return { ...observation, sex: toggled(observation.sex, change.sex) };
    case 'behaviour':
      return { ...observation, behaviour: change.behaviour.trim() || null };
  }
}

/**
 * What a person states, all of it, after a change to what stands.
 *
 * @param standing what stands of the photo or sequence
 * @param chosen which of several is meant; with null a name is of all, and the last one is counted and described
 * @returns null when the change means nothing there: counting a blank, accepting nothing
 */
export function nameAnew(
  standing: readonly Observation[],
  change: NamingChange,
  chosen: number | null = null,
): Observation[] | null {
  if (change.kind === 'name') return named(standing, change, chosen);
  if (standing.length === 0) return null;
  const plain = standing.map(plainObservation);
  if (change.kind === 'accept') return plain;
  const place = chosen !== null && plain[chosen] ? chosen : plain.length - 1;
  const one = plain[place];
  if (!one || one.role === 'blank') return null;
  return plain.with(place, described(one, change));
}

/** Observations without boxes: what is said of a whole sequence is at no one place. */
export function withoutBoxes(observations: readonly Observation[]): Observation[] {
  const merged: Observation[] = [];
  for (const observation of observations) {
    const one = { ...plainObservation(observation), box: null };
    const place = merged.findIndex((other) => isSameAllButCount(other, one));
    const other = merged[place];
    // Two boxes of one kind are two individuals.
    if (other && observation.box) merged[place] = { ...other, count: (other.count ?? 1) + (one.count ?? 1) };
    else if (!other) merged.push(one);
  }
  return merged.length > 0 ? merged : [observationOf('blank')];
}

function isSameAllButCount(one: Observation, other: Observation): boolean {
  return (
    isSameKind(one, other) &&
    one.lifeStage === other.lifeStage &&
    one.sex === other.sex &&
    one.behaviour === other.behaviour
  );
}
