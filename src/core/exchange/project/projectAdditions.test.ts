import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureTime, doneMedia } from '../../../../tests/fixtures/photo.ts';
import type { Media } from '../../photos/media.ts';
import { reviewsInEffect, type Review } from '../../survey/reviews/review.ts';
import { defaultSettings } from '../../settings/surveySettings.ts';
import { withSettings, type Survey, type SurveyFolder } from '../../survey/survey.ts';
import { composeProject } from './composeProject.ts';
import { mergeProjects, projectConflicts } from './mergeProjects.ts';
import { photoKeyOf, type ProjectFile } from './projectFile.ts';
import { projectAdditions } from './projectAdditions.ts';
import { projectText, readProject } from './projectText.ts';
import { datedValues, withValues } from './projectValues.ts';

/** A survey as one laptop has it. */
interface Laptop {
  survey: Survey;
  folders: SurveyFolder[];
  media: Media[];
  reviews: Review[];
}

function laptop(id: string, contents: readonly string[]): Laptop {
  const folder: SurveyFolder = {
    ...{ id: `folder of ${id}`, projectId: id, name: `Card of ${id}`, origin: 'files' },
    ...{ otherFiles: {}, complete: true },
  };
  return {
    survey: { id, name: 'Season', createdAt: Date.UTC(2021, 6, 1), settings: defaultSettings, halted: true },
    folders: [folder],
    media: contents.map((content) => ({
      ...doneMedia(content, captureTime('2021-06-04T05:00:00')),
      ...{ id: `${folder.id}/${folder.name}/${content}`, projectId: id, folderId: folder.id },
      ...{ path: `${folder.name}/${content}`, contentKey: `key of ${content}` },
    })),
    reviews: [],
  };
}

function review(by: Laptop, id: string, at: string, content: string, text: string): Review {
  const mediaIds = by.media.flatMap((each) => (each.contentKey === `key of ${content}` ? [each.id] : []));
  return {
    ...{ id, projectId: by.survey.id, by: by.survey.id, at, order: Number(at.slice(-2)) },
    ...{ mediaIds, statement: { kind: 'note', text } },
  };
}

const projectOf = ({ survey, media, reviews }: Laptop): ProjectFile =>
  composeProject({
    ...{ id: survey.id, name: survey.name, appVersion: '1', at: '2022', settings: {} },
    ...{ values: datedValues(survey), media, outputs: [], reviews },
  });

/** Opens a file of another laptop, as the app does. */
function opened(here: Laptop, file: ProjectFile): Laptop {
  const own = projectOf(here);
  let count = 0;
  const added = projectAdditions(
    file,
    { ...here, projectId: here.survey.id },
    () => `new ${here.survey.id} ${(count += 1)}`,
  );
  return {
    survey: withValues(here.survey, mergeProjects(own, file).values),
    folders: [...here.folders, ...added.folders],
    media: [...here.media, ...added.media],
    reviews: [...here.reviews, ...added.reviews],
  };
}

/** What a survey says, wherever its photos lie: what holds of each content, and the settings. */
function word({ survey, media, reviews }: Laptop): unknown {
  const keyOf = new Map(media.map((each) => [each.id, photoKeyOf(each)]));
  const notes = new Map<string, string>();
  for (const { statement, mediaIds } of reviewsInEffect(reviews)) {
    for (const id of mediaIds) {
      if (statement.kind === 'note') notes.set(keyOf.get(id) ?? id, statement.text);
    }
  }
  return {
    settings: survey.settings,
    photos: [...new Set(keyOf.values())].sort(),
    notes: [...notes].sort(),
    reviews: reviews.map(({ id }) => id).sort(),
  };
}

const empty = (): Laptop => ({ ...laptop('new', []), folders: [] });

describe('opening a project file', () => {
  const there = laptop('left', ['1.JPG', '2.JPG']);
  there.reviews.push(review(there, 'a', '2021-07-01T08:00:01', '1.JPG', 'a fox'));
  there.survey = withSettings(
    there.survey,
    { ...defaultSettings, gapSeconds: 30 },
    '2021-07-02T00:00:00.000Z',
  );
  const file = readProject([...projectText(projectOf(there))]);

  it('starts a survey before its photos are there', () => {
    const here = opened(empty(), file);
    expect(here.folders).toMatchObject([{ name: 'Card of left', origin: 'elsewhere', complete: true }]);
    expect(here.media.map(({ path, status }) => `${path} ${status}`)).toEqual([
      'Card of left/1.JPG done',
      'Card of left/2.JPG done',
    ]);
    expect(here.survey.settings.gapSeconds).toBe(30);
    expect(word(here)).toMatchObject({ notes: [['content:key of 1.JPG', 'a fox']] });
  });

  it('adds nothing the second time', () => {
    const once = opened(empty(), file);
    expect(opened(once, file)).toEqual(once);
    expect(projectConflicts(projectOf(once), file)).toEqual([]);
  });

  it('gives a folder of a name that is taken another one, and knows photos wherever they lie', () => {
    const here = laptop('left', ['2.JPG', '3.JPG']);
    const merged = opened(here, file);
    expect(merged.media.map(({ path }) => path)).toEqual([
      'Card of left/2.JPG',
      'Card of left/3.JPG',
      'Card of left (2)/1.JPG',
    ]);
  });

  it('names no conflict where only one side changed a setting', () => {
    const here = laptop('right', ['1.JPG']);
    expect(projectConflicts(projectOf(here), file)).toEqual([]);
    expect(opened(here, file).survey.settings.gapSeconds).toBe(30);
  });

  it('says the same on both laptops, whoever opens whose file first', () => {
    const contents = fc.uniqueArray(fc.constantFrom('1.JPG', '2.JPG', '3.JPG'));
    const second = fc.integer({ min: 10, max: 59 }).map((at) => `2021-07-01T08:00:${at}.000Z`);
    const side = (id: string) =>
      fc
        .record({
          contents,
          gap: fc.option(fc.record({ at: second, gapSeconds: fc.constantFrom(10, 20, 30) })),
          said: fc.array(
            fc.record({ at: second, content: fc.constantFrom('1.JPG', '2.JPG'), text: fc.string() }),
          ),
        })
        .map(({ contents: own, gap, said }) => {
          const made = laptop(id, own);
          if (gap) {
            const settings = { ...defaultSettings, gapSeconds: gap.gapSeconds };
            made.survey = withSettings(made.survey, settings, gap.at);
          }
          made.reviews = said
            .map(({ at, content, text }, index) => review(made, `${id} ${index}`, at, content, text))
            .filter(({ mediaIds }) => mediaIds.length > 0);
          return made;
        });
    fc.assert(
      fc.property(side('left'), side('right'), (left, right) => {
        const [ofLeft, ofRight] = [projectOf(left), projectOf(right)];
        const here = word(opened(left, ofRight));
        expect(word(opened(right, ofLeft))).toEqual(here);
        expect(word(opened(opened(empty(), ofLeft), ofRight))).toEqual(here);
        expect(word(opened(opened(empty(), ofRight), ofLeft))).toEqual(here);
      }),
    );
  });
});
