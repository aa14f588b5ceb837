import { parseSiftArguments, siftUsage, UsageError } from './sift/arguments.ts';
import { readEvaluations } from './sift/readEvaluations.ts';
import { evaluationTable } from './sift/evaluationTable.ts';
import { runSift } from './sift/runSift.ts';
import { settingsHelp } from './sift/settingsHelp.ts';
import { summaryTable } from './sift/summary.ts';
import { truthRemarks } from './sift/truthRemarks.ts';

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    process.stdout.write(argv.includes('settings') ? settingsHelp() : siftUsage);
    return;
  }
  const options = parseSiftArguments(argv);
  const summary = await runSift(options);
  for (const line of [...summary.consoleErrors, ...summary.pageErrors])
    process.stderr.write(`page: ${line}\n`);
  process.stdout.write(`\n${summaryTable(summary)}Written to ${options.out}\n`);
  if (options.truth !== null) {
    const written = await readEvaluations(options.out);
    process.stdout.write(evaluationTable(written.evaluations) + truthRemarks(written));
  }
  // Single bad photos are counted, not fatal; a run that stopped half-way is.
  const isRefused = summary.imports.some(({ problem }) => problem !== null);
  process.exitCode = summary.problem === null && !isRefused ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${siftUsage}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
