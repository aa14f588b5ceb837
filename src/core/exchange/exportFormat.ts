import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import type { ExportPlan, FormatProblem } from './exportFile.ts';
import type { ReadyResults, TextReader } from './results/readyResults.ts';

/** How one option of a format is asked for; the first of its values is taken unless another is chosen. */
export type ExportField =
  | { name: string; kind: 'choice'; values: readonly [string, ...string[]] }
  | { name: string; kind: 'text' }
  | { name: string; kind: 'number'; least: number; most: number; initial: number };

type ValueOf<Field extends ExportField> = Field extends { kind: 'choice' }
  ? Field['values'][number]
  : Field extends { kind: 'number' }
    ? number
    : string;

/** What was chosen of each field; texts are trimmed, and empty where nobody wrote anything. */
export type Chosen<Fields extends readonly ExportField[]> = {
  readonly [Field in Fields[number] as Field['name']]: ValueOf<Field>;
};

/** What a person or a script chose, by the name of the field; what is not there is as it is at first. */
export type ChosenTexts = Readonly<Record<string, string | undefined>>;

/**
 * Plans a format's files, before anything is written.
 *
 * @param now the survey as it stands when a file is read, for formats that ask the people gate once more then
 */
type Planner<Options> = (snapshot: SurveySnapshot, chosen: Options, now: () => SurveySnapshot) => ExportPlan;

/** What readers of the format would stumble over. @param texts of its files by name, without folders */
export type Check = (texts: ReadonlyMap<string, string>) => Iterable<FormatProblem>;

/** How files of the format are known, and what becomes of them. */
export type ReadFormat = {
  /** Whether the keys at the edges of a JSON file are this format's. @param has whether a key is there, before a value that begins so */
  isIn: (has: (key: string, opener: string) => boolean, file: { name: string; isList: boolean }) => boolean;
} & (
  | { kind: 'project' | 'package-file' }
  /** What models said, photo by photo. */
  | { kind: 'results'; scan: () => Promise<() => TextReader<ReadyResults>> }
);

/** An exchange format, as its folder describes it. What writes and checks it is loaded when it is first asked for. */
interface FormatDescription<Name extends string, Fields extends readonly ExportField[]> {
  /** The name that `--export` takes. */
  name: Name;
  fields?: Fields;
  /** Whether photos can be seen in it. */
  showsPhotos?: boolean;
  /** null where the page makes the files from the photos themselves; see `pages/exports/pageExports.ts`. */
  plan: (() => Promise<Planner<Chosen<Fields>>>) | null;
  /** Absent where the format has no rules that a file can be judged by. */
  check?: () => Promise<Check>;
  /** Absent where the format is not taken in again. */
  read?: ReadFormat;
}

/** One format of the list: the dialog, the command line, the judge and the tests know it by this alone. */
export interface ExportFormat<
  Name extends string = string,
  Fields extends readonly ExportField[] = readonly ExportField[],
> {
  name: Name;
  fields: Fields;
  showsPhotos: boolean;
  plan: (() => Promise<Planner<ChosenTexts>>) | null;
  check: (() => Promise<Check>) | null;
  read: ReadFormat | null;
}

/** An entry of the list of formats. */
export function exportFormat<
  const Name extends string,
  const Fields extends readonly ExportField[] = readonly [],
>({
  name,
  fields,
  showsPhotos = false,
  plan,
  check,
  read,
}: FormatDescription<Name, Fields>): ExportFormat<Name, Fields> {
  const own = fields ?? ([] as unknown as Fields);
  return {
    name,
    fields: own,
    showsPhotos,
    plan:
      plan &&
      (async () => {
        const planner = await plan();
        return (snapshot, texts, now) => planner(snapshot, chosenOf(own, texts), now);
      }),
    check: check ?? null,
    read: read ?? null,
  };
}

/** Options with a type from what was chosen as text: whatever a field does not know counts as not chosen. */
export function chosenOf<Fields extends readonly ExportField[]>(
  fields: Fields,
  texts: ChosenTexts,
): Chosen<Fields> {
  const value = (field: ExportField): string | number => {
    const text = texts[field.name]?.trim() ?? '';
    if (field.kind === 'text') return text;
    if (field.kind === 'choice') return field.values.find((each) => each === text) ?? field.values[0];
    const number = Math.round(Number(text));
    return number >= field.least ? Math.min(number, field.most) : field.initial;
  };
  return Object.fromEntries(fields.map((field) => [field.name, value(field)])) as Chosen<Fields>;
}
