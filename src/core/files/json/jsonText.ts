/** A number that is written with a decimal point whatever its value: Python reads `1` as an int and `1.0` as a float. */
export class JsonFloat {
  readonly value: number;
  readonly digits: number | null;

  /** @param digits most digits behind the point; null for all there are */
  constructor(value: number, digits: number | null = 4) {
    this.value = value;
    this.digits = digits;
  }

  toString(): string {
    // JSON has no other word for what is no number.
    if (!Number.isFinite(this.value)) return 'null';
    if (this.digits === null) return Number.isInteger(this.value) ? `${this.value}.0` : String(this.value);
    // -0.0 would be read as another number than 0.0.
    const text = (this.value + 0)
      .toFixed(this.digits)
      .replace(/0+$/, '')
      .replace(/^-0\.$/, '0.');
    return text.endsWith('.') ? `${text}0` : text;
  }
}

/** What `jsonText` writes; fields that are undefined are left out. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonFloat
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** JSON on one line. */
export function jsonText(value: JsonValue): string {
  if (value instanceof JsonFloat) return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(jsonText).join(', ')}]`;
  const fields = Object.entries(value).flatMap(([key, field]) =>
    field === undefined ? [] : [`${JSON.stringify(key)}: ${jsonText(field)}`],
  );
  return `{${fields.join(', ')}}`;
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Items that are put into one piece of text. */
const itemsPerPiece = 500;

/**
 * A JSON object whose last field is a list, piece by piece: the fields before it, then an item per line.
 *
 * @param head the fields before the list
 */
export function* jsonListText(
  head: Readonly<Record<string, JsonValue | undefined>>,
  key: string,
  items: Iterable<JsonValue>,
): Generator<string, void> {
  const fields = Object.entries(head).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${JSON.stringify(name)}: ${jsonText(value)},\n`],
  );
  let piece = `{\n${fields.join('')} ${JSON.stringify(key)}: [`;
  let count = 0;
  for (const item of items) {
    piece += `${count === 0 ? '' : ','}\n  ${jsonText(item)}`;
    count += 1;
    if (count % itemsPerPiece > 0) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${count === 0 ? '' : '\n '}]\n}\n`;
}
