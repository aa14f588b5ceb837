import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm run sift` was asked to do. */
export interface SiftArguments {
  /** Absolute. */
  folders: string[];
  out: string;
  /** Absolute. */
  packs: string[];
  recipe: string | null;
  settings: Record<string, string>;
  /** Absolute paths of CSV files. */
  stations: string | null;
  truth: string | null;
  /** Absolute paths of files, folders and archives that are taken in. */
  imports: string[];
  /** Names of exports beside the tables of photos and sequences; `all` for every one. */
  exports: string[];
  profile: string | null;
  headed: boolean;
  /** Null: as long as it goes on. */
  timeoutMinutes: number | null;
  /** `auto`: when there is no build or its sources are newer. */
  build: 'auto' | 'always' | 'never';
}

export const siftUsage = `Sifts folders of photos without a screen: the built app in a headless browser.

  npm run sift -- <folder…> --out <folder> [options]

  --out FOLDER      where the exports, decisions.json and summary.json are written (made if missing)
  --export NAMES    what to write beside photos.csv and sequences.csv: all, or names with commas between them,
                    such as camtrap-dp,megadetector,zooniverse,project
  --set NAME=VALUE  a setting, as often as needed: gap=60 (seconds), animal=0.4, gate.person=0.1 …
                    (--help settings lists them all, with unit, range, default and where that comes from)
  --stations CSV    a table of stations: deployment, station, latitude, longitude, from
  --truth CSV       what is in the photos (columns file and species, or the like): prints how right the model is
  --import PATH     take in what another program or laptop made of the same photos, as often as needed: MegaDetector or
                    SpeciesNet JSON (used from then on, in place of the model: no photo is looked at again), a Camtrap DP
                    folder or .zip, a CSV of labels or of stations, a project.fieldsift. Photos are found by the end of
                    their path; what fits none is listed, and in full in summary.json
  --pack FOLDER     a model pack (or its .zip) to use instead of the built-in one; its licence counts as accepted.
                    With --recipe as often as needed: packs that it names and that do not lie beside it
  --recipe FILE     use several models together (docs/model-packs.md). Packs it names are looked for where their
                    "path" says, then by their "id" among the folders beside the file
  --profile FOLDER  keep the browser's data there: a later run goes on, and knows photos it has seen
  --timeout MIN     give up after so many minutes (without it: only when nothing moves for 5 minutes)
  --headed          show the browser
  --build           build the app first, in any case; --no-build: never
`;

/** The command line is not right; the message says how. */
export class UsageError extends Error {}

function parseSettings(pairs: string[]): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const pair of pairs) {
    const sign = pair.indexOf('=');
    if (sign < 1) throw new UsageError(`--set needs NAME=VALUE, not "${pair}".`);
    settings[pair.slice(0, sign)] = pair.slice(sign + 1);
  }
  return settings;
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        pack: { type: 'string', multiple: true, default: [] },
        recipe: { type: 'string' },
        stations: { type: 'string' },
        truth: { type: 'string' },
        import: { type: 'string', multiple: true, default: [] },
        export: { type: 'string', multiple: true, default: [] },
        set: { type: 'string', multiple: true, default: [] },
        profile: { type: 'string' },
        headed: { type: 'boolean', default: false },
        timeout: { type: 'string' },
        build: { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the command line; folders come back absolute. Whether they exist is not asked here.
 *
 * @throws UsageError
 */
export function parseSiftArguments(argv: string[]): SiftArguments {
  const { values, positionals } = parse(argv);
  if (positionals.length === 0) throw new UsageError('Name at least one folder of photos.');
  if (values.out === undefined) throw new UsageError('Name a folder for the results with --out.');
  if (values.build && values['no-build']) throw new UsageError('--build and --no-build exclude each other.');
  if (values.pack.length > 1 && values.recipe === undefined)
    throw new UsageError('Several --pack need a --recipe that says what each of them is for.');
  const timeoutMinutes = values.timeout === undefined ? null : Number(values.timeout);
  if (timeoutMinutes !== null && !(timeoutMinutes > 0)) {
    throw new UsageError(`--timeout needs a number of minutes above 0, not "${values.timeout ?? ''}".`);
  }
  return {
    folders: [...new Set(positionals.map((folder) => resolve(folder)))],
    out: resolve(values.out),
    packs: values.pack.map((pack) => resolve(pack)),
    recipe: values.recipe === undefined ? null : resolve(values.recipe),
    settings: parseSettings(values.set),
    stations: values.stations === undefined ? null : resolve(values.stations),
    truth: values.truth === undefined ? null : resolve(values.truth),
    imports: values.import.map((path) => resolve(path)),
    exports: values.export.flatMap((names) => names.split(',')).filter((name) => name !== ''),
    profile: values.profile === undefined ? null : resolve(values.profile),
    headed: values.headed,
    timeoutMinutes,
    build: values.build ? 'always' : values['no-build'] ? 'never' : 'auto',
  };
}
