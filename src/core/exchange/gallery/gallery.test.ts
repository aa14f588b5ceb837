import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileNames, hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { galleryParts, pictureText } from './gallery.ts';
import { leftOutText } from '../../../words/exportTexts.ts';

const thumbnail = 'data:image/webp;base64,AAAA';
const page = (snapshot: SurveySnapshot): string =>
  [...galleryParts(snapshot, leftOutText)]
    .map((part) => (typeof part === 'string' ? part : pictureText(part, thumbnail)))
    .join('');
const shown = (snapshot: SurveySnapshot): string[] =>
  [...galleryParts(snapshot, leftOutText)].flatMap((part) =>
    typeof part === 'string' ? [] : [part.mediaId],
  );

describe('gallery', () => {
  const survey = drawnSnapshot();

  it('has each class with its photos, the highest score first', () => {
    const text = page(survey);
    const kinds = [...text.matchAll(/<h2><bdi>([^<]*)</g)].map(([, kind]) => kind);
    expect(kinds).toEqual(['Capreolus capreolus', 'Lepus europaeus', 'Red fox', 'blank', 'vehicle']);
    const foxes = text.slice(text.indexOf('<h2><bdi>Red fox'));
    expect(foxes.indexOf('Season/Creek/1.JPG')).toBeLessThan(foxes.indexOf('Season/Creek/2.JPG'));
  });

  it('tells who labelled a photo only when that was asked for', () => {
    expect(page(survey)).toContain('labelled by a human, ');
    expect(page(survey)).not.toContain('Ada');
    expect(
      [...galleryParts(survey, leftOutText, true)].filter((part) => typeof part === 'string').join(''),
    ).toContain('labelled by a human: Ada');
  });

  it('shows no photo that is held, and none with a person, even after its release', () => {
    expect(shown(survey)).not.toContain('folder/Season/Creek/4.JPG');
    expect(page(survey)).toContain('Not shown: 1 sequence: held by the people gate.');
    const sequences = survey.sequences.map((sequence) => ({
      ...sequence,
      gate: { state: 'released', by: 'Ada', at: '' } as const,
    }));
    expect(shown({ ...survey, sequences })).not.toContain('folder/Season/Creek/4.JPG');
    expect(shown(survey)).toContain('folder/Season/Creek/1.JPG');
  });

  it('needs nothing from the network and runs nothing', () => {
    const text = page(survey);
    expect(text).toContain(`content="default-src 'none'; img-src data:;`);
    expect(text).not.toMatch(/<script|<link|<iframe|\son\w+=|@import|url\(/i);
    expect(
      [...text.matchAll(/(?:src|href)="([^"]*)"/g)].every(([, address = '']) => /^(?:data:|#)/.test(address)),
    ).toBe(true);
  });

  it('shows hostile names as text', () => {
    const text = page(hostileSnapshot());
    expect(text).not.toContain('<b onclick');
    expect(text).toContain('&lt;b onclick=alert(1)&gt;.jpg');
    const titled = page({ ...survey, name: hostileNames.join() });
    expect(titled.match(/<h1>/g)).toHaveLength(1);
    expect(titled).not.toContain('<b onclick');
  });
});
