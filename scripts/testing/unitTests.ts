import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../packageCommand.ts';
import { ImportGraph, readSource } from './importGraph.ts';

/** How a unit test is run. */
export interface UnitTestNeeds {
  /** In a process of its own, because it changes what all files of a process share. */
  alone: boolean;
  /** In a second time zone too, because something it loads reads or writes moments. */
  zones: boolean;
}

/** A database or files in memory, a faked global, fake timers; a spy is taken back after each file. */
const changesTheProcess =
  /fake-indexeddb|\bvi\.(?!fn\b|spyOn\b|mocked\b|waitFor\b|waitUntil\b|restoreAllMocks\b)\w+|\bprocess\.(?:env\b.*[^=!]=[^=]|chdir)|\b(?:globalThis|self)(?:\.\w+|\[[^\]]+\])\s*=[^=]|defineProperty\(\s*(?:globalThis|self)\b/;
const knowsMoments = /\bDate\b|\bDateTimeFormat\b|\btoLocale(?:Date|Time)String\b|\bTemporal\b/;

/**
 * What a unit test needs, read from the test and from every file that it loads, so that nobody has to remember it.
 *
 * @param path of the test, from the root of the repository
 */
export function needsOf(path: string, graph: ImportGraph): UnitTestNeeds {
  const reached = [...graph.reach(path)];
  const alone = reached.some(
    (file) => /^tests\/|\.test\.ts$/.test(file) && changesTheProcess.test(graph.code(file)),
  );
  // A property of the whole app takes seconds to try, and what is drawn for it is no matter of the zone.
  const isOfWholeApp = alone && path.endsWith('.property.test.ts');
  return { alone, zones: !isOfWholeApp && reached.some((file) => knowsMoments.test(graph.code(file))) };
}

const folders = ['src', 'scripts', 'bench', 'tests/corpus'];

/** Every unit test with what it needs. */
export function unitTests(root: string = repositoryRoot): (UnitTestNeeds & { path: string })[] {
  const graph = new ImportGraph((path) => readSource(join(root, path)));
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts'))
    .sort()
    .map((path) => ({ path, ...needsOf(path, graph) }));
}
