/**
 * The same field of many records, in the form that takes the least to read: a browser spends most of its time on reading
 * 100,000 records on making out the same names and values over and over.
 */
export type Column =
  | { kind: 'same'; value: unknown }
  | { kind: 'few'; values: unknown[]; places: Uint8Array<ArrayBuffer> }
  | { kind: 'numbers'; numbers: Float64Array<ArrayBuffer> }
  | { kind: 'each'; values: unknown[] }
  /** Records in turn, each with its own fields as columns. `which` is empty where all have the same names. */
  | { kind: 'records'; shapes: Shape[]; which: Uint8Array<ArrayBuffer> };

/** Those records that have the same names, or, without names, the values that are no records. */
interface Shape {
  names: string[] | null;
  columns: Column[];
  count: number;
}

type Fields = Record<string, unknown>;

const mostValues = 255;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isPrimitive(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

/** Each value once, in a map that tells no two numbers of the same value apart: -0 is left to the callers. */
function fewValues(values: readonly unknown[]): Column | null {
  const places = new Map<unknown, number>();
  const written = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (!isPrimitive(value) || Object.is(value, -0)) return null;
    let place = places.get(value);
    if (place === undefined) {
      place = places.size;
      if (place === mostValues || place * 4 > values.length) return null;
      places.set(value, place);
    }
    written[index] = place;
  }
  const known = [...places.keys()];
  return known.length === 1
    ? { kind: 'same', value: known[0] }
    : { kind: 'few', values: known, places: written };
}

function packShape(names: string[] | null, values: readonly unknown[]): Shape {
  const columns =
    names === null
      ? [packPlain(values)]
      : names.map((name) => packColumn(values.map((value) => (value as Fields)[name])));
  return { names, columns, count: values.length };
}

function packRecords(values: readonly unknown[]): Column {
  const places = new Map<string, number>();
  const groups: { names: string[] | null; values: unknown[] }[] = [];
  const which = new Uint8Array(values.length);
  for (const [index, value] of values.entries()) {
    const names = isRecord(value) ? Object.keys(value) : null;
    const shape = JSON.stringify(names);
    let place = places.get(shape);
    if (place === undefined) {
      place = groups.length;
      if (place === mostValues) return { kind: 'each', values: [...values] };
      places.set(shape, place);
      groups.push({ names, values: [] });
    }
    groups[place]?.values.push(value);
    which[index] = place;
  }
  return {
    kind: 'records',
    shapes: groups.map((group) => packShape(group.names, group.values)),
    which: groups.length === 1 ? new Uint8Array() : which,
  };
}

function packPlain(values: readonly unknown[]): Column {
  const few = fewValues(values);
  if (few) return few;
  return values.length > 0 && values.every((value) => typeof value === 'number')
    ? { kind: 'numbers', numbers: Float64Array.from(values) }
    : { kind: 'each', values: [...values] };
}

/** Packs values of any kind that a browser can store; records of the same names share their columns. */
export function packColumn(values: readonly unknown[]): Column {
  return values.some(isRecord) ? packRecords(values) : packPlain(values);
}

/** Records are copied from one that has what all share: only what differs is written into each. */
function unpackShape({ names, columns, count }: Shape): unknown[] {
  const [first] = columns;
  if (names === null) return first ? unpackColumn(first, count) : [];
  const shared: Fields = {};
  const varying: { name: string; values: unknown[] }[] = [];
  for (const [index, name] of names.entries()) {
    const column = columns[index];
    shared[name] = column?.kind === 'same' ? column.value : null;
    if (column && column.kind !== 'same') varying.push({ name, values: unpackColumn(column, count) });
  }
  const records: Fields[] = [];
  for (let index = 0; index < count; index += 1) {
    const record = { ...shared };
    for (const { name, values } of varying) record[name] = values[index];
    records.push(record);
  }
  return records;
}

/** The values that were packed, in their order. @param count how many there were */
export function unpackColumn(column: Column, count: number): unknown[] {
  switch (column.kind) {
    case 'same':
      return new Array<unknown>(count).fill(column.value);
    case 'few':
      return Array.from(column.places, (place) => column.values[place]);
    case 'numbers':
      return Array.from(column.numbers);
    case 'each':
      return column.values;
    case 'records': {
      const shapes = column.shapes.map(unpackShape);
      if (column.which.length === 0) return shapes[0] ?? [];
      const taken = new Uint32Array(shapes.length);
      return Array.from(column.which, (place) => {
        const at = taken[place] ?? 0;
        taken[place] = at + 1;
        return shapes[place]?.[at];
      });
    }
  }
}
