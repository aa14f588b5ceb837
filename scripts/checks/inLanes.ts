/**
 * Runs pieces of work a few at a time, begun in their order; one that comes `after` another waits for it.
 *
 * @param steps each after those it waits for
 * @returns what each gave, in the order of the steps
 */
export function inLanes<Step extends { name: string; after?: string }, Result>(
  steps: readonly Step[],
  lanes: number,
  run: (step: Step) => Promise<Result>,
): Promise<Result[]> {
  const begun = new Map<string, Promise<Result>>();
  const ends: Promise<unknown>[] = Array.from({ length: lanes }, () => Promise.resolve());
  const free = async (): Promise<number> => Promise.race(ends.map((end, lane) => end.then(() => lane)));
  const all = async (): Promise<Result[]> => {
    for (const step of steps) {
      const lane = await free();
      const earlier = step.after === undefined ? undefined : begun.get(step.after);
      const running = Promise.resolve(earlier).then(() => run(step));
      begun.set(step.name, running);
      ends[lane] = running;
    }
    return Promise.all(steps.map(({ name }) => begun.get(name) as Promise<Result>));
  };
  return all();
}
