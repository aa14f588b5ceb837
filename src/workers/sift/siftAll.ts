import { sentOutputs } from '../../core/decisions/recipes/outputText.ts';
import { keepSifted } from '../../storage/mediaRepository.ts';
import type { SiftDelegate } from './contract.ts';
import type { LoadedRecipe } from './loadedRecipe.ts';
import { siftPhoto, type Sifted } from './pipeline.ts';
import { ResultWriter } from './resultWriter.ts';
import { StageClock } from './stageClock.ts';

/**
 * Sifts until the delegate has no more. Settles only when the page has all that was written: the delegate and the
 * outcome go through channels of their own, of which the outcome's may be the faster.
 *
 * @throws what a write was rejected with
 */
export async function siftAll(loaded: LoadedRecipe, delegate: SiftDelegate): Promise<void> {
  const clock = new StageClock();
  const told: Promise<void>[] = [];
  const writer = new ResultWriter<Sifted>(async (batch) => {
    await clock.time('write', () => keepSifted(batch));
    const { keys } = loaded.prepared;
    const results = batch.map(({ media, said, known, beside }) => ({
      media,
      outputs: said && sentOutputs(said, keys),
      known,
      beside,
    }));
    told.push(delegate.kept(results, clock.take()));
  });
  const next = () => clock.time('next', () => delegate.next());
  let wasKnown = false;
  try {
    for (let job = await next(); job; job = await next()) {
      const sifted = await siftPhoto(job, loaded, clock, wasKnown);
      wasKnown = sifted.known;
      clock.photoDone();
      writer.add(sifted);
    }
    await writer.flush();
  } finally {
    await Promise.all(told);
  }
}
