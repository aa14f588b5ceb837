import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalText } from '../../../words/exportTexts.ts';
import { eventPackage } from '../../../../tests/fixtures/eventPackage.ts';
import { drawnPhotos, drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileNames, hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { snapshotOf } from '../../../../tests/fixtures/surveySnapshot.ts';
import { plainObservation } from '../../survey/reviews/naming.ts';
import { camtrapDpExport } from './camtrapDpExport.ts';
import { importCamtrapDp } from './camtrapDpImport.ts';
import { camtrapDpFiles, readCamtrapDp } from './camtrapDpPackage.ts';
import { camtrapDpSchema } from './camtrapDpSchema.ts';
import { packagePath } from './mediaPath.ts';
import { filesOf, packageOf, problemsOf, rowsOf } from '../../../../tests/fixtures/camtrapDpFiles.ts';

describe('camtrapDpExport', () => {
  const survey = drawnSnapshot();
  const files = filesOf(survey);
  const observations = rowsOf(files.get('observations.csv'));
  const media = rowsOf(files.get('media.csv'));

  it('gives every time its offset and no fraction of a second', () => {
    expect(media[0]).toMatchObject({ mediaID: 'Season/Creek/1.JPG', timestamp: '2021-06-04T05:00:00+02:00' });
    for (const { eventStart, eventEnd } of observations) {
      expect(eventStart).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+02:00$/);
      expect(eventEnd).toMatch(/\+02:00$/);
    }
  });

  it('keeps photos with people, and held ones, from the public', () => {
    const shown = media.filter(({ filePublic }) => filePublic === 'true').map(({ mediaID }) => mediaID);
    expect(shown).toContain('Season/Creek/1.JPG');
    expect(shown).not.toContain('Season/Creek/4.JPG');
    // Nobody has looked at one that failed.
    expect(shown).not.toContain('Season/Ridge/3.JPG');
    // Two species stand in it, and a person said so.
    expect(shown).toContain('Season/Ridge/2.JPG');
  });

  it('never shows a photo to the public in which a person was seen, even after its release', () => {
    const released = survey.sequences.map((sequence) => ({
      ...sequence,
      gate: { state: 'released', by: 'Ada', at: '' } as const,
    }));
    const rows = rowsOf(filesOf({ ...survey, sequences: released }).get('media.csv'));
    expect(rows.find(({ mediaID }) => mediaID === 'Season/Creek/4.JPG')?.['filePublic']).toBe('false');
  });

  it('has what machines said with model, rule, threshold and score, for photos and events', () => {
    const own = observations.filter(({ eventID }) => eventID === 'Season/Creek#1');
    expect(own.map(({ observationLevel }) => observationLevel)).toEqual(['event', 'media', 'media', 'media']);
    expect(own[0]).toMatchObject({
      mediaID: '',
      eventStart: '2021-06-04T05:00:00+02:00',
      eventEnd: '2021-06-04T05:00:04+02:00',
      scientificName: 'Vulpes vulpes',
      classificationMethod: 'machine',
      classifiedBy: 'test-recipe 1.0.0',
      classificationProbability: '0.91',
    });
    expect(own[0]?.['observationTags']).toContain('threshold:0.4 | sha256:abab');
    expect(own[0]?.['observationTags']).toContain('app:Fieldsift 9.9.9');
  });

  it('has what people said with who and when, and no probability', () => {
    const own = observations.filter(({ mediaID }) => mediaID === 'Season/Ridge/2.JPG');
    expect(own).toHaveLength(2);
    expect(own[0]).toMatchObject({
      scientificName: 'Vulpes vulpes',
      count: '2',
      lifeStage: 'adult',
      sex: 'female',
      behavior: 'with young',
      bboxX: '0.1',
      classificationMethod: 'human',
      classifiedBy: 'Ada',
      classificationTimestamp: '2021-07-01T08:30:00Z',
      classificationProbability: '',
    });
  });

  it('says of a failed photo that nobody has classified it, and leaves out photos without a time, in words', () => {
    expect(observations.find(({ mediaID }) => mediaID === 'Season/Ridge/3.JPG')).toMatchObject({
      observationType: 'unclassified',
      classificationMethod: '',
    });
    expect(camtrapDpExport(survey).leftOut).toEqual([{ reason: 'undated', count: 2 }]);
  });

  it('is refused with the remedy where a time zone or a place is not known', () => {
    const { files: none, refusals } = camtrapDpExport(
      snapshotOf({ photos: drawnPhotos, offset: null, placed: false }),
    );
    expect(none).toEqual([]);
    expect(refusals.map((each) => refusalText(each)).join('\n')).toMatch(
      /time zone of each deployment[^]*latitude and longitude/,
    );
    expect(camtrapDpExport(snapshotOf({ photos: [], offset: 'Z', placed: true })).refusals).toHaveLength(1);
  });

  it('passes every rule, also with hostile names', () => {
    expect(problemsOf(packageOf(survey))).toEqual([]);
    const hostile = packageOf(hostileSnapshot());
    expect(problemsOf(hostile)).toEqual([]);
    expect(hostile.tables.media.rows.map(([id]) => id?.split('/')[1]).sort()).toEqual(
      [...hostileNames].sort(),
    );
  });

  it('makes an allowed path of any path', () => {
    const pattern = camtrapDpSchema.media.find(({ name }) => name === 'filePath')?.pattern ?? /^$/;
    const path = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.stringMatching(/^[./~a]{1,9}$/));
    fc.assert(
      fc.property(path, (each) => {
        expect(packagePath(each)).toMatch(pattern);
      }),
    );
    expect(packagePath('Ridge/1.JPG')).toBe('Ridge/1.JPG');
  });
});

