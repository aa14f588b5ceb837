/** One photo of one label or species, as the independence rule sees it. */
export interface SpeciesRecord {
  id: string;
  /** The deployment, or the station where cameras of one station are not independent of each other. */
  deployment: string;
  /** A label or a species. */
  label: string;
  /** Seconds on the civil clock, as `civilSeconds` counts; null when the photo has no usable time. */
  seconds: number | null;
}

/** When a record counts as independent; the names in brackets are camtrapR's. */
export interface IndependenceRule {
  /** Least time between two independent records of one label (`minDeltaTime`), in minutes; 0 keeps all. */
  minDeltaMinutes: number;
  /** Since when the time is counted (`deltaTimeComparedTo`): `lastRecord` or `lastIndependentRecord`. */
  comparedTo: 'last-record' | 'last-independent-record';
  /** Of records of one label and deployment in the same second, keep one (`removeDuplicateRecords`). */
  removeDuplicateRecords: boolean;
}

/** The defaults of camtrapR's `recordTable`; common in practice are 30 to 60 minutes. */
export const defaultIndependenceRule: IndependenceRule = {
  minDeltaMinutes: 0,
  comparedTo: 'last-independent-record',
  removeDuplicateRecords: true,
};

/** An independent record with those that depend on it: one visit, as far as the rule can tell. */
export interface SpeciesEvent<Entry extends SpeciesRecord> {
  /** `<deployment>#<label>#<number>`, counted from 1 in order of time. */
  id: string;
  deployment: string;
  label: string;
  /** The independent one first, then all up to the next event, in order of time. */
  records: Entry[];
  /** Whole seconds since the record it is compared with (`delta.time.secs`); 0 for the first of its label. */
  deltaSeconds: number;
}

/** Every record is in exactly one of the three. */
export interface Independence<Entry extends SpeciesRecord> {
  /** By deployment, label and time. */
  events: SpeciesEvent<Entry>[];
  /** Records left out because another of the same label and deployment was made in the same second. */
  duplicates: Entry[];
  /** Records without a usable time: no rule of time can judge them. */
  undated: Entry[];
}

interface DatedRecord<Entry> {
  record: Entry;
  /** Whole seconds, as EXIF's DateTimeOriginal and so camtrapR has them; fractions would make new records. */
  second: number;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Events of one label at one deployment, from its records in order of time. */
function eventsOf<Entry extends SpeciesRecord>(
  ordered: readonly DatedRecord<Entry>[],
  { minDeltaMinutes, comparedTo }: IndependenceRule,
): SpeciesEvent<Entry>[] {
  const events: SpeciesEvent<Entry>[] = [];
  let compared = 0;
  let last = { second: ordered[0]?.second ?? 0, delta: 0, independent: true };
  for (const { record, second } of ordered) {
    // Records of one second share their fate, because only earlier ones are compared with.
    if (second > last.second) {
      if (comparedTo === 'last-record' || last.independent) compared = last.second;
      const delta = second - compared;
      last = { second, delta, independent: delta >= minDeltaMinutes * 60 };
    }
    if (last.independent) {
      const { deployment, label } = record;
      const id = `${deployment}#${label}#${events.length + 1}`;
      events.push({ id, deployment, label, records: [record], deltaSeconds: last.delta });
    } else {
      events.at(-1)?.records.push(record);
    }
  }
  return events;
}

/** Entries in order of their names. */
function inOrder<Value>(named: ReadonlyMap<string, Value>): [string, Value][] {
  return [...named].sort(([left], [right]) => compareText(left, right));
}

/** The first record of each second; the others are put aside. */
function withoutDuplicates<Entry>(
  ordered: readonly DatedRecord<Entry>[],
  aside: Entry[],
): DatedRecord<Entry>[] {
  return ordered.filter(({ record, second }, index) => {
    const isFirst = index === 0 || ordered[index - 1]?.second !== second;
    if (!isFirst) aside.push(record);
    return isFirst;
  });
}

/**
 * Independent records, as camtrapR's `recordTable` counts them (`removeDuplicatesOfRecords` and
 * `assessTemporalIndependence`, jniedballa/camtrapR, R/variousOtherHelperFunctions.R): the first record of a label at
 * a deployment is independent, and each later one that comes at least `minDeltaMinutes` after the last (independent)
 * one. Times count in whole seconds. The order of the input does not matter.
 */
export function assessTemporalIndependence<Entry extends SpeciesRecord>(
  records: readonly Entry[],
  rule: IndependenceRule = defaultIndependenceRule,
): Independence<Entry> {
  const result: Independence<Entry> = { events: [], duplicates: [], undated: [] };
  // By deployment, then by label: sorting names is dear, and there are few of them.
  const byDeployment = new Map<string, Map<string, DatedRecord<Entry>[]>>();
  for (const record of records) {
    if (record.seconds === null) {
      result.undated.push(record);
      continue;
    }
    let byLabel = byDeployment.get(record.deployment);
    if (!byLabel) {
      byLabel = new Map<string, DatedRecord<Entry>[]>();
      byDeployment.set(record.deployment, byLabel);
    }
    const dated = { record, second: Math.floor(record.seconds) };
    const known = byLabel.get(record.label);
    if (known) known.push(dated);
    else byLabel.set(record.label, [dated]);
  }
  result.undated.sort((left, right) => compareText(left.id, right.id));
  for (const [, byLabel] of inOrder(byDeployment)) {
    for (const [, dated] of inOrder(byLabel)) {
      dated.sort((left, right) => left.second - right.second || compareText(left.record.id, right.record.id));
      const kept = rule.removeDuplicateRecords ? withoutDuplicates(dated, result.duplicates) : dated;
      for (const event of eventsOf(kept, rule)) result.events.push(event);
    }
  }
  return result;
}
