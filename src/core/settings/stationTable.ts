import { parseCivil } from '../time/civilShift.ts';

/**
 * One line of the table that says which station a deployment stands for. Two lines with one station merge their
 * deployments; two lines with one deployment and different `from` split it, as when a camera was moved; a line for a
 * folder inside a deployment splits that folder off.
 */
export interface StationRow {
  /** A deployment's folder, or a folder inside one. */
  deployment: string;
  station: string;
  /** Decimal degrees, WGS 84, south and west negative; both or neither. */
  latitude: number | null;
  longitude: number | null;
  /** The line holds for photos from this corrected civil time on, `YYYY-MM-DDTHH:MM:SS`; null from the start. */
  from: string | null;
}

/**
 * The table to start from: one line for each deployment, with its last folder for a name, or more of its folders
 * where another deployment ends in the same one. In order of name of the deployment.
 */
export function stationRows(deployments: Iterable<string>): StationRow[] {
  const folders = [...new Set(deployments)].sort().map((deployment) => deployment.split('/'));
  const nameOf = (deployment: readonly string[], parts: number): string => deployment.slice(-parts).join('/');
  // How many deployments end in the same last folders, by how many folders: counted once, not each with each.
  const endings: Map<string, number>[] = [];
  const isTaken = (deployment: readonly string[], parts: number): boolean => {
    const counts = (endings[parts] ??= countedTexts(folders.map((other) => nameOf(other, parts))));
    return (counts.get(nameOf(deployment, parts)) ?? 0) > 1;
  };
  return folders.map((deployment) => {
    let parts = 1;
    while (parts < deployment.length && isTaken(deployment, parts)) parts += 1;
    const station = nameOf(deployment, parts);
    return { deployment: deployment.join('/'), station, latitude: null, longitude: null, from: null };
  });
}

function countedTexts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** True for the folder itself and for all that lies in it. */
function holds(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/**
 * The line that holds for a photo: of the deepest folder that the photo lies in, the one with the latest `from` that
 * is not after the photo. A photo without a time takes the line without a `from`.
 *
 * @param path of the photo or of its folder, relative to what was dropped, with `/`
 * @param civil corrected civil time, `YYYY-MM-DDTHH:MM:SS`
 * @returns null where the table says nothing of the photo
 */
export function stationOf(
  table: readonly StationRow[],
  path: string,
  civil: string | null,
): StationRow | null {
  const time = civil === null ? null : parseCivil(civil);
  let best: StationRow | null = null;
  let bestStart = -Infinity;
  for (const row of table) {
    const start = row.from === null ? -Infinity : (parseCivil(row.from) ?? Infinity);
    if (!holds(row.deployment, path) || start > (time ?? -Infinity)) continue;
    const deeper = row.deployment.length - (best?.deployment.length ?? -1);
    if (deeper > 0 || (deeper === 0 && start > bestStart)) {
      best = row;
      bestStart = start;
    }
  }
  return best;
}
