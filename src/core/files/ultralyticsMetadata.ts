/** What Ultralytics writes into the `metadata_props` of its exports, as far as it is there. */
export interface UltralyticsMetadata {
  /** `detect`, `classify`, `segment`, `pose`, `obb`; null when the file is not from there. */
  task: string | null;
  /** In the order of the model's outputs. */
  names: string[];
  /** Height and width. */
  size: [number, number] | null;
  /** True where suppression is part of the model. */
  endToEnd: boolean;
  license: string | null;
}

/** A Python dictionary of numbers to quoted texts: `{0: 'fox', 1: "o'possum"}`. */
function readNames(text: string): string[] {
  const names: string[] = [];
  const entry = /(\d{1,6})\s*:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g;
  for (const [, key = '', single, double] of text.matchAll(entry)) {
    const index = Number(key);
    if (index === names.length) names.push((single ?? double ?? '').replace(/\\(.)/g, '$1'));
  }
  return names;
}

/** Reads what Ultralytics wrote. Never throws: what cannot be understood is left out. */
export function readUltralyticsMetadata(metadata: Readonly<Record<string, string>>): UltralyticsMetadata {
  const { task, names = '', imgsz = '', end2end = '', args = '', license } = metadata;
  const [, height, width] = /^\[(\d{1,5}),\s*(\d{1,5})\]$/.exec(imgsz) ?? [];
  return {
    task: task ?? null,
    names: readNames(names),
    size: height && width ? [Number(height), Number(width)] : null,
    endToEnd: end2end === 'True' || /'nms': True/.test(args),
    license: license ?? null,
  };
}
