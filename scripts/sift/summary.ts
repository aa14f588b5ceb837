import type { DoorImport } from '../../src/app/script/importDoor.ts';
import type { DoorStatus, DoorSummary } from '../../src/app/script/machineDoor.ts';
import type { MemorySample } from './memory.ts';
import type { PageRecord } from './pageRecord.ts';

/** What `summary.json` holds. */
export interface SiftSummary extends DoorSummary {
  folders: string[];
  total: number;
  /** From the drop to the last result. */
  elapsedSeconds: number;
  photosPerSecond: number | null;
  /** Photos whose content had been sifted before, so that the model was not run again. */
  known: number;
  browser: string;
  /** What was taken in of each file, and what fitted no photo. */
  imports: DoorImport[];
  exports: string[];
  /** Exports that could not be written as things are, with the remedies. */
  refusedExports: { target: string; reasons: readonly string[] }[];
  memory: MemorySample[];
  consoleErrors: string[];
  pageErrors: string[];
  foreignRequests: string[];
  ownRequests: number;
  /** Why the run could not be finished; null when it was. */
  problem: string | null;
}

/** Puts together what the page says and what was seen of it from outside. */
export function composeSummary(parts: {
  page: DoorSummary;
  status: DoorStatus;
  record: PageRecord;
  folders: string[];
  /** How many photos of an earlier run the page already held. */
  before: number;
  elapsedSeconds: number;
  browser: string;
  imports: DoorImport[];
  exports: string[];
  refusedExports: SiftSummary['refusedExports'];
  memory: MemorySample[];
  problem: string | null;
}): SiftSummary {
  const { page, status, record, before, elapsedSeconds, ...rest } = parts;
  const sifted = status.done + status.failed - before;
  return {
    ...page,
    ...rest,
    total: status.total,
    elapsedSeconds: Math.round(elapsedSeconds * 10) / 10,
    photosPerSecond: elapsedSeconds > 0 ? Math.round((sifted / elapsedSeconds) * 100) / 100 : null,
    known: status.known,
    consoleErrors: record.consoleErrors,
    pageErrors: record.pageErrors,
    foreignRequests: record.foreignRequests,
    ownRequests: record.ownRequests,
  };
}

const counts = (tally: Record<string, number>) =>
  Object.entries(tally)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'none';

function modelRows({ models, recipe }: SiftSummary): [string, string][] {
  const named = models.map(({ id, version }) => `${id} ${version}`).join(', ');
  if (recipe.kind === 'single') return [['Model', named]];
  return [
    ['Recipe', `${recipe.id} ${recipe.version} (${recipe.kind})`],
    ['Models', named],
  ];
}

const mostNamed = 20;

/** What became of one import, and what of it fits no photo, for a terminal. */
function importLines({ name, taken, passedOver, problem }: DoorImport): string[] {
  const lines = [`Import of ${name}: ${problem ?? (taken.join(' ') || 'nothing to take in.')}`];
  for (const { what, reason } of passedOver.slice(0, mostNamed)) lines.push(`  ${what}: ${reason}`);
  if (passedOver.length > mostNamed)
    lines.push(`  and ${passedOver.length - mostNamed} more, see summary.json`);
  return lines;
}

/** The summary as a short table for a terminal. */
export function summaryTable(summary: SiftSummary): string {
  const speed = summary.photosPerSecond === null ? '' : ` (${summary.photosPerSecond} photos per second)`;
  const rows: [string, string][] = [
    ['Photos', `${summary.total}: ${counts(summary.byStatus)}`],
    ['Labels', counts(summary.byLabel)],
    ['Sequences', `${summary.sequences}: ${counts(summary.sequencesByLabel)}`],
    ['Other files', counts(summary.otherFiles)],
    ...(summary.damaged > 0 ? [['Damaged', `${summary.damaged} photos`] as [string, string]] : []),
    ['Time', `${summary.elapsedSeconds} s${speed}, ${summary.known} known before`],
    ...modelRows(summary),
    ['App', summary.appVersion],
    ['Exports', summary.exports.join(', ') || 'none'],
  ];
  for (const { target, reasons } of summary.refusedExports) rows.push([`Not ${target}`, reasons.join(' ')]);
  if (summary.foreignRequests.length > 0) rows.push(['FOREIGN REQUESTS', summary.foreignRequests.join(', ')]);
  const errors = summary.consoleErrors.length + summary.pageErrors.length;
  if (errors > 0) rows.push(['Page errors', `${errors}, see summary.json`]);
  if (summary.problem !== null) rows.push(['Problem', summary.problem]);
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = rows.map(([name, value]) => name.padEnd(width) + value);
  const shown = summary.failures.slice(0, 20).map(({ path, reason }) => `  ${path}: ${reason}`);
  if (summary.failures.length > shown.length)
    shown.push(`  and ${summary.failures.length - shown.length} more`);
  return [
    ...lines,
    ...summary.imports.flatMap((each) => importLines(each)),
    ...(shown.length > 0 ? ['Failed photos:', ...shown] : []),
    '',
  ].join('\n');
}
