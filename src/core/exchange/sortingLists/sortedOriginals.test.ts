import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { sortedOriginals } from './sortedOriginals.ts';

describe('where originals go', () => {
  it('is by what stands, below it as they lie now', () => {
    const originals = sortedOriginals(drawnSnapshot(), 'label');
    expect(originals[0]).toMatchObject({
      path: 'Season/Creek/1.JPG',
      target: 'Red fox/Season/Creek/1.JPG',
      provenance: { by: 'machine', rule: 'mean of the frames, animal from 0.40' },
    });
    const paths = originals.map(({ path }) => path);
    expect(paths).not.toContain('Season/Ridge/3.JPG');
    expect(paths).toHaveLength(9);
  });

  it('is by deployment, each with a name of its own', () => {
    const { photos, sequences } = drawnSnapshot();
    const doubled = photos.map((photo) => ({
      ...photo,
      media: { ...photo.media, path: photo.media.path.replace(/[^/]*$/, 'IMG.JPG') },
    }));
    const targets = sortedOriginals({ photos: doubled, sequences }, 'deployment').map(({ target }) => target);
    expect(targets.slice(0, 2)).toEqual(['Season/Creek/IMG.JPG', 'Season/Creek/IMG-2.JPG']);
    expect(new Set(targets).size).toBe(targets.length);
  });

  it('never leaves the folder for copies, whatever the names are', () => {
    for (const folders of ['label', 'deployment'] as const) {
      for (const { target } of sortedOriginals(hostileSnapshot(['..', 'a/../b', '.', 'CON']), folders)) {
        expect(target).not.toMatch(/(^|\/)\.{0,2}(\/|$)|^\/|(^|\/)CON(\/|$)/);
      }
    }
  });
});
