import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser/findBrowser.ts';
import { packageCommand } from './packageCommand.ts';
import { runCommand } from './runCommand.ts';
import { ensureBuilt } from './sift/build.ts';
import { corpusFolder } from '../tests/helpers/corpus.ts';
import {
  addCounts,
  countLine,
  countTests,
  skippedFiles,
  skippedLine,
  type TestCount,
} from './testing/testCount.ts';

interface Stage {
  title: string;
  name: 'unit' | 'browser' | 'e2e';
  /** The projects of vitest.config.ts that it runs; `*` stands for any letters. */
  projects: string;
  /** It tests the built app. */
  needsBuild?: boolean;
  limitMinutes: number;
}

const stages: Stage[] = [
  { name: 'unit', title: 'Unit tests', projects: 'unit*', limitMinutes: 12 },
  { name: 'browser', title: 'Browser tests', projects: 'browser', limitMinutes: 12 },
  {
    ...{ name: 'e2e', title: 'End-to-end tests on the production build', projects: 'e2e' },
    ...{ needsBuild: true, limitMinutes: 28 },
  },
];

const say = (line: string) => process.stdout.write(`${line}\n`);

async function readReport(path: string): Promise<Parameters<typeof countTests>[0]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Parameters<typeof countTests>[0];
  } catch {
    return null;
  }
}

interface Run {
  browser: string;
  reportPath: string;
  coverage: boolean;
  /** Where skipped tests are noted, by file. */
  skipped: Map<string, number>;
}

async function runStage(stage: Stage, { browser, reportPath, coverage, skipped }: Run): Promise<TestCount> {
  say(`\n=== ${stage.title} ===`);
  if (stage.needsBuild) {
    try {
      // A build that is newer than its sources, the one of `npm run check` say, is taken as it is.
      await ensureBuilt('auto');
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      say('The app could not be built, so these tests were not run.');
      return { passed: 0, failed: 1, skipped: 0 };
    }
  }
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  // What a browser runs is not measured.
  const measure = coverage && stage.name === 'unit' ? ['--coverage'] : [];
  const result = await runCommand(
    [...packageCommand('vitest'), 'run', '--project', stage.projects, ...reporters, ...measure],
    {
      show: true,
      limitMinutes: stage.limitMinutes,
      environment: { FIELDSIFT_BROWSER: browser },
    },
  );
  if (result.timedOut) say(`Stopped: not finished in ${stage.limitMinutes} minutes.`);
  const report = await readReport(reportPath);
  const count = countTests(report, result.exitCode);
  for (const [name, tests] of skippedFiles(report)) skipped.set(name, (skipped.get(name) ?? 0) + tests);
  say(`${stage.title}: ${countLine(count)} in ${Math.round(result.seconds)} s`);
  if (count.passed === 0) say('No test passed here, which counts as a failure.');
  return count;
}

async function main(): Promise<void> {
  const { values, positionals: asked } = parseArgs({
    allowPositionals: true,
    options: { coverage: { type: 'boolean', default: false } },
  });
  const unknown = asked.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined)
    throw new Error(`Unknown stage "${unknown}". Known: unit, browser, e2e; none means all.`);
  const chosen = stages.filter((stage) => asked.length === 0 || asked.includes(stage.name));
  const browser = await findBrowser();
  say(`Browser: ${browser}`);

  const folder = await mkdtemp(join(tmpdir(), 'fieldsift-test-'));
  const counts: TestCount[] = [];
  const skipped = new Map<string, number>();
  try {
    for (const [index, stage] of chosen.entries()) {
      counts.push(
        await runStage(stage, {
          ...{ browser, skipped },
          ...values,
          reportPath: join(folder, `${index}.json`),
        }),
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  say('\n=== All tests ===');
  for (const [index, stage] of chosen.entries()) {
    const count = counts[index];
    if (count) say(`${stage.title}: ${countLine(count)}`);
  }
  const remark = skippedLine(skipped, corpusFolder);
  if (remark !== null) say(remark);
  const total = addCounts(counts);
  say(countLine(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  say(countLine({ passed: 0, failed: 1, skipped: 0 }));
  process.exitCode = 1;
});
