import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { doneMedia, predictionOf } from '../../tests/fixtures/photo.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { saveFolder } from './surveyRepository.ts';
import { addOutputs, keepThumbnail, removeOutputs } from './outputRepository.ts';
import { packSurvey } from './packSurvey.ts';
import { clearThumbnails, measureOutputs, measureSurveyBytes, measureThumbnails } from './storageMeasure.ts';

afterEach(async () => {
  const database = await openDatabase();
  for (const store of ['thumbnails', 'outputs', 'media', 'reviews', 'blocks', 'folders'] as const)
    await database.clear(store);
  await closeDatabase();
});

describe('what is kept', () => {
  it('is nothing at first', async () => {
    expect(await measureThumbnails()).toEqual({ count: 0, bytes: 0 });
    expect([...(await measureOutputs())]).toEqual([]);
    expect(await measureSurveyBytes('project')).toBe(0);
  });

  it('of small pictures is near the truth also where they are more than the sample', async () => {
    for (let index = 0; index < 300; index += 1) {
      const bytes = new ArrayBuffer(10_000 + (index % 7) * 1000);
      await keepThumbnail({ contentKey: `${(index * 7919) % 1000}`, mediaType: 'image/jpeg', bytes });
    }
    const { count, bytes } = await measureThumbnails();
    expect(count).toBe(300);
    expect(bytes / count).toBeGreaterThan(12_000);
    expect(bytes / count).toBeLessThan(14_500);
    await clearThumbnails();
    expect((await measureThumbnails()).count).toBe(0);
  });

  it('of outputs is told apart by the run they are of, and goes with it', async () => {
    const output = (modelHash: string, contentKey: string) => ({
      ...predictionOf([0.5, 0, 0]),
      contentKey,
      modelHash,
    });
    await addOutputs([output('aa', '1'), output('aa', '2'), output('aa#crops', '1'), output('bb', '1')]);
    const amounts = await measureOutputs();
    expect([...amounts].map(([key, { count }]) => [key, count])).toEqual([
      ['aa', 2],
      ['aa#crops', 1],
      ['bb', 1],
    ]);
    expect(amounts.get('aa')?.bytes).toBeGreaterThan(amounts.get('bb')?.bytes ?? Infinity);
    await removeOutputs('aa');
    expect([...(await measureOutputs()).keys()]).toEqual(['aa#crops', 'bb']);
  });

  it('of a survey grows with its photos', async () => {
    const database = await openDatabase();
    await database.put('media', doneMedia('a/1.jpg', null));
    expect(await measureSurveyBytes('project')).toBeGreaterThan(50);
    expect(await measureSurveyBytes('other')).toBe(0);
  });

  it('of a survey counts the packed copies that it opens from', async () => {
    const folder = { id: 'folder', projectId: 'project', name: 'Season', otherFiles: {}, complete: true };
    await saveFolder({ ...folder, origin: 'elsewhere' }, null);
    const database = await openDatabase();
    const media = Array.from({ length: 50 }, (_, index) => doneMedia(`a/${index}.jpg`, null));
    for (const one of media) await database.put('media', one);
    await addOutputs(
      media.map(({ contentKey }) => ({
        ...predictionOf([0.5, 0, 0]),
        contentKey: contentKey ?? '',
        modelHash: 'aa',
      })),
    );
    const before = await measureSurveyBytes('project');
    await packSurvey(['folder'], ['aa']);
    const packed = await measureSurveyBytes('project');
    // What lies in them is what lies in the records, written more closely.
    expect(packed).toBeGreaterThan(before + 50 * 16);
    expect(packed).toBeLessThan(2 * before + 50 * 40);
    await addOutputs([{ ...predictionOf([0.5, 0, 0]), contentKey: 'another', modelHash: 'aa' }]);
    expect(await measureSurveyBytes('project')).toBeLessThan(packed);
  });
});