describe('round trips', () => {
  it('export, import and export again give the same bytes', () => {
    for (const snapshot of [drawnSnapshot(), hostileSnapshot()]) {
      const files = filesOf(snapshot);
      expect(camtrapDpFiles(readCamtrapDp(files))).toEqual(files);
    }
  });

  it('what people said comes back as they said it', () => {
    const survey = drawnSnapshot();
    const { labels, results, places, files } = importCamtrapDp(packageOf(survey));
    expect(files).toContain('Season/Creek/1.JPG');
    const reviewed = labels.find(({ files: own }) => own.includes('Season/Ridge/2.JPG'));
    const said = survey.photos.find(({ media }) => media.path === 'Season/Ridge/2.JPG')?.observations ?? [];
    expect(reviewed).toEqual({
      files: ['Season/Ridge/2.JPG'],
      by: 'Ada',
      at: '2021-07-01T08:30:00.000Z',
      observations: said.map((observation) => ({
        ...plainObservation(observation),
        taxon: observation.taxon && { ...observation.taxon, taxon: null },
      })),
    });
    expect(labels.find(({ files: own }) => own.includes('Season/Ridge/5.JPG'))?.observations[0]?.role).toBe(
      'blank',
    );
    const creek = results?.photos.find(({ file }) => file === 'Season/Creek/1.JPG');
    const fox = results?.model.labels.findIndex(({ name }) => name === 'Vulpes vulpes') ?? -1;
    expect(creek?.prediction.labelScores[fox]).toBeCloseTo(0.91);
    expect(places[0]).toMatchObject({ deployment: 'Season/Creek', station: 'Creek', latitude: 33.51 });
  });

  it('says of an event what was said of it, and of no photo of it that others were named beside', () => {
    const { labels } = importCamtrapDp(readCamtrapDp(new Map(Object.entries(eventPackage()))));
    expect(labels.filter(({ event }) => event === undefined).flatMap(({ files }) => files)).toEqual([
      ...['m1.JPG', 'm2.JPG', 'm4.JPG', 'm5.JPG', 'm6.JPG'],
    ]);
    const events = labels.filter(({ event }) => event !== undefined);
    expect(events.map(({ files, observations }) => [files.length, observations])).toEqual([
      [3, []],
      [2, []],
      [1, []],
    ]);
    expect(events.map(({ event }) => event?.map(({ taxon }) => taxon?.scientificName))).toEqual([
      ['Vulpes vulpes', 'Lepus europaeus'],
      [],
      undefined,
    ]);
  });

  it('an event that a person named stands for all photos taken while it lasted', () => {
    const files = new Map([
      ['datapackage.json', '{}'],
      ['deployments.csv', 'deploymentID\nd\n'],
      [
        'media.csv',
        'mediaID,deploymentID,timestamp,filePath,fileName\n' +
          'm1,d,2020-01-01T10:00:00Z,https://x.org/1,A.JPG\n' +
          'm2,d,2020-01-01T11:00:05+01:00,https://x.org/2,B.JPG\n' +
          'm3,d,2020-01-01T10:00:06Z,https://x.org/3,C.JPG\n',
      ],
      [
        'observations.csv',
        'deploymentID,mediaID,eventStart,eventEnd,observationType,scientificName,count,classificationMethod\n' +
          'd,,2020-01-01T10:00:00Z,2020-01-01T10:00:05Z,animal,Anas strepera,3,human\n',
      ],
    ]);
    expect(importCamtrapDp(readCamtrapDp(files)).labels).toMatchObject([
      { files: ['A.JPG', 'B.JPG'], by: 'unknown', at: null, observations: [{ count: 3 }] },
    ]);
  });
});
