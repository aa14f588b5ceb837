import type { Media } from '../core/photos/media.ts';
import type { KeptModel } from '../core/models/pack/packModel.ts';
import type { Review } from '../core/survey/reviews/review.ts';
import type { Survey, SurveyFolder } from '../core/survey/survey.ts';
import { dropBlocks } from './blocks.ts';
import { openDatabase, type StoredOutput } from './database.ts';
import { addOutputsIn, type AddedOutputs } from './outputRepository.ts';
import { written } from './written.ts';

/** What a project file brings, as it is kept here. */
export interface ProjectRecords {
  /** The survey where the file starts one; it stays as it is where it is here already. */
  survey: Survey;
  folders: readonly SurveyFolder[];
  media: readonly Media[];
  reviews: readonly Review[];
  outputs: readonly StoredOutput[];
  /** Models that have results only. */
  models: readonly KeptModel[];
}

/** Outputs that are looked up together. */
const batchSize = 1000;

/**
 * Adds all that a project file brings, or nothing of it: one transaction, which a crash leaves undone. Whatever is here
 * under the same key stays.
 *
 * @throws DOMException when the disk is full or the browser refuses; then nothing is kept
 */
export async function addProject(records: ProjectRecords): Promise<AddedOutputs> {
  const { survey, folders, media, reviews, outputs, models } = records;
  const transaction = (await openDatabase()).transaction(
    ['projects', 'folders', 'media', 'reviews', 'outputs', 'models', 'blocks'],
    'readwrite',
    { durability: 'strict' },
  );
  const done = transaction.done;
  /** Heard at the end: where one fails, the transaction is undone and all of them fail. */
  const writes: Promise<unknown>[] = [];
  const total: AddedOutputs = { added: 0, known: 0, differing: 0 };
  try {
    const store = transaction.objectStore('media');
    const known = await Promise.all(media.map(({ id }) => store.getKey(id)));
    const added = media.filter((_, index) => known[index] === undefined);
    await dropBlocks(transaction.objectStore('blocks'), added);
    for (const one of added) writes.push(store.add(one));
    for (let start = 0; start < outputs.length; start += batchSize) {
      const {
        added: fresh,
        known: here,
        differing,
      } = await addOutputsIn(
        { outputs: transaction.objectStore('outputs'), blocks: transaction.objectStore('blocks') },
        outputs.slice(start, start + batchSize),
      );
      total.added += fresh;
      total.known += here;
      total.differing += differing;
    }
    for (const folder of folders) writes.push(transaction.objectStore('folders').put(folder));
    for (const model of models) {
      const isKnown = (await transaction.objectStore('models').getKey(model.hash)) !== undefined;
      if (!isKnown) writes.push(transaction.objectStore('models').add(model));
    }
    for (const review of reviews) {
      const isKnown =
        (await transaction.objectStore('reviews').getKey([review.projectId, review.id])) !== undefined;
      if (!isKnown) writes.push(transaction.objectStore('reviews').add(review));
    }
    const isKnown = (await transaction.objectStore('projects').getKey(survey.id)) !== undefined;
    if (!isKnown) writes.push(transaction.objectStore('projects').add(survey));
  } catch (error) {
    transaction.abort();
    await Promise.allSettled([...writes, done]);
    throw error;
  }
  await written(transaction, writes);
  return total;
}
