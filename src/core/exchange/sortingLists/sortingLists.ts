import { toCsv } from '../../files/csv.ts';
import { modelCell, provenanceCells, provenanceColumns } from '../provenanceCells.ts';
import type { Provenance } from '../../taxa/observation.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';

/** One original and where a copy of it should go. */
export interface SortedOriginal {
  /** Relative to what was dropped, with `/`. */
  path: string;
  /** Relative to the folder for the copies, with `/`. */
  target: string;
}

/** The same with what it was taken for, and who said so. */
export interface LabelledOriginal extends SortedOriginal {
  /** The scripts leave it where it is. */
  staysBehind?: true;
  label: string;
  provenance: Provenance | null;
}

/**
 * True for a path that stays below the folder that it is relative to, on every system: no `..`, nothing absolute, no
 * drive. Windows takes `\\` for `/` and drops dots and blanks at the end of a name, so that `.. ` is `..` to it.
 */
export function staysInside(path: string): boolean {
  if (/^(?:[/\\]|[a-z]:)/i.test(path) || path.includes('\0')) return false;
  return path.split(/[/\\]/).every((part) => !/^[\s.]*$/.test(part) || (part.match(/\./g) ?? []).length < 2);
}

/** The originals that a script may copy: none whose source or target lies outside of the two folders. */
function copiedOriginals(originals: readonly SortedOriginal[]): SortedOriginal[] {
  return originals.filter(({ path, target }) => staysInside(path) && staysInside(target));
}

/** The list as a table, with what each photo was taken for and who said so. What is not copied has no target. */
export function sortingCsv(
  originals: readonly LabelledOriginal[],
  snapshot: Pick<SurveySnapshot, 'appVersion'>,
): string {
  return toCsv(
    ['path', 'target', 'label', ...provenanceColumns, 'model_id'],
    originals.map(({ path, target, staysBehind, label, provenance }) => [
      path,
      staysBehind ? '' : target,
      label,
      ...provenanceCells(provenance, snapshot),
      modelCell(provenance),
    ]),
  );
}

/** In single quotes nothing has a meaning to a POSIX shell but the quote itself. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** In PowerShell's single quotes all kinds of single quotes end the text unless they are doubled. */
function powerShellQuoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

function foldersOf(originals: readonly SortedOriginal[]): string[] {
  return [...new Set(originals.map(({ target }) => folderOf(target)))].sort();
}

/**
 * A shell script that copies originals into folders. It never moves, deletes or overwrites anything; called as
 * `sh copy.sh FROM TO`, with the folder that holds what was dropped and the one for the copies.
 */
export function sortingShellScript(all: readonly SortedOriginal[]): string {
  const originals = copiedOriginals(all);
  const lines = [
    '#!/bin/sh',
    '# Copies photos into folders. Nothing is moved, deleted or overwritten.',
    '# Use: sh copy.sh FROM TO',
    'set -eu',
    'from=${1:?the folder that holds the photos}',
    'to=${2:?the folder for the copies}',
    'put() { if [ -e "$to/$2" ]; then echo "already there: $2" >&2; else cp -p -- "$from/$1" "$to/$2"; fi; }',
    ...foldersOf(originals).map((folder) => `mkdir -p -- "$to/"${shellQuoted(folder)}`),
    ...originals.map(({ path, target }) => `put ${shellQuoted(path)} ${shellQuoted(target)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The same for Windows PowerShell 5 and later, called as `powershell -File copy.ps1 -From FROM -To TO`. It begins with a
 * byte order mark: without one PowerShell 5 reads names in the machine's own code page.
 */
export function sortingPowerShellScript(all: readonly SortedOriginal[]): string {
  const originals = copiedOriginals(all);
  const lines = [
    '# Copies photos into folders. Nothing is moved, deleted or overwritten.',
    'param([Parameter(Mandatory)][string]$From, [Parameter(Mandatory)][string]$To)',
    "$ErrorActionPreference = 'Stop'",
    'function Put($Path, $Target) {',
    '  $Source = [IO.Path]::Combine($From, $Path)',
    '  $Copy = [IO.Path]::Combine($To, $Target)',
    '  if ([IO.File]::Exists($Copy)) { Write-Warning "already there: $Target" } else { [IO.File]::Copy($Source, $Copy) }',
    '}',
    ...foldersOf(originals).map(
      (folder) =>
        `[void][IO.Directory]::CreateDirectory([IO.Path]::Combine($To, ${powerShellQuoted(folder)}))`,
    ),
    ...originals.map(({ path, target }) => `Put ${powerShellQuoted(path)} ${powerShellQuoted(target)}`),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
