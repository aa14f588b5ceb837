import { utcSeconds } from '../../time/utcOffset.ts';
import { readMoment } from './camtrapDpMoment.ts';

/** A row of a table, by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

/** The name by which a photo is most likely found: its path in the package, or the name it had on the card. */
function fileOf({ mediaID = '', filePath = '', fileName = '' }: Cells): string {
  if (fileName !== '' && mediaID.endsWith(`/${fileName}`)) return mediaID;
  if (filePath.includes('://')) return fileName || mediaID;
  return filePath || fileName || mediaID;
}

/** Seconds since 1970; null for a text that is no time with an offset. */
export function momentOf(text = ''): number | null {
  const time = readMoment(text);
  return time && utcSeconds(time);
}

/** Photos of the package, and which of them an observation is of. */
export class PackageMedia {
  readonly files: string[] = [];
  readonly #byId = new Map<string, string>();
  readonly #byDeployment = new Map<
    string,
    { seconds: number | null; offset: string | null; file: string }[]
  >();

  constructor(media: Iterable<Cells>) {
    for (const cells of media) {
      const file = fileOf(cells);
      this.files.push(file);
      this.#byId.set(cells['mediaID'] ?? '', file);
      const deployment = cells['deploymentID'] ?? '';
      const own = this.#byDeployment.get(deployment) ?? [];
      const time = readMoment(cells['timestamp'] ?? '');
      own.push({ seconds: time && utcSeconds(time), offset: time?.offset ?? null, file });
      this.#byDeployment.set(deployment, own);
    }
  }

  ofDeployment(id: string): string[] {
    return (this.#byDeployment.get(id) ?? []).map(({ file }) => file);
  }

  /** The offset from UTC of its photos' times; null where they have several: which the camera followed nobody says. */
  offsetOf(id: string): string | null {
    const offsets = new Set((this.#byDeployment.get(id) ?? []).flatMap(({ offset }) => offset ?? []));
    const [only, ...others] = offsets;
    return others.length > 0 ? null : (only ?? null);
  }

  /** The photo that is named; of an event, all of its deployment that were taken while it lasted. */
  of({ mediaID = '', deploymentID = '', eventStart, eventEnd }: Cells): string[] {
    if (mediaID !== '') return [this.#byId.get(mediaID) ?? []].flat();
    const start = momentOf(eventStart);
    const end = momentOf(eventEnd);
    if (start === null || end === null) return [];
    return (this.#byDeployment.get(deploymentID) ?? []).flatMap(({ seconds, file }) =>
      seconds !== null && seconds >= start && seconds <= end ? [file] : [],
    );
  }
}
