const leastRuns = 3;
const enoughMilliseconds = 5_000;

/**
 * Runs something a few times after a first time that is not counted, because it is slower than all others.
 *
 * @returns what the last run gave, and the median in ms; a run of many seconds is not repeated often
 */
export async function timedRuns<Answer>(
  run: () => Promise<Answer>,
): Promise<{ answer: Answer; milliseconds: number }> {
  let answer = await run();
  const times: number[] = [];
  const startedAt = performance.now();
  while (times.length < leastRuns && performance.now() - startedAt < enoughMilliseconds) {
    const before = performance.now();
    answer = await run();
    times.push(performance.now() - before);
  }
  times.sort((left, right) => left - right);
  return { answer, milliseconds: times[Math.floor(times.length / 2)] ?? 0 };
}
